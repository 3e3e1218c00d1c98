import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Opening } from '../../../electron/recovery/opening';
import { numbersPossiblyUsed } from '../../../electron/recovery/number-gap';
import { decideReplacement, finishReplacement } from '../../../electron/recovery/replace-data';
import type { RecoveryDesk } from '../../../electron/recovery/recovery-desk';
import { backupFolder, nextBackupName } from '../../../electron/storage/backups';
import { workerHere, type DiskWorker } from '../../../electron/storage/disk-worker';
import { inspectDatabase } from '../../../electron/storage/inspect-database';
import { makeBackup } from '../../../electron/storage/make-backup';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import type { RecoveryState } from '../../../shared/recovery';
import { aDraft } from '../../support/builders';
import { letGo } from '../../support/storage/let-go';
import { sell, soldIn, upTo } from '../../support/storage/sell';
import { fingerprint, tear } from '../../support/storage/spoil';
import { until } from '../../support/until';

const replaceAndDie = fileURLToPath(new URL('../../support/storage/replace-and-die.ts', import.meta.url));

let dataDir: string;
let clock: Date;
let open: Db | null = null;
const path = () => join(dataDir, 'caja-qr.db');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'caja-qr-recovery-'));
  clock = new Date('2026-11-20T20:00:00Z');
});
afterEach(() => {
  open?.close();
  open = null;
  rmSync(dataDir, { recursive: true, force: true });
});

/** A day of selling, with its backup at the end. */
function aDay(day: string, ...numbers: number[]): void {
  clock = new Date(`${day}T20:00:00Z`);
  const db = openDatabase(path());
  sell(db, ...numbers);
  db.close();
  const folder = backupFolder(dataDir);
  const name = nextBackupName(folder, clock);
  if (name === null) throw new Error(`${day} has a backup`);
  expect(makeBackup({ database: path(), folder, name, leaveFree: 0 })).toMatchObject({ kind: 'made' });
}

/** Sales after the last backup. */
function sellMore(...numbers: number[]): void {
  const db = openDatabase(path());
  sell(db, ...numbers);
  db.close();
}

async function start(options: { readonly worker?: DiskWorker; readonly startAgain?: () => void } = {}) {
  open?.close();
  open = null;
  await letGo();
  const opening = new Opening<Db>({
    dataDir,
    worker: options.worker ?? workerHere,
    now: () => clock,
    log: () => undefined,
    open: () => Promise.resolve((open = openDatabase(path()))),
    startAgain: options.startAgain ?? (() => undefined),
  });
  await opening.start();
  return opening;
}

function recoveryOf(opening: Opening<Db>): RecoveryDesk {
  if (!opening.recovery) throw new Error('it opened');
  return opening.recovery;
}

const examined = (desk: RecoveryDesk): Promise<RecoveryState> =>
  until('every backup to be read', () => {
    const state = desk.state();
    return state.backups.every((backup) => backup.state.kind !== 'waiting') && state;
  });

const keptFolders = () => (existsSync(join(dataDir, 'damaged')) ? readdirSync(join(dataDir, 'damaged')) : []);

describe('a start with good data', () => {
  it('opens it', async () => {
    aDay('2026-11-20', 1, 2, 3);
    const opening = await start();
    expect(opening.recovery).toBeNull();
    expect(soldIn(opening.opened ?? openDatabase(':memory:'))).toEqual([1, 2, 3]);
  });

  it('opens an empty folder as on the first day', async () => {
    expect((await start()).opened).not.toBeNull();
  });

  it('reads all of the data when the last copy of it could not be made', async () => {
    const asked: string[] = [];
    aDay('2026-11-20', 1);
    writeFileSync(join(dataDir, 'read-all-data'), '');
    const opening = await start({
      worker: { ...workerHere, inspect: (file, depth) => (asked.push(depth), workerHere.inspect(file, depth)) },
    });
    expect(opening.opened).not.toBeNull();
    expect(existsSync(join(dataDir, 'read-all-data'))).toBe(false);
  });
});

