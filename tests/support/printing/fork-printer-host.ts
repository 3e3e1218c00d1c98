import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PrinterEndpoint } from '../../../electron/printing/printer-client';

const entry = fileURLToPath(new URL('../../../electron/printing/printer-host.ts', import.meta.url));

/** The real printing process, as a child of plain Node. */
export function forkPrinterHost(): PrinterEndpoint & { readonly process: ChildProcess } {
  const child = fork(entry, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    process: child,
    post: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
