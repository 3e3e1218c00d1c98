import { parentPort } from '../printing/parent-port';
import { diskTaskSchema, performDiskTask, type DiskAnswer } from './disk-worker';

/** The process that works on whole databases: one task, one answer, and whoever started it ends it. */
const parent = parentPort();

parent.onMessage((message) => {
  parent.post(answer(message));
});

function answer(message: unknown): DiskAnswer {
  try {
    return { ok: true, value: performDiskTask(diskTaskSchema.parse(message)) };
  } catch (error) {
    return { ok: false, detail: String(error) };
  }
}
