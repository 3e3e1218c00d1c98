import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeTicket } from '../../../electron/printing/encode-ticket';
import { createPrinterClient, type PrinterClient } from '../../../electron/printing/printer-client';
import type { PrinterSettings, PrintOutcome } from '../../../shared/printer';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import type { PrintedLine } from '../../../shared/ticket/printed-line';
import { aBitmap, aRefundSlip, aTicket } from '../../support/a-ticket';
import { openPrintRoom } from '../../support/printing/a-print-room';
import { inProcessHost } from '../../support/printing/in-process-host';
import { quickTimings } from '../../support/printing/quick-timings';
import { printerKinds, type PrinterUnderTest } from '../../support/printing/virtual-printers';
import { until } from '../../support/until';

const paper = { columns: 48, codePage: 'PC858', cut: 'partial' } as const;
const texts = ticketTexts('es-AR');
const torn = layoutTicket(aTicket({ logo: aBitmap(200, 20) }), paper, texts);
const next = layoutTicket(aRefundSlip(), paper, texts);
const length = encodeTicket(torn, paper).length;

describe.each(printerKinds)('the cable of a $name', ({ name, impossible, start }) => {
  if (impossible !== null) {
    it(`can not be pulled here: ${name}: ${impossible}`, () => {
      expect(impossible).not.toBe('');
    });
    return;
  }

  let printer: PrinterUnderTest;
  let client: PrinterClient;

  beforeEach(async () => {
    printer = await start();
    client = createPrinterClient({ spawn: () => inProcessHost(), timings: quickTimings });
  });
  afterEach(async () => {
    client.close();
    await printer.close();
  });

  async function prepare(lines: readonly PrintedLine[], recover: boolean) {
    const settings: PrinterSettings = { ...paper, transport: printer.transport(), drawerPin: null };
    const jobId = randomUUID();
    const prepared = await client.prepare({ jobId, settings, payload: { kind: 'ticket', lines: [...lines] }, recover });
    return { jobId, prepared };
  }

  async function print(lines: readonly PrintedLine[], recover: boolean): Promise<PrintOutcome> {
    const { jobId, prepared } = await prepare(lines, recover);
    expect(prepared).toMatchObject({ ok: true });
    return client.send(jobId, () => undefined);
  }

  /** What a printer cuts that was never torn off. */
  async function onFreshPaper(): Promise<readonly string[]> {
    expect(await print(next, false)).toMatchObject({ kind: 'printed' });
    return printer.papers().at(-1)?.lines ?? [];
  }

  it('pulled at any byte of a ticket leaves that one in doubt and the next one whole', async () => {
    const fresh = await onFreshPaper();
    expect(fresh.length).toBeGreaterThan(10);
    for (let byte = 1; byte <= length; byte += byte < 12 ? 1 : 61) {
      printer.faults.unplugAfterBytes = byte;
      expect([byte, (await print(torn, false)).kind]).toEqual([byte, 'unconfirmed']);
      await printer.plugIn();
      expect([byte, await print(next, true)]).toEqual([byte, { kind: 'printed', confirmed: true }]);
      const whole = printer.papers().at(-1);
      expect([byte, whole?.problems, whole?.lines]).toEqual([byte, [], fresh]);
    }
  }, 60_000);

  it('pulled after the last byte, before the printer says so, leaves doubt', async () => {
    await onFreshPaper();
    printer.faults.unplugAfterBytes = length;
    expect(await print(torn, false)).toMatchObject({ kind: 'unconfirmed', trouble: 'unplugged', bytesSent: length });
  });

  it('pulled after the printer said so changes nothing', async () => {
    expect(await print(torn, false)).toEqual({ kind: 'printed', confirmed: true });
    await printer.unplug();
    expect(printer.papers()).toHaveLength(1);
  });

  it('pulled while the printer is brought back to its senses costs the next ticket nothing: it does not begin', async () => {
    await onFreshPaper();
    printer.faults.unplugAfterBytes = 200;
    expect(await print(torn, false)).toMatchObject({ kind: 'unconfirmed' });
    await printer.plugIn();
    printer.faults.unplugAfterBytes = 700;
    expect((await prepare(next, true)).prepared).toMatchObject({ ok: false });
    await printer.plugIn();
    expect(await print(next, true)).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.papers().at(-1)?.problems).toEqual([]);
  });

  it('pulled before the first byte makes the ticket wait, and it comes out once when it is back', async () => {
    const room = openPrintRoom(printer);
    try {
      room.begin();
      await printer.unplug();
      const job = room.add();
      await until('a reason for the wait', () => room.store.find(job)?.trouble ?? false);
      await printer.plugIn();
      room.queue.configure(room.settings());
      expect(await room.ended(job)).toMatchObject({ state: 'printed' });
      expect(printer.papers()).toHaveLength(1);
    } finally {
      await room.close();
    }
  });

  it('pulled between the decision to print and the first byte: nothing left, so it is tried again by itself', async () => {
    let pulled = false;
    const pullAtSend = () => {
      const host = inProcessHost();
      return {
        ...host,
        post: (message: unknown) => {
          const isSend =
            typeof message === 'object' && message !== null && 'type' in message && message.type === 'send';
          if (!isSend || pulled) host.post(message);
          else {
            pulled = true;
            // The news of it reaches the till before it writes.
            void printer.unplug().then(() => setTimeout(() => host.post(message), 50));
          }
        },
      };
    };
    const room = openPrintRoom(printer, { spawn: pullAtSend });
    try {
      room.begin();
      const job = room.add();
      await until('its way back to the queue', () => room.story(job).includes('queued: unplugged'));
      await printer.plugIn();
      room.queue.configure(room.settings());
      expect(await room.ended(job)).toMatchObject({ state: 'printed' });
      expect(printer.papers()).toHaveLength(1);
      expect(room.story(job).filter((state) => state === 'sending')).toHaveLength(2);
    } finally {
      await room.close();
    }
  });
});
