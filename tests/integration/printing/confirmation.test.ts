import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetfulConfirmations } from '../../../electron/printing/confirmation-store';
import { createPrinterClient, type PrinterClient } from '../../../electron/printing/printer-client';
import { printerKey } from '../../../electron/printing/printer-key';
import type { PrinterTimings } from '../../../electron/printing/printer-timings';
import type { Confirmation, PrinterSettings, PrintOutcome, Transport } from '../../../shared/printer';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { aTicket } from '../../support/a-ticket';
import { openPrintRoom, type PrintRoom } from '../../support/printing/a-print-room';
import { inProcessHost } from '../../support/printing/in-process-host';
import { quickTimings } from '../../support/printing/quick-timings';
import { processIdAnswer, startScriptedPrinter, type ScriptedPrinter } from '../../support/printing/scripted-printer';
import { printerKinds, type PrinterUnderTest } from '../../support/printing/virtual-printers';

const clients: PrinterClient[] = [];
const rooms: PrintRoom[] = [];

/** A till that remembers of the printer what the test says. */
function aTill(transport: () => Transport, remembered: Confirmation | null, timings: Partial<PrinterTimings> = {}) {
  const confirmations = forgetfulConfirmations();
  confirmations.write(printerKey(transport()), remembered);
  const client = createPrinterClient({
    spawn: () => inProcessHost(),
    timings: { ...quickTimings, ...timings },
    confirmations,
  });
  clients.push(client);
  return {
    known: () => confirmations.read(printerKey(transport())),
    async print({ recover = false } = {}): Promise<PrintOutcome> {
      const settings: PrinterSettings = {
        transport: transport(),
        columns: 48,
        codePage: 'PC858',
        cut: 'partial',
        drawerPin: null,
      };
      const jobId = randomUUID();
      const lines = layoutTicket(aTicket(), settings, ticketTexts('es-AR'));
      const prepared = await client.prepare({ jobId, settings, payload: { kind: 'ticket', lines }, recover });
      expect(prepared).toMatchObject({ ok: true });
      return client.send(jobId, () => undefined);
    },
  };
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const room of rooms.splice(0)) await room.close();
});

describe.each(printerKinds)('a $name', ({ name, impossible, start }) => {
  if (impossible !== null) {
    it(`can not be tested here: ${name}: ${impossible}`, () => {
      expect(impossible).not.toBe('');
    });
    return;
  }

  let printer: PrinterUnderTest;
  const transport = () => printer.transport();
  const confirmed = { kind: 'printed', confirmed: true };
  const unconfirmed = { kind: 'printed', confirmed: false };

  beforeEach(async () => {
    printer = await start();
  });
  afterEach(() => printer.close());

  it('that names the ticket is asked for that from then on', async () => {
    const till = aTill(transport, null);
    expect(await till.print()).toEqual(confirmed);
    expect(till.known()).toBe('processId');
    expect(await till.print()).toEqual(confirmed);
    expect(printer.papers().map((paper) => paper.problems)).toEqual([[], []]);
  });

  it('that only answers in its turn is asked for that from then on', async () => {
    printer.faults.answersProcessIds = false;
    const till = aTill(transport, null);
    expect(await till.print()).toEqual(confirmed);
    expect(till.known()).toBe('fence');
    expect(await till.print()).toEqual(confirmed);
  });

  it('that never says so is not waited for again', async () => {
    printer.faults.answersFences = false;
    const till = aTill(transport, null);
    expect(await till.print()).toEqual(unconfirmed);
    expect(till.known()).toBe('nothing');
    // Waiting as long as for a printer that answers would be longer than any test may take.
    const patient = aTill(transport, 'nothing', { fenceMs: 3_600_000 });
    expect(await patient.print()).toEqual(unconfirmed);
    expect(await patient.print()).toEqual(unconfirmed);
    expect(printer.papers()).toHaveLength(3);
  });

  it('that never says so still tells when its paper ends with the ticket half out', async () => {
    printer.faults.answersFences = false;
    printer.faults.paperOutAfterLines = 4;
    expect(await aTill(transport, 'nothing').print()).toMatchObject({ kind: 'unconfirmed', trouble: 'paperOut' });
  });

  it.each(['processId', 'fence'] as const)('that used to answer by %s and stops leaves doubt', async (remembered) => {
    printer.faults.answersFences = false;
    const till = aTill(transport, remembered);
    expect(await till.print()).toMatchObject({ kind: 'unconfirmed', trouble: 'stalled' });
    expect(till.known()).toBe(remembered);
  });

  it('is not judged by a ticket that got stuck', async () => {
    printer.faults.paperOutAfterLines = 3;
    const till = aTill(transport, null);
    expect(await till.print()).toMatchObject({ kind: 'unconfirmed', trouble: 'paperOut' });
    expect(till.known()).toBeNull();
    printer.faults.paperOut = false;
    expect(await till.print({ recover: true })).toEqual(confirmed);
  });

  it('is known when the till starts again', async () => {
    const room = openPrintRoom(printer);
    rooms.push(room);
    room.begin();
    expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });
    await room.restart();
    expect(room.confirmations.read(printerKey(transport()))).toBe('processId');
    printer.faults.answersFences = false;
    room.begin();
    expect(await room.ended(room.add())).toMatchObject({ state: 'unconfirmed', trouble: 'stalled' });
  });

  it('is asked anew by a test ticket', async () => {
    printer.faults.answersFences = false;
    const room = openPrintRoom(printer);
    rooms.push(room);
    room.begin();
    expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });
    expect(room.confirmations.read(printerKey(transport()))).toBe('nothing');
    printer.faults.answersFences = true;
    expect(await room.ended(room.add({ kind: 'test' }))).toMatchObject({ state: 'printed' });
    expect(room.confirmations.read(printerKey(transport()))).toBe('processId');
  });
});

describe('an answer', () => {
  let printer: ScriptedPrinter;
  afterEach(() => printer.close());
  const transport = () => printer.transport;

  it('about this very ticket confirms it', async () => {
    printer = await startScriptedPrinter((id, self) => self.say(processIdAnswer(id)));
    expect(await aTill(transport, 'processId').print()).toEqual({ kind: 'printed', confirmed: true });
  });

  it('about another ticket does not', async () => {
    printer = await startScriptedPrinter((_id, self) => self.say(processIdAnswer('AAAA')));
    expect(await aTill(transport, 'processId').print()).toMatchObject({ kind: 'unconfirmed', trouble: 'stalled' });
  });

  it('about the ticket before, which comes when the printer was opened again, does not', async () => {
    printer = await startScriptedPrinter((_id, self) => {
      const [first] = self.ids;
      if (first !== undefined && self.ids.length > 1) self.say(processIdAnswer(first));
    });
    const till = aTill(transport, 'processId');
    expect(await till.print()).toMatchObject({ kind: 'unconfirmed', trouble: 'stalled' });
    expect(await till.print()).toMatchObject({ kind: 'unconfirmed', trouble: 'stalled' });
    expect(new Set(printer.ids).size).toBe(2);
  });

  it('that no one asked for does not, nor does a report of the printer’s own', async () => {
    printer = await startScriptedPrinter((_id, self) => self.say(Uint8Array.of(0x00, 0x14, 0x00, 0x00, 0x0f, 0x11)));
    expect(await aTill(transport, 'processId').print()).toMatchObject({ kind: 'unconfirmed', trouble: 'stalled' });
  });
});
