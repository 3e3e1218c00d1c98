import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSystem } from '../../../electron/printing/devices/open-system';
import { findSystemPrinters } from '../../../electron/printing/find-system-printers';
import { openPrintRoom, type PrintRoom } from '../../support/printing/a-print-room';
import { startSpooler, type TestSpooler } from '../../support/printing/a-spooler';
import { quickTimings } from '../../support/printing/quick-timings';
import { until } from '../../support/until';

let spooler: TestSpooler;
let room: PrintRoom;
beforeEach(() => {
  spooler = startSpooler();
  room = openPrintRoom({ transport: () => ({ kind: 'system', queue: 'Tickets' }) });
});
afterEach(async () => {
  await room.close();
  spooler.close();
});

describe('a queue of the system', () => {
  it('prints a ticket once, as bytes that nobody changes, and counts it as printed without proof', async () => {
    room.begin();
    const job = room.add();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(spooler.printed()).toHaveLength(1);
    expect(spooler.printed()[0]?.startsWith('\u001b@')).toBe(true);
    expect(spooler.printed()[0]).toContain('000001');
    expect(await room.queue.runNow(room.add({ kind: 'test' }))).toEqual({ kind: 'printed', confirmed: false });
  });

  it('gets nothing while it is paused: the ticket waits here, not one byte of it there', async () => {
    spooler.pause();
    room.begin();
    const job = room.add();
    await until('its reason', () => room.story(job).includes('queued: queueStopped'));
    expect(spooler.held()).toEqual([]);
    expect(spooler.printed()).toEqual([]);
  });

  it('gets nothing while it still holds something of somebody, and then what waited', async () => {
    spooler.hold('none');
    const opened = await openSystem('Tickets', quickTimings);
    if (!opened.ok) throw new Error(opened.trouble);
    await opened.connection.write(Buffer.from('of another program'), () => undefined);
    room.begin();
    const job = room.add();
    await until('its reason', () => room.story(job).includes('queued: queueBusy'));
    expect(spooler.held()).toEqual(['of another program']);
    spooler.letGo();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
  });

  it('that does not print in time gives the ticket back, which a person is asked about', async () => {
    spooler.hold('none');
    room.begin();
    const job = room.add();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'stalled' });
    expect(spooler.held()).toEqual([]);
    spooler.letGo();
    expect(spooler.printed()).toEqual([]);
  });

  it('is waited for while somebody puts paper in', async () => {
    spooler.hold('media-empty-error');
    room.begin();
    const job = room.add();
    await until('its reason', () =>
      room.statuses.some((each) => each.state === 'trouble' && each.trouble === 'paperOut'),
    );
    spooler.letGo();
    expect(await room.ended(job)).toMatchObject({ state: 'printed' });
    expect(spooler.printed()).toHaveLength(1);
  });

  it('may say what was true yesterday: an empty one without paper, in its words, still prints', async () => {
    spooler.hold('media-empty-error');
    expect(await openSystem('Tickets', quickTimings)).toMatchObject({ ok: true });
  });

  it('that throws the ticket away leaves it in doubt', async () => {
    spooler.drop();
    room.begin();
    const job = room.add();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble: 'unknown' });
  });

  it('that refuses the ticket has taken nothing of it: it waits and goes out later', async () => {
    spooler.refuse('lp: Not allowed to print.\n');
    room.begin();
    const job = room.add();
    await until('its reason', () => room.story(job).includes('queued: noPermission'));
    expect(spooler.printed()).toEqual([]);
  });

  it.each([
    ['dies in the middle', () => spooler.refuse('lp: Broken pipe\n'), 'unknown'],
    ['never comes back', () => spooler.hang(), 'stalled'],
  ])('whose program %s leaves the ticket in doubt', async (_title, fail, trouble) => {
    fail();
    room.begin();
    const job = room.add();
    expect(await room.ended(job)).toMatchObject({ state: 'unconfirmed', trouble });
    expect(spooler.printed()).toEqual([]);
  });

  it('that does not exist is not found', async () => {
    expect(await openSystem('Nada', quickTimings)).toEqual({ ok: false, trouble: 'notFound' });
  });
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
    expect(await openSystem('Tickets', quickTimings)).toEqual({ ok: false, trouble: 'notFound' });
    process.env.PATH = path;
  });
});
