import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { createCheckoutStore } from '../../../electron/storage/checkout-store';
import { createDiskWatch, type DiskLimits, type DiskWatch } from '../../../electron/storage/disk-watch';
import { inspectDatabase } from '../../../electron/storage/inspect-database';
import { makeBackup } from '../../../electron/storage/make-backup';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import { prepareReplacement } from '../../../electron/storage/prepare-replacement';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import { Opening } from '../../../electron/recovery/opening';
import { workerHere } from '../../../electron/storage/disk-worker';
import { begin, transition } from '../../../shared/checkout/machine';
import { anAttempt, AT } from '../../support/builders';
import { mountSmallDisk, type SmallDisk } from '../../support/storage/small-disk';
import { sell, soldIn, upTo } from '../../support/storage/sell';

const MB = 1024 * 1024;
const limits: DiskLimits = { reserve: 2 * MB, full: 1 * MB, roomAgain: 3 * MB, low: 6 * MB };

let disk: SmallDisk | string;
let db: Db;
let watch: DiskWatch;
let changes: string[];
const path = () => join(needed().folder, 'caja-qr.db');

beforeEach(() => {
  disk = mountSmallDisk(16);
  if (typeof disk === 'string') return;
  db = openDatabase(path());
  changes = [];
  watch = createDiskWatch({
    dataDir: disk.folder,
    db,
    limits,
    onChange: () => changes.push(watch.status().state),
    log: () => undefined,
  });
});
afterEach(() => {
  if (typeof disk === 'string') return;
  watch.close();
  db.close();
  disk.remove();
});

/** A machine without such a disk says so, with the reason. */
function needed(context?: TestContext): SmallDisk {
  if (typeof disk !== 'string') return disk;
  context?.skip(disk);
  throw new Error(disk);
}

const checkouts = () =>
  createCheckoutStore(
    db,
    createPrintJobStore(db, () => new Date(AT)),
  );

describe('a disk that is really full', () => {
  it('can be told from one that is not, before a charge begins', async (context) => {
    const { fill, makeRoom } = needed(context);
    expect((await watch.look()).state).toBe('ok');
    fill(2 * MB);
    expect((await watch.look()).state).toBe('low');
    fill(MB / 2);
    expect((await watch.look()).state).toBe('full');
    makeRoom();
    expect((await watch.look()).state).toBe('ok');
    expect(changes).toEqual(['low', 'full', 'ok']);
  });

  it('takes every step of the charge that was open when it filled up, from the reserve', async (context) => {
    const { fill, free, folder } = needed(context);
    await watch.look();
    const { state } = begin(anAttempt());
    checkouts().commit({ at: AT, event: { kind: 'begun' }, from: null, to: state, printJob: null });
    fill(0);
    expect(free()).toBe(0);

    const { state: waiting } = transition(state, { kind: 'orderCreated' });
    const { state: cancelling } = transition(waiting, { kind: 'cancelRequested' });
    // The room that the log has already is used up first.
    for (let times = 0; times < 40; times++) {
      const at = new Date(Date.parse(AT) + times * 1_000).toISOString();
      checkouts().commit({ at, event: { kind: 'orderCreated' }, from: state, to: waiting, printJob: null });
      checkouts().commit({ at, event: { kind: 'cancelRequested' }, from: waiting, to: cancelling, printJob: null });
    }
    expect(existsSync(join(folder, 'reserve.bin'))).toBe(false);
    expect(watch.status().state).toBe('full');
    expect(changes).toContain('full');
    db.close();
    db = openDatabase(path());
    expect(checkouts().find(state.attempt.checkoutId)).toEqual(cancelling);
    expect(inspectDatabase(path(), 'whole')).toMatchObject({ ok: true, sales: 1 });
  });

  it('opens for selling again by itself when there is room, with the reserve back in its place', async (context) => {
    const { fill, makeRoom, folder } = needed(context);
    await watch.look();
    fill(0);
    for (const number of upTo(20)) sell(db, number);
    expect((await watch.look()).state).toBe('full');
    makeRoom();
    expect((await watch.look()).state).toBe('ok');
    expect(statSync(join(folder, 'reserve.bin')).size).toBe(limits.reserve);
    expect(soldIn(db)).toEqual(upTo(20));
  });

  it('stays closed for selling while there is room but not enough for the reserve', async (context) => {
    const { fill, makeRoom, folder } = needed(context);
    await watch.look();
    fill(0);
    for (const number of upTo(20)) sell(db, number);
    makeRoom();
    fill(limits.reserve);
    expect((await watch.look()).state).toBe('full');
    expect(existsSync(join(folder, 'reserve.bin'))).toBe(false);
  });

  it('refuses what it can not keep, whole, when the reserve is gone too, and loses nothing that it kept', async (context) => {
    const { fill } = needed(context);
    await watch.look();
    fill(0);
    let kept = 0;
    expect(() => {
      for (;;) {
        sell(db, kept + 1);
        kept++;
        // The reserve became room: somebody else takes it.
        fill(0);
      }
    }).toThrow(/full/);
    expect(kept).toBeGreaterThan(0);
    expect(soldIn(db)).toEqual(upTo(kept));
    expect(inspectDatabase(path(), 'whole')).toMatchObject({ ok: true, sales: kept });
  });

  it('lets the settings, the drafts and the print jobs in from the reserve too', async (context) => {
    const { fill } = needed(context);
    await watch.look();
    fill(0);
    const settings = createSettingsStore(db, () => new Date(AT));
    const jobs = createPrintJobStore(db, () => new Date(AT));
    for (let times = 0; times < 60; times++) {
      const id = `job-${times}`;
      jobs.insert({ id, checkoutId: null, kind: 'drawer', copy: 0, ticket: null, state: 'queued', trouble: null });
      jobs.markSending(id);
    }
    settings.update({ practice: true });
    expect(watch.status().state).toBe('full');
    expect(jobs.waiting()).toHaveLength(60);
  });

  it('makes no backup and no replacement, and leaves no part of one behind', async (context) => {
    const { fill, folder, free } = needed(context);
    await watch.look();
    for (const number of upTo(200)) sell(db, number);
    fill(0);
    const order = { database: path(), folder: join(folder, 'backups'), name: 'caja-qr-000001-2026-11-23.db' };
    const before = free();
    expect(makeBackup({ ...order, leaveFree: 0 })).toEqual({ kind: 'noRoom' });
    const replacement = { from: null, to: join(folder, 'caja-qr.db.new'), at: AT, knowsUntil: null, numbersAbove: 1 };
    expect(prepareReplacement(replacement)).toEqual({ kind: 'noRoom' });
    expect(existsSync(replacement.to)).toBe(false);
    expect(free()).toBe(before);
  });

  it('still lets the till open, so that what was open at the last end goes on', async (context) => {
    const { fill, folder } = needed(context);
    await watch.look();
    sell(db, 1);
    db.close();
    fill(0);
    const opening = new Opening<Db>({
      dataDir: folder,
      worker: workerHere,
      now: () => new Date(AT),
      log: () => undefined,
      open: () => {
        db = openDatabase(path());
        sell(db, ...upTo(20).map((number) => number + 1));
        return Promise.resolve(db);
      },
      startAgain: () => undefined,
    });
    await opening.start();
    expect(opening.recovery).toBeNull();
    expect(soldIn(db)).toEqual(upTo(21));
  });
});
