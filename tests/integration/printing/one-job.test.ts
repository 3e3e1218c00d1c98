import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Payload } from '../../../electron/printing/host-messages';
import { createPrinterClient, type PrinterClient } from '../../../electron/printing/printer-client';
import type { Progress } from '../../../electron/printing/printer-session';
import type { PrinterSettings, PrintOutcome } from '../../../shared/printer';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { aTicket, aTicketLine } from '../../support/a-ticket';
import { inProcessHost } from '../../support/printing/in-process-host';
import { quickTimings } from '../../support/printing/quick-timings';
import { printerKinds, type PrinterUnderTest } from '../../support/printing/virtual-printers';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { until } from '../../support/until';

function settingsFor(printer: PrinterUnderTest): PrinterSettings {
  return { transport: printer.transport(), columns: 48, codePage: 'PC858', cut: 'partial', drawerPin: 2 };
}

function ticketPayload(lines = 3): Payload {
  const ticket = aTicket({ lines: Array.from({ length: lines }, () => aTicketLine()) });
  return { kind: 'ticket', lines: layoutTicket(ticket, { columns: 48, codePage: 'PC858' }, ticketTexts('es-AR')) };
}

function newClient(): PrinterClient {
  return createPrinterClient({ spawn: () => inProcessHost(), timings: quickTimings });
}

