import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { layOutPaper } from '../printing/lay-out-paper';
import { createPrinterClient, type PrinterEndpoint } from '../printing/printer-client';
import { PrintQueue } from '../printing/print-queue';
import type { TillOptions } from '../till';

/** The printer in a process of its own, started from the given folder. */
export function spawnPrinting(folder: string): TillOptions['createPrinting'] {
  return ({ log, confirmations, logo, ...ports }) => {
    const client = createPrinterClient({
      spawn: () => spawnPrinterHost(folder),
      confirmations,
      onHostGone: (why) => log('printing.hostGone', { why }),
    });
    return new PrintQueue({
      ...ports,
      log,
      client,
      layout: (ticket, settings) => layOutPaper(ticket, settings, logo()),
    });
  };
}

/** A device that blocks or a driver that crashes stays in there. */
function spawnPrinterHost(folder: string): PrinterEndpoint {
  const child = utilityProcess.fork(join(folder, 'printer-host.js'), [], { serviceName: 'Caja QR printing' });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}
