import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'libsql';
import { faultOf } from './sqlite-error';

const watched = new WeakMap<Database.Database, string>();

/** While it exists, the next start reads all of the data before it sells. */
export function doubtPath(dataDir: string): string {
  return join(dataDir, 'read-all-data');
}

/** The data in use could not be read whole. */
export function doubtData(dataDir: string): void {
  writeFileSync(doubtPath(dataDir), '');
}

/** From now on a write to this database that meets a damaged page makes the next start read all of it. */
export function doubtWhenDamaged(db: Database.Database, dataDir: string): void {
  watched.set(db, dataDir);
}

/** A write failed: for this reason? */
export function noteFailure(db: Database.Database, error: unknown): void {
  const dataDir = watched.get(db);
  if (dataDir !== undefined && faultOf(error) !== null) doubtData(dataDir);
}
