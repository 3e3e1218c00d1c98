import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { dataFaultSchema, type DataFault } from '../../shared/recovery';
import { migrations } from './migrations';
import { openToRead, valueOf, versionOf, wasCutOff, type Db } from './open-database';
import { reservePath } from './reserve';
import { missingPart } from './schema-difference';
import { faultOf } from './sqlite-error';

/**
 * How much is read: `skim` the head and the list of tables · `quick` every page · `whole` every page, and each index
 * against its table.
 */
export const depthSchema = z.enum(['skim', 'quick', 'whole']);
export type Depth = z.infer<typeof depthSchema>;

export const inspectionSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), sales: z.int().nonnegative(), lastNumber: z.int().nonnegative() }),
  z.object({
    ok: z.literal(false),
    fault: dataFaultSchema,
    detail: z.string(),
    /** The highest number of a sale, when at least that can be read. */
    lastNumber: z.int().nonnegative().nullable(),
  }),
]);
export type Inspection = z.infer<typeof inspectionSchema>;

/** Reads a database without changing a byte of it. A file that was never there is a good, empty one. */
export function inspectDatabase(path: string, depth: Depth): Inspection {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) {
    if (!hadData(path)) return { ok: true, sales: 0, lastNumber: 0 };
    return faulty('missing', `${existsSync(path) ? 'empty' : 'no'} file where there was data`);
  }
  let db: Db | null = null;
  try {
    db = openToRead(path);
    db.pragma('busy_timeout = 2000');
    return examine(db, depth);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return faulty(fault, String(error), db && numberIn(db));
  } finally {
    db?.close();
  }
}

function examine(db: Db, depth: Depth): Inspection {
  const version = versionOf(db);
  if (version > migrations.length) {
    return faulty('newer', `version ${version}, this program knows ${migrations.length}`, numberIn(db));
  }
  if (version > 0) {
    const fresh = new Database(':memory:');
    const missing = missingPart(db, version, fresh);
    fresh.close();
    if (missing !== null) return faulty('foreign', `without ${missing}`, numberIn(db));
  } else if (db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined) {
    return faulty('foreign', 'a database of another program');
  } else {
    return { ok: true, sales: 0, lastNumber: 0 };
  }
  const problem = depth === 'skim' ? null : firstProblem(db, depth === 'quick' ? 'quick_check' : 'integrity_check');
  if (problem !== null) return faulty('damaged', problem, numberIn(db));
  const row = db.prepare('SELECT count(*) AS sales, coalesce(max(number), 0) AS number FROM sales').get();
  return { ok: true, sales: Number(valueOf(row, 'sales')), lastNumber: Number(valueOf(row, 'number')) };
}

function firstProblem(db: Db, check: 'quick_check' | 'integrity_check'): string | null {
  const said = valueOf(db.prepare(`PRAGMA ${check}(1)`).get(), check);
  return said === 'ok' ? null : String(said);
}

/** Of a damaged one too, when that page is whole. */
function numberIn(db: Db): number | null {
  try {
    const number = valueOf(db.prepare('SELECT max(number) AS number FROM sales').get(), 'number');
    return typeof number === 'number' ? number : null;
  } catch {
    return null;
  }
}

function faulty(fault: DataFault, detail: string, lastNumber: number | null = null): Inspection {
  return { ok: false, fault, detail: detail.slice(0, 300), lastNumber };
}

/** Whether this folder has been sold with: what the program keeps beside its database is there. */
function hadData(path: string): boolean {
  const folder = dirname(path);
  const kept = ['backups', 'damaged'].map((name) => join(folder, name));
  return (
    wasCutOff(path) ||
    existsSync(reservePath(folder)) ||
    kept.some((name) => existsSync(name) && readdirSync(name).length > 0)
  );
}
