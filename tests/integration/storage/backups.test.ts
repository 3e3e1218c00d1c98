import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DailyBackup } from '../../../electron/storage/daily-backup';
import { backupFolder, knowsUntil, listBackups, nextBackupName, thinOut } from '../../../electron/storage/backups';
import { workerHere, type DiskWorker } from '../../../electron/storage/disk-worker';
import { inspectDatabase } from '../../../electron/storage/inspect-database';
import { makeBackup } from '../../../electron/storage/make-backup';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import { diskWorkerIn } from '../../../electron/storage/disk-host-client';
import { forkDiskHost } from '../../support/storage/fork-disk-host';
import { letGo } from '../../support/storage/let-go';
import { sell, upTo } from '../../support/storage/sell';
import { garble, tear } from '../../support/storage/spoil';

let dataDir: string;
let db: Db;
const path = () => join(dataDir, 'caja-qr.db');
const folder = () => backupFolder(dataDir);
const names = () => readdirSync(folder()).sort();
const at = (day: string) => new Date(`${day}T12:00:00Z`);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'caja-qr-backups-'));
  db = openDatabase(path());
});
afterEach(() => {
  db.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const backUp = (name: string) => makeBackup({ database: path(), folder: folder(), name, leaveFree: 0 });

/** Copies that a thousand days have left, without their content. */
function copiesOf(...days: readonly string[]): void {
  mkdirSync(folder(), { recursive: true });
  days.forEach((day, index) => {
    writeFileSync(join(folder(), `caja-qr-${String(index + 1).padStart(6, '0')}-${day}.db`), '');
  });
}

describe('a backup', () => {
  it('holds every sale that is committed, also those that only the log has, and is read again from end to end', () => {
    sell(db, ...upTo(50));
    expect(backUp('caja-qr-000001-2026-11-23.db')).toMatchObject({ kind: 'made', sales: 50 });
    expect(inspectDatabase(join(folder(), 'caja-qr-000001-2026-11-23.db'), 'whole')).toEqual({
      ok: true,
      sales: 50,
      lastNumber: 50,
    });
    expect(names()).toEqual(['caja-qr-000001-2026-11-23.db']);
  });

  it('is not made of damaged data, and the good ones stay', async () => {
    sell(db, ...upTo(50));
    backUp('caja-qr-000001-2026-11-23.db');
    db.close();
    await letGo();
    tear(path(), 'checkouts');
    db = openDatabase(path());
    expect(backUp('caja-qr-000002-2026-11-24.db')).toMatchObject({ kind: 'damaged' });
    expect(names()).toEqual(['caja-qr-000001-2026-11-23.db']);
  });

  it('is good whatever page of the data is torn, or is not made at all, and the data counts as damaged', async () => {
    sell(db, ...upTo(50));
    db.close();
    await letGo();
    const torn = join(dataDir, 'torn.db');
    const outcomes = new Set<string>();
    for (let page = 1; page < statSync(path()).size / 4096; page += 2) {
      copyFileSync(path(), torn);
      garble(torn, page * 4096, 4096);
      if (inspectDatabase(torn, 'quick').ok) continue;
      const name = `caja-qr-${String(page).padStart(6, '0')}-2026-11-23.db`;
      const outcome = makeBackup({ database: torn, folder: folder(), name, leaveFree: 0 });
      outcomes.add(outcome.kind);
      if (outcome.kind === 'made') expect(outcome, `page ${page}`).toMatchObject({ sales: 50 });
      if (outcome.kind === 'made') expect(outcome.damage, `page ${page}`).not.toBeNull();
    }
    expect([...outcomes].sort()).toEqual(['damaged', 'made']);
    db = openDatabase(path());
  });

  it('is never what fills the disk', () => {
    const order = { database: path(), folder: folder(), name: 'caja-qr-000001-2026-11-23.db' };
    expect(makeBackup({ ...order, leaveFree: Number.MAX_SAFE_INTEGER })).toEqual({ kind: 'noRoom' });
    expect(names()).toEqual([]);
  });

  it('that a power cut left half made is no backup, and is in nobody’s way', () => {
    mkdirSync(folder());
    writeFileSync(join(folder(), 'caja-qr-000001-2026-11-23.db.part'), 'half');
    expect(listBackups(folder())).toEqual([]);
    expect(backUp('caja-qr-000001-2026-11-23.db')).toMatchObject({ kind: 'made' });
    expect(names()).toEqual(['caja-qr-000001-2026-11-23.db']);
  });

  it('is made by another process while this one goes on selling', async () => {
    sell(db, ...upTo(200));
    const worker = diskWorkerIn(forkDiskHost);
    const progress = { done: false };
    const made = worker
      .makeBackup({ database: path(), folder: folder(), name: 'caja-qr-000001-2026-11-23.db', leaveFree: 0 })
      .finally(() => (progress.done = true));
    let sold = 200;
    while (!progress.done) {
      sell(db, ++sold);
      await new Promise((resume) => setImmediate(resume));
    }
    const outcome = await made;
    expect(outcome.kind).toBe('made');
    expect(sold).toBeGreaterThan(201);
    expect(inspectDatabase(path(), 'whole')).toMatchObject({ ok: true, sales: sold });
  });

  it('that its process does not finish is not made, and says so', async () => {
    const worker = diskWorkerIn(() => {
      const host = forkDiskHost();
      return { ...host, post: () => host.kill() };
    });
    const order = { database: path(), folder: folder(), name: 'caja-qr-000001-2026-11-23.db' };
    await expect(worker.makeBackup(order)).rejects.toThrow(/gone/);
  });
});

describe('the daily backup', () => {
  let clock: Date;
  let idle: boolean;
  const log: string[] = [];
  const daily = (worker: DiskWorker = workerHere) =>
    new DailyBackup({
      dataDir,
      worker,
      isIdle: () => idle,
      now: () => clock,
      log: (event) => log.push(event),
      leaveFree: 0,
    });

  beforeEach(() => {
    clock = at('2026-11-23');
    idle = true;
    log.length = 0;
  });

  it('is made once a day', async () => {
    const backups = daily();
    for (const day of ['2026-11-23', '2026-11-23', '2026-11-24', '2026-11-24']) {
      clock = at(day);
      await backups.look();
    }
    expect(names()).toEqual(['caja-qr-000001-2026-11-23.db', 'caja-qr-000002-2026-11-24.db']);
  });

  it('is not begun during a charge', async () => {
    idle = false;
    await daily().look();
    expect(existsSync(folder())).toBe(false);
  });

  it('is not begun twice at once', async () => {
    const backups = daily();
    await Promise.all([backups.look(), backups.look()]);
    expect(log.filter((event) => event === 'backup.made')).toHaveLength(1);
  });

  it.each(['checkouts', 'checkout_steps_of'])('that finds %s damaged makes the next start read all', async (part) => {
    sell(db, ...upTo(50));
    db.close();
    await letGo();
    tear(path(), part);
    db = openDatabase(path());
    await daily().look();
    expect(log).toContain('backup.dataDamaged');
    expect(existsSync(join(dataDir, 'read-all-data'))).toBe(true);
  });

  it('that could not be made is tried again later, not every minute', async () => {
    let asked = 0;
    const backups = daily({
      ...workerHere,
      makeBackup: () => {
        asked++;
        return Promise.resolve({ kind: 'noRoom' });
      },
    });
    for (let minute = 0; minute < 60; minute++) {
      clock = new Date(clock.getTime() + 60_000);
      await backups.look();
    }
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(8);
  });
});

describe('the backups that are kept', () => {
  const days = (from: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
    );

  it('are the newest fourteen and the last of each of twelve months', () => {
    copiesOf(...days('2025-01-01', 500));
    thinOut(folder());
    const kept = listBackups(folder());
    expect(kept.slice(0, 14).map(({ count }) => count)).toEqual(Array.from({ length: 14 }, (_, index) => 500 - index));
    expect(kept).toHaveLength(14 + 11);
    expect(kept.slice(14).map(({ day }) => day)).toEqual([
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
      '2025-11-30',
      '2025-10-31',
      '2025-09-30',
      '2025-08-31',
      '2025-07-31',
      '2025-06-30',
    ]);
  });

  it('are in the order in which they were made, whatever the clock said then', () => {
    copiesOf('2026-11-22', '2027-11-22', '2026-11-23', '2020-01-01');
    expect(listBackups(folder()).map(({ count }) => count)).toEqual([4, 3, 2, 1]);
  });

  it('count on from those that an earlier version made', () => {
    mkdirSync(folder());
    writeFileSync(join(folder(), 'caja-qr-2026-11-22.db'), '');
    expect(nextBackupName(folder(), at('2026-11-23'))).toBe('caja-qr-000001-2026-11-23.db');
    copiesOf('2026-11-23');
    expect(listBackups(folder()).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22']);
  });
});

describe('a clock that moves', () => {
  it.each([
    ['a day forward and back', ['2026-11-23', '2026-11-24', '2026-11-23', '2026-11-23', '2026-11-24']],
    ['a day back', ['2026-11-23', '2026-11-22', '2026-11-22', '2026-11-23']],
    ['a year forward and back', ['2026-11-23', '2027-11-23', '2027-11-23', '2026-11-23', '2026-11-24']],
    ['to the year of its battery', ['2026-11-23', '2000-01-01', '2000-01-01', '2026-11-23']],
  ])('%s never costs the newest backup, nor makes a copy without end', (_what, seen) => {
    const made: number[] = [];
    for (const day of seen) {
      for (let minute = 0; minute < 5; minute++) {
        const name = nextBackupName(folder(), at(day));
        if (name === null) continue;
        made.push(made.length + 1);
        sell(db, made.length);
        backUp(name);
      }
    }
    expect(made.length).toBeLessThanOrEqual(seen.length);
    const [newest] = listBackups(folder());
    expect(inspectDatabase(newest?.path ?? '', 'skim')).toMatchObject({ ok: true, sales: made.length });
  });

  it('from one zone to another changes no name', () => {
    const before = process.env.TZ;
    try {
      const moment = new Date('2026-11-24T02:30:00Z');
      const inZones = ['America/Argentina/Buenos_Aires', 'Pacific/Kiritimati', 'America/Tijuana', 'UTC'].map((zone) => {
        process.env.TZ = zone;
        return nextBackupName(folder(), moment);
      });
      expect(new Set(inZones)).toEqual(new Set(['caja-qr-000001-2026-11-24.db']));
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('never makes a copy know more than it does: of two times the earlier counts', () => {
    copiesOf('2026-11-20');
    const [backup] = listBackups(folder());
    if (!backup) throw new Error('no backup');
    utimesSync(backup.path, at('2026-11-25'), at('2026-11-25'));
    expect(knowsUntil(backup)).toEqual(new Date('2026-11-20T00:00:00Z'));
    utimesSync(backup.path, at('2026-11-10'), at('2026-11-10'));
    expect(knowsUntil(backup)).toEqual(at('2026-11-10'));
  });
});
