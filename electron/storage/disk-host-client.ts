import { createDiskWorker, diskAnswerSchema, type DiskTask, type DiskWorker } from './disk-worker';

/** A started `disk-host`. */
export interface DiskHost {
  post(task: DiskTask): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

/** A worker that starts a process for each task: they are rare, and a process that ends gives every file back. */
export function diskWorkerIn(start: () => DiskHost): DiskWorker {
  return createDiskWorker(
    (task) =>
      new Promise((resolve, reject) => {
        const host = start();
        host.onExit(() => {
          reject(new Error(`the process that was to ${task.kind} is gone`));
        });
        host.onMessage((message) => {
          const answer = diskAnswerSchema.safeParse(message);
          if (!answer.success) reject(new Error(`the process that was to ${task.kind} said something else`));
          else if (answer.data.ok) resolve(answer.data.value);
          else reject(new Error(answer.data.detail));
          host.kill();
        });
        host.post(task);
      }),
  );
}