describe('a start with damaged data', () => {
  const twoGoodDays = async () => {
    aDay('2026-11-20', ...upTo(40));
    aDay('2026-11-21', 41, 42);
    sellMore(43);
    await letGo();
    clock = new Date('2026-11-22T09:00:00Z');
  };
  const tearData = (file = path()) => {
    tear(file, 'checkouts');
  };

  it('sells nothing, lists the backups and recommends the newest one that can be read', async () => {
    await twoGoodDays();
    const [newest] = readdirSync(backupFolder(dataDir)).sort().reverse();
    tearData(join(backupFolder(dataDir), newest ?? ''));
    tearData();
    const opening = await start();
    expect(opening.opened).toBeNull();
    const state = await examined(recoveryOf(opening));
    expect(state).toMatchObject({
      fault: 'damaged',
      backups: [
        { name: 'caja-qr-000002-2026-11-21.db', state: { kind: 'damaged' } },
        { name: 'caja-qr-000001-2026-11-20.db', state: { kind: 'good', sales: 40 } },
      ],
      recommended: 'caja-qr-000001-2026-11-20.db',
    });
  });

  it('restores the backup: its sales are there, what was damaged is kept, and the backup stays', async () => {
    await twoGoodDays();
    tearData();
    const damaged = fingerprint(path());
    const backup = join(backupFolder(dataDir), 'caja-qr-000002-2026-11-21.db');
    const copied = fingerprint(backup);
    const opening = await start();
    expect(await recoveryOf(opening).restore('caja-qr-000002-2026-11-21.db')).toEqual({ ok: true, value: undefined });
    expect(opening.recovery).toBeNull();
    expect(soldIn(opening.opened ?? openDatabase(':memory:'))).toEqual(upTo(42));
    expect(keptFolders()).toEqual(['2026-11-22T09-00-00Z']);
    expect(fingerprint(join(dataDir, 'damaged', '2026-11-22T09-00-00Z', 'caja-qr.db'))).toEqual(damaged);
    expect(fingerprint(backup)).toEqual(copied);
    expect((await start()).recovery).toBeNull();
  });

  it('keeps the log of what was damaged too', async () => {
    await twoGoodDays();
    const db = openDatabase(path());
    sell(db, 44);
    const log = readFileSync(`${path()}-wal`);
    db.close();
    await letGo();
    writeFileSync(`${path()}-wal`, log);
    tearData();
    const damaged = fingerprint(path());
    const opening = await start();
    await recoveryOf(opening).restore('caja-qr-000002-2026-11-21.db');
    expect(fingerprint(join(dataDir, 'damaged', '2026-11-22T09-00-00Z', 'caja-qr.db'))).toEqual(damaged);
    expect(soldIn(opening.opened ?? openDatabase(':memory:'))).toEqual(upTo(42));
  });

  it('tells the restored data from when on it knows nothing, and never uses a ticket number twice', async () => {
    await twoGoodDays();
    tearData();
    const opening = await start();
    await recoveryOf(opening).restore('caja-qr-000002-2026-11-21.db');
    const { restored, saleNumbersAbove } = createSettingsStore(open ?? openDatabase(':memory:'), () => clock).read();
    expect(restored).toEqual({ at: '2026-11-22T09:00:00.000Z', knowsUntil: '2026-11-21T00:00:00.000Z' });
    expect(saleNumbersAbove).toBeGreaterThanOrEqual(43 + 1_000);
  });

  it('prints no ticket of the past again, and brings no draft of the past back', async () => {
    const db = openDatabase(path());
    const job = { checkoutId: null, kind: 'drawer', copy: 0, ticket: null, trouble: null } as const;
    const jobs = createPrintJobStore(db, () => clock);
    jobs.insert({ ...job, id: 'waiting', state: 'queued' });
    jobs.insert({ ...job, id: 'out', state: 'printed' });
    createSettingsStore(db, () => clock).writeDraft(aDraft(100));
    sell(db, ...upTo(40));
    db.close();
    aDay('2026-11-21', 41);
    tearData();
    const opening = await start();
    await recoveryOf(opening).restore('caja-qr-000001-2026-11-21.db');
    const restored = open ?? openDatabase(':memory:');
    const after = createPrintJobStore(restored, () => clock);
    expect(after.waiting()).toEqual([]);
    expect(after.find('waiting')).toMatchObject({ state: 'unconfirmed', trouble: 'programStopped' });
    expect(after.find('out')).toMatchObject({ state: 'printed' });
    expect(createSettingsStore(restored, () => clock).readDraft()).toBeNull();
  });

  it('begins with nothing when a person wants that, and keeps everything', async () => {
    await twoGoodDays();
    tearData();
    const damaged = fingerprint(path());
    const opening = await start();
    expect(await recoveryOf(opening).startEmpty()).toMatchObject({ ok: true });
    expect(soldIn(opening.opened ?? openDatabase(':memory:'))).toEqual([]);
    expect(fingerprint(join(dataDir, 'damaged', '2026-11-22T09-00-00Z', 'caja-qr.db'))).toEqual(damaged);
    expect(readdirSync(backupFolder(dataDir))).toHaveLength(2);
    const { restored, saleNumbersAbove } = createSettingsStore(open ?? openDatabase(':memory:'), () => clock).read();
    expect(restored).toEqual({ at: '2026-11-22T09:00:00.000Z', knowsUntil: null });
    expect(saleNumbersAbove).toBeGreaterThanOrEqual(43 + 1_000);
  });

  it('asks again when the data vanished, instead of beginning with nothing by itself', async () => {
    await twoGoodDays();
    rmSync(path());
    const opening = await start();
    expect(recoveryOf(opening).state().fault).toBe('missing');
    await recoveryOf(opening).restore('caja-qr-000002-2026-11-21.db');
    expect(soldIn(opening.opened ?? openDatabase(':memory:'))).toEqual(upTo(42));
  });

  it('refuses a backup that turns out to be damaged, or that is no backup, and changes nothing', async () => {
    await twoGoodDays();
    tearData();
    const damaged = fingerprint(path());
    const opening = await start();
    const desk = recoveryOf(opening);
    await examined(desk);
    tearData(join(backupFolder(dataDir), 'caja-qr-000002-2026-11-21.db'));
    for (const name of ['caja-qr-000002-2026-11-21.db', '../caja-qr.db', 'caja-qr-000009-2026-11-21.db']) {
      expect(await desk.restore(name)).toEqual({ ok: false, error: { code: 'backupUnusable' } });
    }
    expect(desk.state().recommended).toBe('caja-qr-000001-2026-11-20.db');
    expect(fingerprint(path())).toEqual(damaged);
    expect(keptFolders()).toEqual([]);
    expect(opening.opened).toBeNull();
  });

  it('starts the program again when the system does not let go of a file, and finishes then', async () => {
    await twoGoodDays();
    tearData();
    let startedAgain = 0;
    const opening = await start({ startAgain: () => startedAgain++ });
    // A file where the folder should be: nothing can be moved there.
    writeFileSync(join(dataDir, 'damaged'), '');
    expect(await recoveryOf(opening).restore('caja-qr-000002-2026-11-21.db')).toMatchObject({ ok: true });
    expect(startedAgain).toBe(1);
    rmSync(join(dataDir, 'damaged'));
    expect(soldIn((await start()).opened ?? openDatabase(':memory:'))).toEqual(upTo(42));
  });

  it('starts the program again when it had opened the data to write: only then are the files exchanged', async () => {
    await twoGoodDays();
    let startedAgain = 0;
    const opening = new Opening<Db>({
      dataDir,
      worker: workerHere,
      now: () => clock,
      log: () => undefined,
      open: () => {
        openDatabase(path()).close();
        return Promise.reject(Object.assign(new Error('found on the way'), { code: 'SQLITE_CORRUPT' }));
      },
      startAgain: () => startedAgain++,
    });
    await opening.start();
    expect(await recoveryOf(opening).restore('caja-qr-000002-2026-11-21.db')).toMatchObject({ ok: true });
    expect(startedAgain).toBe(1);
    expect(keptFolders()).toEqual([]);
    expect(soldIn((await start()).opened ?? openDatabase(':memory:'))).toEqual(upTo(42));
    expect(keptFolders()).toEqual(['2026-11-22T09-00-00Z']);
  });

  it('keeps what is damaged the second time beside what was damaged the first time', async () => {
    await twoGoodDays();
    tearData();
    await recoveryOf(await start()).restore('caja-qr-000002-2026-11-21.db');
    open?.close();
    open = null;
    await letGo();
    tearData();
    await recoveryOf(await start()).restore('caja-qr-000001-2026-11-20.db');
    expect(readdirSync(join(dataDir, 'damaged', '2026-11-22T09-00-00Z')).sort()).toEqual(
      expect.arrayContaining(['2-caja-qr.db', 'caja-qr.db']),
    );
  });
});

