import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSystem } from '../../../electron/printing/devices/open-system';
import { findSystemPrinters } from '../../../electron/printing/find-system-printers';
import { transportSchema } from '../../../shared/printer';
import { openPrintRoom, type PrintRoom, type PrintRoomParts } from '../../support/printing/a-print-room';
import { startSpooler, type TestSpooler } from '../../support/printing/a-spooler';
import { forkPrinterHost } from '../../support/printing/fork-printer-host';
import { quickTimings } from '../../support/printing/quick-timings';
import { until } from '../../support/until';

/** A busy machine takes its time to start a program. */
const timings = { ...quickTimings, stallMs: 1500 };
const aRoom = (parts: PrintRoomParts = {}) =>
  openPrintRoom({ transport: () => ({ kind: 'system', queue: 'Tickets' }) }, { timings, ...parts });

let spooler: TestSpooler;
let room: PrintRoom;
beforeEach(() => {
  spooler = startSpooler();
  room = aRoom();
});
afterEach(async () => {
  await room.close();
  spooler.close();
});

/** A ticket for a till that has begun. */
function beginWithOne(): string {
  room.begin();
  return room.add();
}

const waits = (job: string, trouble: string) =>
  until('its reason', () => room.story(job).includes(`queued: ${trouble}`));
const paperIsOut = () =>
  until('its reason', () => room.statuses.some((each) => each.state === 'trouble' && each.trouble === 'paperOut'));

describe('a queue of the system', () => {
  it('prints a ticket once, as bytes that nobody changes, and counts it as printed without proof', async () => {
    const job = beginWithOne();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(spooler.printed()).toHaveLength(1);
    expect(spooler.printed()[0]?.startsWith('\u001b@')).toBe(true);
    expect(spooler.printed()[0]).toContain('000001');
    expect(await room.queue.runNow(room.add({ kind: 'test' }))).toEqual({ kind: 'printed', confirmed: false });
  });

  it('gets nothing while it is paused: the ticket waits here, not one byte of it there', async () => {
    spooler.be('pause');
    const job = beginWithOne();
    await waits(job, 'queueStopped');
    expect(spooler.held()).toEqual([]);
    expect(spooler.printed()).toEqual([]);
  });

  it('gets nothing while it still holds something of somebody, and then what waited', async () => {
    spooler.holdOther('of another program');
    const job = beginWithOne();
    await waits(job, 'queueBusy');
    expect(spooler.held()).toEqual(['of another program']);
    spooler.letGo();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
  });

  it('that does not print in time gives the ticket back, which a person is asked about', async () => {
    spooler.hold('none');
    const job = beginWithOne();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'stalled' });
    expect(spooler.held()).toEqual([]);
    spooler.letGo();
    expect(spooler.printed()).toEqual([]);
  });

  it('is waited for while somebody puts paper in', async () => {
    spooler.hold('media-empty-error');
    const job = beginWithOne();
    await paperIsOut();
    spooler.letGo();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(spooler.printed()).toHaveLength(1);
  });

  it('may say what was true yesterday: an empty one without paper, in its words, still prints', async () => {
    spooler.hold('media-empty-error');
    expect(await openSystem('Tickets', timings)).toMatchObject({ ok: true });
  });

  it('that throws the ticket away leaves it in doubt', async () => {
    spooler.be('drop');
    const job = beginWithOne();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'unknown' });
  });

  it('that refuses the ticket has taken nothing of it: it waits and goes out later', async () => {
    spooler.refuse('lp: Not allowed to print.\n');
    const job = beginWithOne();
    await waits(job, 'noPermission');
    expect(spooler.printed()).toEqual([]);
  });

  it.each([
    ['dies in the middle', () => spooler.refuse('lp: Broken pipe\n'), 'unknown'],
    ['never comes back', () => spooler.be('hang'), 'stalled'],
  ])('whose program %s leaves the ticket in doubt', async (_title, fail, trouble) => {
    fail();
    const job = beginWithOne();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble });
    expect(spooler.printed()).toEqual([]);
  });

  it('that does not exist is not found', async () => {
    expect(await openSystem('Nada', timings)).toEqual({ ok: false, trouble: 'notFound' });
  });
});

