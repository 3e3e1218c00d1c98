import { copyFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { inspectDatabase } from './inspect-database';
import { atomically, openDatabase, wasCutOff, type Db } from './open-database';
import { createSettingsStore } from './settings-store';
import { isDiskFull } from './sqlite-error';
import { syncFile } from './sync-to-disk';

export const replacementOrderSchema = z.object({
  /** The backup, or null to begin with nothing. */
  from: z.string().nullable(),
  to: z.string(),
  at: z.iso.datetime(),
  /** What came after this the data does not know. null: it knows nothing. */
  knowsUntil: z.iso.datetime().nullable(),
  /** The next sale's number is above it. */
  numbersAbove: z.int().nonnegative(),
});
export type ReplacementOrder = z.infer<typeof replacementOrderSchema>;

export const replacementOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('backupDamaged'), detail: z.string() }),
  z.object({ kind: z.literal('noRoom') }),
]);
export type ReplacementOutcome = z.infer<typeof replacementOutcomeSchema>;

/**
 * Writes the database that will take the damaged one's place, whole and synced to disk, beside it. The backup stays what
 * it was. Data that went back in time must not act as if it had not.
 */
export function prepareReplacement(order: ReplacementOrder): ReplacementOutcome {
  removeWithLog(order.to);
  try {
    return write(order);
  } catch (error) {
    removeWithLog(order.to);
    if (isDiskFull(error)) return { kind: 'noRoom' };
    throw error;
  }
}

function write({ from, to, ...facts }: ReplacementOrder): ReplacementOutcome {
  if (from !== null) {
    const inspection = inspectDatabase(from, 'whole');
    if (!inspection.ok) return { kind: 'backupDamaged', detail: inspection.detail };
    copyFileSync(from, to);
  }
  const db = openDatabase(to);
  try {
    tellTheTime(db, facts);
  } finally {
    db.close();
  }
  if (wasCutOff(to)) throw new Error('part of the replacement is still in its log');
  for (const end of ['-wal', '-shm']) rmSync(to + end, { force: true });
  const inspection = inspectDatabase(to, 'quick');
  if (!inspection.ok) throw new Error(`the replacement can't be read: ${inspection.detail}`);
  syncFile(to);
  return { kind: 'ready' };
}

/** A database that is in nobody's use, with what SQLite keeps beside it. */
export function removeWithLog(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}

function tellTheTime(
  db: Db,
  { at, knowsUntil, numbersAbove }: Pick<ReplacementOrder, 'at' | 'knowsUntil' | 'numbersAbove'>,
): void {
  const settings = createSettingsStore(db, () => new Date(at));
  atomically(db, () => {
    settings.update({
      restored: { at, knowsUntil },
      saleNumbersAbove: Math.max(numbersAbove, settings.read().saleNumbersAbove),
    });
    // It may have been sold since.
    settings.writeDraft(null);
    // These tickets may have come out since: a person is asked, no program prints them again.
    db.exec(
      `UPDATE print_jobs SET state = 'unconfirmed',
         json = json_set(json, '$.state', 'unconfirmed', '$.trouble', 'programStopped')
       WHERE state IN ('queued', 'sending')`,
    );
  });
}
