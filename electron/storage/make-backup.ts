import { mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { thinOut } from './backups';
import { inspectDatabase } from './inspect-database';
import { faultOf, isDiskFull } from './sqlite-error';
import { renameForGood, syncFile } from './sync-to-disk';

/** A copy must never be what fills the disk. */
const LEFT_FREE = 512 * 1024 * 1024;

export const backupOrderSchema = z.object({
  /** The database, which may be in use. */
  database: z.string(),
  folder: z.string(),
  name: z.string(),
  /** In bytes; the rest of the disk is not for copies. */
  leaveFree: z.int().nonnegative().default(LEFT_FREE),
});
export type BackupOrder = z.input<typeof backupOrderSchema>;

export const backupOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('made'),
    path: z.string(),
    sales: z.int(),
    /** The copy is good, and what was copied is not: it is written anew from the tables, so a broken index stays behind. */
    damage: z.string().nullable(),
  }),
  /** There is no room for one. */
  z.object({ kind: z.literal('noRoom') }),
  /** What is to be copied can't be read: the data in use is damaged. */
  z.object({ kind: z.literal('damaged'), detail: z.string() }),
]);
export type BackupOutcome = z.infer<typeof backupOutcomeSchema>;

/**
 * A copy of the whole database as it is at one moment, read again from end to end, and synced to disk before it gets its
 * name: a file with a backup's name is always a whole one. Takes seconds with a year of sales; see `disk-worker.ts`.
 */
export function makeBackup(order: BackupOrder): BackupOutcome {
  const { database, folder, name, leaveFree } = backupOrderSchema.parse(order);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  if (freeIn(folder) < sizeOf(database) + sizeOf(`${database}-wal`) + leaveFree) return { kind: 'noRoom' };
  try {
    copy(database, unfinished);
    const inspection = inspectDatabase(unfinished, 'whole');
    if (!inspection.ok) return { kind: 'damaged', detail: `the copy: ${inspection.detail}` };
    syncFile(unfinished);
    renameForGood(unfinished, path);
    thinOut(folder);
    const copied = inspectDatabase(database, 'quick');
    return { kind: 'made', path, sales: inspection.sales, damage: copied.ok ? null : copied.detail };
  } catch (error) {
    if (isDiskFull(error)) return { kind: 'noRoom' };
    if (faultOf(error) !== null) return { kind: 'damaged', detail: String(error) };
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** The copy is written page by page from the tables: a page of them that can't be read ends it. */
function copy(from: string, to: string): void {
  const db = new Database(from);
  try {
    db.pragma('busy_timeout = 2000');
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
