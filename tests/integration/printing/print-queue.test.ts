import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintJobStore } from '../../../electron/printing/print-job';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { aRefundSlip } from '../../support/a-ticket';
import { openPrintRoom, type PrintRoom, type PrintRoomParts } from '../../support/printing/a-print-room';
import { printerKinds, type PrinterUnderTest } from '../../support/printing/virtual-printers';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { until } from '../../support/until';

const network = printerKinds[0];

let printer: PrinterUnderTest;
const rooms: PrintRoom[] = [];

function openRoom(parts: PrintRoomParts = {}): PrintRoom {
  const room = openPrintRoom(printer, parts);
  rooms.push(room);
  return room;
}

beforeEach(async () => {
  if (!network) throw new Error('there is always a network printer');
  printer = await network.start();
});
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
  await printer.close();
});

/** Numbers of the tickets on paper, in the order in which they came out. */
function numbersOnPaper(): string[] {
  return printer.papers().flatMap((paper) => paper.lines.flatMap((line) => /^Ticket (\d+)/.exec(line)?.[1] ?? []));
}

describe('a ticket', () => {
  it('is printed, and every step is on disk before it is told', async () => {
    const room = openRoom();
    room.begin();
    const job = room.add();
    expect(await room.ended(job)).toMatchObject({ state: 'printed', trouble: null });
    expect(room.story(job)).toEqual(['sending', 'printed']);
    expect(printer.papers()[0]?.problems).toEqual([]);
  });

  it('ends as it ended, without a second paper, when the disk could not take that at first', async () => {
    let refusals = 2;
    const room = openRoom({
      store: (store): PrintJobStore => ({
        ...store,
        markEnded: (id, outcome) => {
          if (refusals-- > 0) throw new Error('database or disk is full');
          return store.markEnded(id, outcome);
        },
      }),
    });
    room.begin();
    expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });
    expect(printer.papers()).toHaveLength(1);
  });

  it('is marked as begun before its first byte leaves', async () => {
    let bytesWhenMarked = -1;
    const room = openRoom({
      store: (store) => ({
        ...store,
        markSending: (id) => {
          bytesWhenMarked = printer.bytesReceived();
          return store.markSending(id);
        },
      }),
    });
    room.begin();
    await room.ended(room.add());
    expect(bytesWhenMarked).toBe(0);
    expect(printer.bytesReceived()).toBeGreaterThan(0);
  });

  it('is not sent when its beginning can not be written down', async () => {
    let full = true;
    const room = openRoom({
      store: (store): PrintJobStore => ({
        ...store,
        markSending: (id) => {
          if (full) throw new Error('database or disk is full');
          return store.markSending(id);
        },
      }),
    });
    room.begin();
    const job = room.add();
    await until('a failed attempt', () => room.faults.length > 1);
    expect(printer.bytesReceived()).toBe(0);
    full = false;
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(numbersOnPaper()).toEqual(['000001']);
  });

  it.each(['paperOut', 'coverOpen', 'offline'] as const)(
    'waits while the printer says %s, with no byte sent, and comes out by itself afterwards',
    async (fault) => {
      printer.faults[fault] = true;
      const room = openRoom();
      room.begin();
      const job = room.add();
      await until('a reason for the wait', () => room.story(job).includes(`queued: ${fault}`));
      expect(room.queue.status()).toEqual({ state: 'trouble', trouble: fault });
      await sleep(150);
      expect(printer.bytesReceived()).toBe(0);
      printer.faults[fault] = false;
      expect(await room.ended(job)).toMatchObject({ state: 'printed', trouble: null });
      expect(room.story(job)).toEqual([`queued: ${fault}`, 'sending', 'printed']);
      expect(numbersOnPaper()).toEqual(['000001']);
    },
  );

  it('waits for a printer that is away and comes out when it is back', async () => {
    await printer.unplug();
    const room = openRoom();
    room.begin();
    const job = room.add();
    await until('a reason for the wait', () => room.store.find(job)?.trouble ?? false);
    await printer.plugIn();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
  });

  it('waits until a printer is chosen', async () => {
    const room = openRoom();
    room.queue.start();
    const job = room.add();
    await until('a reason for the wait', () => room.store.find(job)?.trouble === 'notConfigured');
    expect(room.queue.status()).toEqual({ state: 'notConfigured' });
    room.queue.configure(room.settings());
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
  });

  it('comes out in its turn', async () => {
    printer.faults.paperOut = true;
    const room = openRoom();
    room.begin();
    const jobs = [room.add(), room.add(), room.add()];
    await until('a reason for the wait', () => room.store.find('job-1')?.trouble ?? false);
    printer.faults.paperOut = false;
    for (const job of jobs) expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(numbersOnPaper()).toEqual(['000001', '000002', '000003']);
  });

  it('that stopped half-way is never tried again by the program', async () => {
    printer.faults.paperOutAfterLines = 4;
    const room = openRoom();
    room.begin();
    const torn = room.add();
    expect(await room.ended(torn)).toMatchObject({ state: 'unconfirmed', trouble: 'paperOut' });
    const next = room.add();
    await until('a reason for the wait', () => room.store.find(next)?.trouble ?? false);
    printer.faults.paperOut = false;
    expect(await room.ended(next)).toMatchObject({ state: 'printed' });
    // The printer itself went on with what it had when the paper came: once, and on its own piece of paper.
    expect(numbersOnPaper()).toEqual(['000001', '000002']);
    expect(printer.papers().map((paper) => paper.problems)).toEqual(printer.papers().map(() => []));
    expect(room.store.find(torn)).toMatchObject({ state: 'unconfirmed' });
  });

  it('after one that lost its cable half-way begins on a new piece of paper', async () => {
    printer.faults.unplugAfterBytes = 300;
    const room = openRoom();
    room.begin();
    const torn = room.add();
    expect(await room.ended(torn)).toMatchObject({ state: 'unconfirmed', trouble: 'unplugged' });
    const next = room.add();
    await printer.plugIn();
    expect(await room.ended(next)).toMatchObject({ state: 'printed' });
    const [half, whole] = printer.papers();
    expect(half?.lines.join()).not.toContain('TOTAL');
    expect(whole?.lines).toContain('Ticket 000002                   12/11/2026 15:04');
    expect([half?.problems, whole?.problems]).toEqual([[], []]);
  });

  it('after one that stopped half-way and a restart begins on a new piece of paper too', async () => {
    printer.faults.unplugAfterBytes = 300;
    const room = openRoom();
    room.begin();
    expect(await room.ended(room.add())).toMatchObject({ state: 'unconfirmed', trouble: 'unplugged' });
    await room.restart();
    await printer.plugIn();
    room.begin();
    expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });
    const [half, whole] = printer.papers();
    expect(half?.lines.join()).not.toContain('000002');
    expect(whole?.lines[0]).toBe('    Almacén Don José');
    expect([half?.problems, whole?.problems]).toEqual([[], []]);
  });

  it('of a refund waits for its paper as that of a sale does, and comes out once', async () => {
    printer.faults.paperOut = true;
    const room = openRoom();
    room.begin();
    const slip = room.add({ kind: 'refund', refundId: 'refund-1', ticket: aRefundSlip() });
    await until('a reason for the wait', () => room.store.find(slip)?.trouble === 'paperOut');
    await room.restart();
    room.begin();
    printer.faults.paperOut = false;
    expect(await room.ended(slip)).toMatchObject({ state: 'printed', refundId: 'refund-1' });
    expect(printer.papers().map((paper) => paper.lines.includes('       DEVOLUCIÓN'))).toEqual([true]);
  });

  it('that can not be laid out fails and lets the others pass', async () => {
    const room = openRoom({
      layout: (ticket, paper) => {
        if (ticket.kind === 'sale' && ticket.number === 1) throw new Error('no layout');
        return layoutTicket(ticket, paper, ticketTexts('es-AR'));
      },
    });
    room.begin();
    const [bad, good] = [room.add(), room.add()];
    expect(await room.ended(bad)).toMatchObject({ state: 'failed', trouble: 'unknown' });
    expect(await room.ended(good)).toMatchObject({ state: 'printed' });
  });
});

