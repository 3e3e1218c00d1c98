import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskWatch, type DiskLimits, type DiskWatch } from '../../../electron/storage/disk-watch';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import type { DiskStatus } from '../../../shared/disk';
import { letGo } from '../../support/storage/let-go';
import { sell, upTo } from '../../support/storage/sell';
import { tear } from '../../support/storage/spoil';
import { until } from '../../support/until';

const limits: DiskLimits = { reserve: 1_000, full: 2_000, roomAgain: 4_000, low: 10_000 };

let folder: string;
let db: Db;
let watch: DiskWatch;
let free: number | Error;
let told: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-watch-'));
  db = openDatabase(join(folder, 'till.db'));
  free = 1_000_000;
  told = 0;
  watch = createDiskWatch({
    dataDir: folder,
    db,
    limits,
    onChange: () => told++,
    log: () => undefined,
    freeBytes: () => (free instanceof Error ? Promise.reject(free) : Promise.resolve(free)),
    lookEveryMs: 5,
    lookAgainMs: 5,
  });
});
afterEach(() => {
  watch.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the watch over the disk', () => {
  it.each<[number, DiskStatus]>([
    [10_000, { state: 'ok' }],
    [9_999, { state: 'low', freeBytes: 9_999 }],
    [3_000, { state: 'low', freeBytes: 3_000 }],
    // Not even the reserve could be kept.
    [2_999, { state: 'full', freeBytes: 2_999 }],
    [0, { state: 'full', freeBytes: 0 }],
  ])('calls %d free bytes by their name', async (bytes, status) => {
    free = bytes;
    expect(await watch.look()).toEqual(status);
    expect(watch.status()).toEqual(status);
  });

  it('does not open for selling with every file that comes and goes', async () => {
    await watch.look();
    free = 1_999;
    expect((await watch.look()).state).toBe('full');
    free = 3_999;
    expect((await watch.look()).state).toBe('full');
    free = 4_000;
    expect((await watch.look()).state).toBe('low');
    free = 2_000;
    expect((await watch.look()).state).toBe('low');
  });

  it('sells nothing on a disk that can not be asked', async () => {
    free = new Error('the disk was pulled');
    expect((await watch.look()).state).toBe('full');
  });

  it('takes the reserve before it says that all is well, and only where it leaves enough for others', async () => {
    await watch.look();
    expect(existsSync(join(folder, 'reserve.bin'))).toBe(true);
    rmSync(join(folder, 'reserve.bin'));
    free = limits.reserve + limits.full - 1;
    await watch.look();
    expect(existsSync(join(folder, 'reserve.bin'))).toBe(false);
  });

  it('makes the next start read all of the data when a write meets a damaged page', async () => {
    sell(db, ...upTo(50));
    db.close();
    await letGo();
    tear(join(folder, 'till.db'), 'checkouts');
    db = openDatabase(join(folder, 'till.db'));
    const damaged = createDiskWatch({ dataDir: folder, db, onChange: () => undefined, log: () => undefined });
    expect(() => sell(db, 51)).toThrow(/malformed/);
    expect(existsSync(join(folder, 'read-all-data'))).toBe(true);
    damaged.close();
  });

  it('tells a change once, and goes on looking by itself until it is closed', async () => {
    await watch.start();
    await watch.look();
    expect(told).toBe(0);
    free = 0;
    await until('the full disk to be noticed', () => watch.status().state === 'full');
    expect(told).toBe(1);
    free = 1_000_000;
    await until('the room to be noticed', () => watch.status().state === 'ok');
    expect(told).toBe(2);
  });
});
