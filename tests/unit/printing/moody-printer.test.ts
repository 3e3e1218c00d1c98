import { expect, it } from 'vitest';
import type { Connection } from '../../../electron/printing/devices/connection';
import { newPrinterMemory, PrinterSession } from '../../../electron/printing/printer-session';

const timings = {
  openMs: 100,
  answerMs: 50,
  stallMs: 100,
  fenceMs: 100,
  silentFenceMs: 50,
  rescueMs: 150,
  lookMs: 10,
};
const FINE = 0x12;
const OFFLINE = 0x1a;

/** Never says that it got to the end, and each time that it is asked it is off, and then it is not. */
function moodyConnection(): Connection {
  let hear: (bytes: Uint8Array) => void = () => undefined;
  let general = FINE;
  return {
    twoWay: true,
    arrives: false,
    write: (bytes, onTaken) => {
      onTaken(bytes.length);
      const isQuestion = bytes.length === 3 && bytes[0] === 0x10 && bytes[1] === 4;
      if (isQuestion && bytes[2] === 1) general = general === FINE ? OFFLINE : FINE;
      if (isQuestion) setImmediate(() => hear(Uint8Array.of(bytes[2] === 1 ? general : FINE)));
      return Promise.resolve(null);
    },
    drain: () => Promise.resolve(null),
    onBytes: (listener) => {
      hear = listener;
    },
    onLost: () => undefined,
    close: () => Promise.resolve(),
  };
}

it('a printer that changes its mind at every look ends in doubt, and not never', async () => {
  const memory = { ...newPrinterMemory(), answersStatus: true, confirmation: 'fence' as const };
  const session = new PrinterSession(moodyConnection(), memory, timings);
  const troubles: unknown[] = [];
  const outcome = await session.print(new Uint8Array(), Buffer.from('ticket'), ({ trouble }) => troubles.push(trouble));
  expect(outcome).toMatchObject({ kind: 'unconfirmed', bytesSent: 6 });
  expect(new Set(troubles)).toEqual(new Set([null, 'offline']));
});
