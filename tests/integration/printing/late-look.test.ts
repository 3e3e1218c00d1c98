import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { openNetwork } from '../../../electron/printing/devices/open-network';
import { newPrinterMemory, PrinterSession } from '../../../electron/printing/printer-session';
import { quickTimings } from '../../support/printing/quick-timings';

/** In a thread of its own, because this one is kept busy: it says that it is fine whenever it is asked. */
const finePrinter = `
  const { createServer } = require('node:net');
  const { parentPort } = require('node:worker_threads');
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => socket.write(Buffer.of(0x12)));
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

it('hears what a printer answered while this computer was too busy to listen', async () => {
  const printer = new Worker(finePrinter, { eval: true });
  const [port] = (await once(printer, 'message')) as [number];
  const opened = await openNetwork({ host: '127.0.0.1', port }, quickTimings);
  if (!opened.ok) throw new Error(opened.trouble);
  const session = new PrinterSession(opened.connection, newPrinterMemory(), quickTimings);
  try {
    const status = session.status();
    // Nothing of this process runs for longer than the printer may take.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3 * quickTimings.answerMs);
    expect(await status).toEqual({ state: 'ready', paperLow: false, answersStatus: true });
  } finally {
    await session.close();
    await printer.terminate();
  }
});