describe('a ticket that the till does not wait for any more', () => {
  const forked = () => {
    const hosts: ReturnType<typeof forkPrinterHost>[] = [];
    const spawn = () => {
      const host = forkPrinterHost();
      hosts.push(host);
      return host;
    };
    return { hosts, spawn };
  };

  async function oneIsHeld(parts: PrintRoomParts): Promise<string> {
    await room.close();
    room = aRoom(parts);
    spooler.hold('media-empty-error');
    const job = beginWithOne();
    await until('a held ticket', () => spooler.held().length === 1, 15_000);
    return job;
  }

  it('is taken back when the till is closed, which leaves it in doubt', { timeout: 30_000 }, async () => {
    const job = await oneIsHeld({ spawn: forked().spawn });
    await room.restart();
    expect(spooler.held()).toEqual([]);
    expect(room.store.find(job)).toMatchObject({ state: 'unconfirmed', trouble: 'programStopped' });
  });

  it('is taken back by the next printing process when its own was killed', { timeout: 30_000 }, async () => {
    const { hosts, spawn } = forked();
    const job = await oneIsHeld({ spawn, pollMs: 50 });
    hosts[0]?.process.kill('SIGKILL');
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'programStopped' });
    await until('an empty queue', () => spooler.held().length === 0, 15_000);
    expect(spooler.printed()).toEqual([]);
  });

  it('is not taken for one of another program, which stays', async () => {
    await leaveOne();
    spooler.holdOther('of another program');
    expect(await openSystem('Tickets', timings)).toEqual({ ok: false, trouble: 'queueBusy' });
    expect(spooler.held()).toEqual(['of another program']);
  });

  it('stays where titles can not be read, until CUPS itself cancels it', async () => {
    await leaveOne();
    expect(spooler.options()).toMatch(/-o job-cancel-after=7 /);
    spooler.remove('lpq');
    expect(await openSystem('Tickets', timings)).toEqual({ ok: false, trouble: 'queueBusy' });
    expect(spooler.held()).toEqual(['left']);
  });

  it('is told to be in the queue still where it can not be taken back', async () => {
    spooler.hold('none');
    spooler.be('mayNotCancel');
    const job = beginWithOne();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'leftInQueue' });
    expect(await openSystem('Tickets', timings)).toEqual({ ok: false, trouble: 'leftInQueue' });
  });

  it.each([
    ['never comes back', 'hangAfter', 'stalled', false],
    ['never comes back, where titles can not be read', 'hangAfter', 'stalled', true],
    ['does not say which it is', 'mute', 'unknown', false],
  ] as const)('is taken back though the program that passed it on %s', async (_title, fault, trouble, noTitles) => {
    spooler.hold('none');
    spooler.be(fault);
    if (noTitles) spooler.remove('lpq');
    room.begin();
    expect(await room.queue.runNow(room.add({ kind: 'drawer' }))).toMatchObject({ kind: 'unconfirmed', trouble });
    spooler.letGo();
    expect(spooler.printed()).toEqual([]);
  });

  async function leaveOne(): Promise<void> {
    spooler.hold('none');
    const opened = await openSystem('Tickets', timings);
    if (!opened.ok) throw new Error(opened.trouble);
    await opened.connection.write(Buffer.from('left'), () => undefined);
  }
});

describe('a ticket that has left the queue', () => {
  it('is in doubt when nothing can be known of how', async () => {
    spooler.be('drop', 'noEnds');
    expect(await room.ended(beginWithOne())).toMatchObject({ state: 'unconfirmed', trouble: 'unknown' });
  });

  it('counts as printed where no ended job is kept and nothing was in its way', async () => {
    spooler.be('noHistory');
    expect(await room.ended(beginWithOne())).toMatchObject({ state: 'printed' });
  });

  it('is in doubt where no ended job is kept and the paper was out', async () => {
    spooler.be('noHistory');
    spooler.hold('media-empty-error');
    const job = beginWithOne();
    await paperIsOut();
    spooler.letGo();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'paperOut' });
  });
});

it('a printer that changes its mind at every look does not keep a ticket waiting for ever', async () => {
  spooler.hold('none');
  spooler.be('moody');
  const job = beginWithOne();
  await until('its end', () => room.store.find(job)?.state === 'unconfirmed', 8_000);
  expect(spooler.held()).toEqual([]);
}, 15_000);

it('a name that can not be one of a program’s words ends nothing', async () => {
  const queue = 'a\0b';
  expect(transportSchema.safeParse({ kind: 'system', queue }).success).toBe(false);
  expect(transportSchema.safeParse({ kind: 'system', queue: 'a,b' }).success).toBe(false);
  expect(transportSchema.safeParse({ kind: 'system', queue: 'Caja_Ñandú-2' }).success).toBe(true);
  expect(await openSystem(queue, timings)).toEqual({ ok: false, trouble: 'notFound' });
});

describe('looking for queues of the system', () => {
  it('tells what each leads to, as far as its address says', async () => {
    spooler.close();
    spooler = startSpooler([
      'Tickets: usb://EPSON/TM-T20III?serial=J7A1',
      'Cocina: socket://192.168.0.50',
      'Barra: socket://192.168.0.51:9101/',
      'Oficina: ipp://oficina.local/ipp/print',
      'PDF: cups-pdf:/',
    ]);
    const found = await findSystemPrinters();
    expect(found.map(({ label, target, certain }) => [label, target, certain])).toEqual([
      ['Tickets', { kind: 'usb', name: 'EPSON TM-T20III', serial: 'J7A1' }, false],
      ['Cocina', { kind: 'network', host: '192.168.0.50', port: 9100 }, false],
      ['Barra', { kind: 'network', host: '192.168.0.51', port: 9101 }, false],
      ['Oficina', null, false],
    ]);
    expect(found.map(({ trouble }) => trouble)).toEqual([null, 'notFound', 'notFound', 'notFound']);
  });

  it('finds nothing where there is no spooler', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    expect(await findSystemPrinters()).toEqual([]);
    expect(await openSystem('Tickets', timings)).toEqual({ ok: false, trouble: 'notFound' });
    process.env.PATH = path;
  });
});
