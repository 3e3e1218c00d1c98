import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DiskHost } from '../../../electron/storage/disk-host-client';

const entry = fileURLToPath(new URL('../../../electron/storage/disk-host.ts', import.meta.url));

/** The real process that works on whole databases, as a child of plain Node. */
export function forkDiskHost(): DiskHost {
  const child = fork(entry, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    post: (task) => void child.send(task),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