describe('a power cut in the middle of a restore', () => {
  const prepared = async () => {
    aDay('2026-11-20', ...upTo(40));
    sellMore(41);
    const db = openDatabase(path());
    sell(db, 42);
    const log = readFileSync(`${path()}-wal`);
    db.close();
    await letGo();
    writeFileSync(`${path()}-wal`, log);
    tear(path(), 'checkouts');
    const damaged = fingerprint(path());
    await workerHere.prepareReplacement({
      from: join(backupFolder(dataDir), 'caja-qr-000001-2026-11-20.db'),
      to: `${path()}.new`,
      at: clock.toISOString(),
      knowsUntil: clock.toISOString(),
      numbersAbove: 2_000,
    });
    return damaged;
  };

  it('before it was decided leaves everything as it was', async () => {
    const damaged = await prepared();
    copyFileSync(`${path()}.new`, `${path()}.new-wal`);
    const opening = await start();
    expect(recoveryOf(opening).state().fault).toBe('damaged');
    expect(fingerprint(path())).toEqual(damaged);
    expect(readdirSync(dataDir).filter((name) => name.includes('.new'))).toEqual([]);
  });

  it.each(['moved caja-qr.db', 'moved caja-qr.db-wal', 'moved caja-qr.db-shm', 'replaced', 'done'])(
    'right after "%s" is finished by the next start, with nothing lost',
    async (step) => {
      const damaged = await prepared();
      decideReplacement(dataDir, clock);
      const died = spawnSync(process.execPath, ['--import', 'tsx', replaceAndDie, dataDir, step]);
      expect(died.signal).toBe('SIGKILL');
      const opening = await start();
      expect(soldIn(opening.opened ?? openDatabase(':memory:'))).toEqual(upTo(40));
      expect(keptFolders()).toEqual(['2026-11-20T20-00-00Z']);
      expect(fingerprint(join(dataDir, 'damaged', '2026-11-20T20-00-00Z', 'caja-qr.db'))).toEqual(damaged);
      expect(existsSync(join(dataDir, 'replacement.json'))).toBe(false);
    },
  );

  it('that garbled the plan itself does not undo the decision', async () => {
    await prepared();
    decideReplacement(dataDir, clock);
    writeFileSync(join(dataDir, 'replacement.json'), '\0\0\0');
    finishReplacement(dataDir);
    expect(inspectDatabase(path(), 'whole')).toMatchObject({ ok: true, sales: 40 });
    expect(keptFolders()).toHaveLength(1);
  });
});

describe('the numbers that may have been used', () => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);

  it('are a thousand a day above what is known, round, and never less than a thousand', () => {
    const known = [{ number: 12_345, until: at('2026-11-20') }];
    expect(numbersPossiblyUsed(known, at('2026-11-20'))).toBe(14_000);
    expect(numbersPossiblyUsed(known, at('2026-11-23'))).toBe(17_000);
  });

  it('follow the source that knows best, and stay above all of them', () => {
    const old = { number: 100, until: at('2026-10-01') };
    const new_ = { number: 5_000, until: at('2026-11-23') };
    expect(numbersPossiblyUsed([old, new_], at('2026-11-23'))).toBe(6_000);
    expect(numbersPossiblyUsed([{ number: 9_500, until: at('2026-10-01') }, new_], at('2026-11-23'))).toBe(11_000);
  });

  it('are still enough when the computer lost its clock, and when nothing at all is known', () => {
    expect(numbersPossiblyUsed([{ number: 500, until: at('2026-11-20') }], at('2000-01-01'))).toBe(32_000);
    expect(numbersPossiblyUsed([], at('2026-01-31'))).toBe(31_000);
  });
});