describe('a test and the drawer', () => {
  it('tell at once how they ended', async () => {
    const room = openRoom();
    room.begin();
    expect(await room.queue.runNow(room.add({ kind: 'test' }))).toEqual({ kind: 'printed', confirmed: true });
    expect(await room.queue.runNow(room.add({ kind: 'drawer' }))).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.drawerKicks()).toEqual([2]);
    expect(printer.papers()).toHaveLength(1);
  });

  it('fail at once when the printer can not, and do not happen later', async () => {
    printer.faults.paperOut = true;
    const room = openRoom();
    room.begin();
    const ticket = room.add();
    const outOfPaper = { kind: 'failed', trouble: 'paperOut' };
    expect(await room.queue.runNow(room.add({ kind: 'drawer' }))).toEqual(outOfPaper);
    expect(await room.queue.runNow(room.add({ kind: 'test' }))).toEqual(outOfPaper);
    printer.faults.paperOut = false;
    expect(await room.ended(ticket)).toMatchObject({ state: 'printed' });
    await room.queue.runNow(room.add({ kind: 'test' }));
    expect(printer.drawerKicks()).toEqual([]);
    expect(printer.papers()).toHaveLength(2);
  });

  it('there is no drawer to open where none is set up', async () => {
    const room = openRoom();
    room.begin({ drawerPin: null });
    expect(await room.queue.runNow(room.add({ kind: 'drawer' }))).toEqual({ kind: 'failed', trouble: 'notConfigured' });
  });
});

