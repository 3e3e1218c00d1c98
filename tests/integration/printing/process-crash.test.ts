import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrinterEndpoint } from '../../../electron/printing/printer-client';
import { encodeTicket } from '../../../electron/printing/encode-ticket';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { startVirtualPrinter, type VirtualNetworkPrinter } from '../../../simulator/printer/virtual-printer';
import { aTicket } from '../../support/a-ticket';
import { openPrintRoom, type PrintRoom } from '../../support/printing/a-print-room';
import { forkPrinterHost } from '../../support/printing/fork-printer-host';
import { until } from '../../support/until';

interface Message {
  readonly type?: unknown;
  readonly bytesSent?: unknown;
  readonly value?: unknown;
}

/** When the printing process is killed, seen from the till. `lost`: its last words do not arrive. */
interface Crash {
  readonly before?: (sent: Message) => boolean;
  readonly after?: (heard: Message) => 'lost' | 'heard' | null;
}

const length = encodeTicket(
  layoutTicket(aTicket({ number: 1 }), { columns: 48, codePage: 'PC858' }, ticketTexts('es-AR')),
  { columns: 48, codePage: 'PC858', cut: 'partial' },
).length;

let printer: VirtualNetworkPrinter;
let room: PrintRoom;
let crash: Crash | null;
let processes: ReturnType<typeof forkPrinterHost>[];

/** The real printing process, killed once where the test says. */
function spawn(): PrinterEndpoint {
  const host = forkPrinterHost();
  processes.push(host);
  const kill = () => {
    crash = null;
    host.process.kill('SIGKILL');
  };
  return {
    ...host,
    post: (message) => {
      if (crash?.before?.(message as Message) === true) kill();
      if (host.process.connected) host.post(message);
    },
    onMessage: (listener) => {
      host.onMessage((message) => {
        const how = crash?.after?.(message as Message) ?? null;
        if (how !== null) kill();
        if (how !== 'lost') listener(message);
      });
    },
  };
}

beforeEach(async () => {
  printer = await startVirtualPrinter();
  const { host, port } = printer;
  crash = null;
  processes = [];
  room = openPrintRoom({ ...printer, transport: () => ({ kind: 'network', host, port }) }, { spawn });
  room.begin();
});
afterEach(async () => {
  await room.close();
  for (const { process } of processes) process.kill('SIGKILL');
  await printer.close();
});

const times = (number: number) =>
  [...printer.papers().flatMap(({ lines }) => lines), ...printer.unfinished()].filter((line) =>
    line.startsWith(`Ticket ${String(number).padStart(6, '0')}`),
  ).length;

describe('the printing process dies', () => {
  it.each<[string, Crash]>([
    ['when it is asked to look at the printer', { before: ({ type }) => type === 'prepare' }],
    ['when the attempt was written down', { before: ({ type }) => type === 'ready' }],
  ])('%s: no byte left, so the ticket comes out by itself, once', async (_title, where) => {
    crash = where;
    const job = room.add();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(crash).toBeNull();
    expect(processes).toHaveLength(2);
    expect(times(1)).toBe(1);
  });

  it.each<[string, Crash, number | null]>([
    // The till can't tell this from the next one.
    ['when it was told to go on', { before: ({ type }) => type === 'send' }, null],
    ['with some bytes sent', { after: ({ type }) => (type === 'progress' ? 'heard' : null) }, 300],
    [
      'with all bytes sent',
      { after: ({ type, bytesSent }) => (type === 'progress' && bytesSent === length ? 'heard' : null) },
      2000,
    ],
    ['when the printer has said that it is done, and nobody was told', { after: isEnd('lost') }, null],
  ])('%s: the ticket is in doubt and never tried again; the next one is whole', async (_title, where, speed) => {
    printer.faults.bytesPerSecond = speed;
    crash = where;
    const job = room.add();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'programStopped' });
    printer.faults.bytesPerSecond = null;
    expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });
    expect(times(1)).toBeLessThanOrEqual(1);
    expect(times(2)).toBe(1);
    expect(printer.papers().at(-1)?.problems).toEqual([]);
  });

  it('when it has told that the ticket is printed: it is printed', async () => {
    crash = { after: isEnd('heard') };
    expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });
    await until('its end', () => processes[0]?.process.signalCode === 'SIGKILL');
    expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });
    expect([times(1), times(2)]).toEqual([1, 1]);
  });
});

function isEnd(how: 'lost' | 'heard'): NonNullable<Crash['after']> {
  return ({ type, value }) =>
    type === 'answer' && typeof value === 'object' && value !== null && 'kind' in value ? how : null;
}