describe.each(printerKinds)('a ticket at a $name', ({ name, impossible, start }) => {
  if (impossible !== null) {
    it(`can not be tested here: ${name}: ${impossible}`, () => {
      expect(impossible).not.toBe('');
    });
    return;
  }

  let printer: PrinterUnderTest;
  let client: PrinterClient;

  beforeEach(async () => {
    printer = await start();
    client = newClient();
  });
  afterEach(async () => {
    client.close();
    await printer.close();
  });

  const prepare = (options: { recover?: boolean; payload?: Payload; jobId?: string } = {}) => {
    const { recover = false, payload = ticketPayload(), jobId = randomUUID() } = options;
    return client
      .prepare({ jobId, settings: settingsFor(printer), payload, recover })
      .then((prepared) => ({ prepared, jobId }));
  };

  const print = async (payload?: Payload, onProgress: (progress: Progress) => void = () => undefined) => {
    const { prepared, jobId } = await prepare(payload ? { payload } : {});
    expect(prepared).toMatchObject({ ok: true });
    return client.send(jobId, onProgress);
  };

  /** Lets the till learn that this printer answers. */
  const meet = async () => {
    expect(await client.status(printer.transport())).toMatchObject({ state: 'ready', answersStatus: true });
  };

  it('is printed once, and the printer itself says so', async () => {
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.papers()).toHaveLength(1);
    expect(printer.papers()[0]?.problems).toEqual([]);
    expect(printer.papers()[0]?.lines).toContain(`TOTAL${'$ 12.505,78'.padStart(43)}`);
  });

  it.each([
    ['paperOut', 'paperOut'],
    ['coverOpen', 'coverOpen'],
    ['broken', 'printerError'],
    ['offline', 'offline'],
  ] as const)('does not begin when the printer says %s', async (fault, trouble) => {
    printer.faults[fault] = true;
    expect((await prepare()).prepared).toEqual({ ok: false, trouble });
    expect(printer.bytesReceived()).toBe(0);
  });

  it('does not begin when the printer is away', async () => {
    await printer.unplug();
    const { prepared } = await prepare();
    expect(prepared.ok ? null : prepared.trouble).toMatch(/^(notFound|offline|unplugged)$/);
  });

  it('has not begun until it is sent', async () => {
    const { jobId } = await prepare();
    expect(printer.bytesReceived()).toBe(0);
    await client.abandon(jobId);
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.papers()).toHaveLength(1);
  });

  it('fails with no byte sent when the cable is pulled just before', async () => {
    const { jobId } = await prepare();
    await printer.unplug();
    expect(await sendAfterNews(jobId)).toEqual({ kind: 'failed', trouble: 'unplugged' });
  });

  it('is in doubt when the cable is pulled half-way', async () => {
    printer.faults.unplugAfterBytes = 200;
    const outcome = await print();
    expect(outcome).toMatchObject({ kind: 'unconfirmed', trouble: 'unplugged' });
    expect(bytesSent(outcome)).toBeGreaterThanOrEqual(200);
    expect(printer.papers()).toHaveLength(0);
  });

  it('comes out whole when paper is put in half-way, and says meanwhile why it is stuck', async () => {
    printer.faults.paperOutAfterLines = 5;
    const troubles = new Set<unknown>();
    const printing = print(ticketPayload(), ({ trouble }) => {
      troubles.add(trouble);
      if (trouble === 'paperOut') printer.faults.paperOut = false;
    });
    expect(await printing).toEqual({ kind: 'printed', confirmed: true });
    expect(troubles).toContain('paperOut');
    expect(printer.papers()).toHaveLength(1);
    expect(printer.papers()[0]?.problems).toEqual([]);
  });

  it('is in doubt when the paper ends half-way and nobody comes', async () => {
    printer.faults.paperOutAfterLines = 5;
    expect(await print()).toMatchObject({ kind: 'unconfirmed', trouble: 'paperOut' });
    expect(printer.unfinished()).toHaveLength(5);
  });

  it('is in doubt when the cover is opened half-way and stays open', async () => {
    printer.faults.bytesPerSecond = 4000;
    const printing = print();
    await until('the first line on paper', () => printer.unfinished().length > 0);
    printer.faults.coverOpen = true;
    expect(await printing).toMatchObject({ kind: 'unconfirmed', trouble: 'coverOpen' });
  });

  it('is printed by a slow printer', async () => {
    printer.faults.bytesPerSecond = 3000;
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
  });

  it('is in doubt when a printer that used to say that it got to the end does not', async () => {
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
    printer.faults.answersFences = false;
    expect(await print()).toMatchObject({ kind: 'unconfirmed', trouble: 'stalled' });
  });

  it('counts as printed, unconfirmed, at a printer that is fine and never says that it got to the end', async () => {
    printer.faults.answersFences = false;
    expect(await print()).toEqual({ kind: 'printed', confirmed: false });
    expect(await print()).toEqual({ kind: 'printed', confirmed: false });
  });

  it('counts as printed, unconfirmed, at a printer that never answers anything', async () => {
    printer.faults.answersStatus = false;
    printer.faults.answersFences = false;
    expect((await prepare()).prepared).toEqual({ ok: true, status: { state: 'unknown' } });
    client.close();
    client = newClient();
    expect(await print()).toEqual({ kind: 'printed', confirmed: false });
  });

  it('is confirmed by a printer that only answers when it got to the end', async () => {
    printer.faults.answersStatus = false;
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
  });

  it('does not begin at a printer that used to answer and fell silent', async () => {
    await meet();
    printer.faults.neverReads = true;
    expect((await prepare()).prepared).toEqual({ ok: false, trouble: 'offline' });
    printer.faults.neverReads = false;
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
  });

  it('is in doubt when the printer stops taking bytes half-way', async () => {
    printer.faults.bytesPerSecond = 200_000;
    const long = ticketPayload(60_000);
    const printing = print(long, ({ bytesSent: sent }) => {
      if (sent > 20_000) printer.faults.neverReads = true;
    });
    const outcome = await printing;
    expect(outcome).toMatchObject({ kind: 'unconfirmed', trouble: 'offline' });
  });

  it('does not begin while the printer is still at the ticket before it', async () => {
    await print();
    printer.faults.bytesPerSecond = 250;
    expect(await print()).toMatchObject({ kind: 'unconfirmed', trouble: 'stalled' });
    expect((await prepare({ recover: true })).prepared).toEqual({ ok: false, trouble: 'stalled' });
    printer.faults.bytesPerSecond = null;
    await until('the slow ticket on paper', () => printer.papers().length === 2);
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.papers().map((paper) => paper.problems)).toEqual([[], [], []]);
  });

  it('is not confirmed by the late answer to the ticket before it', async () => {
    printer.faults.bytesPerSecond = 300;
    expect(await print()).toEqual({ kind: 'printed', confirmed: false });
    const { prepared, jobId } = await prepare();
    expect(prepared).toMatchObject({ ok: true });
    const second = client.send(jobId, () => undefined);
    printer.faults.bytesPerSecond = 2000;
    expect(await second).toEqual({ kind: 'printed', confirmed: false });
    printer.faults.bytesPerSecond = null;
    await until('both on paper', () => printer.papers().length === 2);
    // It was only slow: its next answer shows that it can be asked again, and then it is believed.
    expect(await print()).toMatchObject({ kind: 'printed' });
    expect(await print()).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.papers().map((paper) => paper.problems)).toEqual([[], [], [], []]);
  });

  it('waits its turn behind another one at the same printer', async () => {
    printer.faults.bytesPerSecond = 8000;
    const first = await prepare();
    let secondIsReady = false;
    const second = prepare().then((ready) => {
      secondIsReady = true;
      return ready;
    });
    const firstOutcome = await client.send(first.jobId, () => {
      expect(secondIsReady).toBe(false);
    });
    expect(firstOutcome).toEqual({ kind: 'printed', confirmed: true });
    expect(await client.send((await second).jobId, () => undefined)).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.papers()).toHaveLength(2);
  });

  it('begins on its own piece of paper after one that was torn off half-way', async () => {
    printer.faults.unplugAfterBytes = 200;
    expect(await print()).toMatchObject({ kind: 'unconfirmed' });
    await printer.plugIn();
    const { prepared, jobId } = await prepare({ recover: true });
    expect(prepared).toMatchObject({ ok: true });
    expect(await client.send(jobId, () => undefined)).toEqual({ kind: 'printed', confirmed: true });
    const [torn, whole] = printer.papers();
    expect(torn?.lines.join()).not.toContain('TOTAL');
    expect(whole?.problems).toEqual([]);
    expect(whole?.lines[0]).toBe('    Almacén Don José');
  });

  it('the drawer opens by a command of its own and nothing is printed', async () => {
    expect(await print({ kind: 'drawer', pin: 2 })).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.drawerKicks()).toEqual([2]);
    expect(printer.papers()).toEqual([]);
    expect(printer.unfinished()).toEqual([]);
  });

  it('warns when the roll is near its end', async () => {
    printer.faults.paperLow = true;
    expect(await client.status(printer.transport())).toEqual({ state: 'ready', paperLow: true, answersStatus: true });
  });

  /** The news of a pulled cable needs a moment to arrive; the till's next message is later than that. */
  async function sendAfterNews(jobId: string): Promise<PrintOutcome> {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return client.send(jobId, () => undefined);
  }
});

function bytesSent(outcome: PrintOutcome): number {
  return outcome.kind === 'unconfirmed' ? outcome.bytesSent : 0;
}
