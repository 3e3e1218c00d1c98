import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PrinterEndpoint } from '../../../electron/printing/printer-client';

const entry = fileURLToPath(new URL('../../../electron/printing/printer-host.ts', import.meta.url));

/** The real printing process, as a child of plain Node. */
export function forkPrinterHost(): PrinterEndpoint & { readonly process: ChildProcess } {
  const child = fork(entry, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    process: child,
    // As Electron's own: what is said to a process that has just ended is lost, and its end is told by `exit`.
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