describe('after the program was stopped', () => {
  it('a ticket that had begun is in doubt, and is not printed again', async () => {
    const room = openRoom();
    const job = room.add({ state: 'sending' });
    room.begin();
    expect(room.store.find(job)).toMatchObject({ state: 'unconfirmed', trouble: 'programStopped' });
    expect(room.story(job)).toEqual(['unconfirmed: programStopped']);
    await room.ended(room.add());
    expect(numbersOnPaper()).toEqual(['000002']);
  });

  it('a ticket that waited is printed', async () => {
    printer.faults.paperOut = true;
    const room = openRoom();
    room.begin();
    const job = room.add();
    await until('a reason for the wait', () => room.store.find(job)?.trouble ?? false);
    await room.restart();
    printer.faults.paperOut = false;
    room.begin();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(numbersOnPaper()).toEqual(['000001']);
  });

  it('a drawer that waited is forgotten', async () => {
    const room = openRoom();
    const job = room.add({ kind: 'drawer' });
    room.begin();
    expect(room.store.find(job)).toMatchObject({ state: 'failed', trouble: 'programStopped' });
    await room.ended(room.add());
    expect(printer.drawerKicks()).toEqual([]);
  });

  it('a ticket that was coming out while it closed is in doubt, on disk, when closing is over', async () => {
    printer.faults.bytesPerSecond = 500;
    const room = openRoom();
    room.begin();
    const job = room.add();
    await until('the first bytes', () => printer.bytesReceived() > 0);
    await room.restart();
    expect(room.store.find(job)).toMatchObject({ state: 'unconfirmed' });
  });
});

describe('the state of the printer', () => {
  it('is told whenever it changes, with nothing to print', async () => {
    const room = openRoom({ pollMs: 20 });
    room.begin();
    const ready = { state: 'ready', paperLow: false, answersStatus: true };
    await until('ready', () => room.queue.status().state === 'ready');
    printer.faults.coverOpen = true;
    await until('open', () => room.queue.status().state === 'trouble');
    printer.faults.coverOpen = false;
    printer.faults.paperLow = true;
    await until('low', () => JSON.stringify(room.queue.status()).includes('"paperLow":true'));
    expect(room.statuses).toEqual([
      { state: 'unknown' },
      ready,
      { state: 'trouble', trouble: 'coverOpen' },
      { ...ready, paperLow: true },
    ]);
  });

  it('says why a ticket is stuck half out before the ticket ends', async () => {
    printer.faults.paperOutAfterLines = 4;
    const room = openRoom();
    room.begin();
    const job = room.add();
    await until('out of paper', () => JSON.stringify(room.queue.status()).includes('paperOut'));
    expect(room.store.find(job)).toMatchObject({ state: 'sending' });
    printer.faults.paperOut = false;
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(room.queue.status()).toMatchObject({ state: 'ready' });
  });
});
