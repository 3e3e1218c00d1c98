import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { DiskHost } from '../storage/disk-host-client';

/** Starts the process that works on whole databases, from the given folder. */
export function spawnDiskHost(folder: string): DiskHost {
  const child = utilityProcess.fork(join(folder, 'disk-host.js'), [], { serviceName: 'Caja QR disk' });
  return {
    post: (task) => child.postMessage(task),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}
