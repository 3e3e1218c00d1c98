import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { DataUnusable } from './data-unusable';
import { noteFailure } from './doubt';
import { migrations } from './migrations';
import { spendReserve } from './reserve';
import { isDiskFull } from './sqlite-error';

export type Db = Database.Database;
export type Statement = Database.Statement;

/** For another process's write. Nobody else writes, but for a list of products (`patiently`). */
const USUAL_PATIENCE_MS = 2_000;
const LONG_PATIENCE_MS = 60_000;

/**
 * Opens (or makes) the till's one database file, brought to the newest version.
 * @throws DataUnusable when the file is not this program's, or a newer program's.
 * @throws when it can't be opened, or not synced to disk on every commit.
 */
export function openDatabase(path: string): Db {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path);
  try {
    db.pragma(`busy_timeout = ${USUAL_PATIENCE_MS}`);
    // Before the first write: a file that is not ours stays as it is, byte for byte.
    refuseStrangers(db);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // A reopened WAL database may come up with NORMAL, which loses the newest commits in a power cut: read it back.
    const synchronous = valueOf(db.prepare('PRAGMA synchronous').get(), 'synchronous');
    if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
    migrate(db);
    emptyItsLogAtTheEnd(db);
    backEveryWrite(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a database file to read only. Its bytes stay as they are; libsql ignores its own `readonly`, the address does not. */
export function openToRead(path: string): Db {
  return new Database(`${pathToFileURL(path).href}?mode=ro`);
}

/** The last program that had this database open did not close it: the power went, or it crashed. */
export function wasCutOff(path: string): boolean {
  const log = `${path}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}

/** One column of a row, undefined when there is no row. libsql's `pluck()` is silently ignored by `get()`. */
export function valueOf(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[column] : undefined;
}

/**
 * Whether a transaction is open on it.
 * @throws when it is closed. libsql's own property ends the whole process then (0.5.29, `src/database.rs`).
 */
export function isInTransaction(db: Db): boolean {
  if (!db.open) throw new Error('The database is closed.');
  return db.inTransaction;
}

/** All of the writes or none of them; inside another `atomically` they are part of that one. */
export function atomically<Value>(db: Db, write: () => Value): Value {
  return withReserve(db, () => (isInTransaction(db) ? write() : transact(db, write)));
}

/** On a full disk it is done once more, with the space that was kept for this (`reserve.ts`). */
function withReserve<Value>(db: Db, write: () => Value): Value {
  // A part of a transaction is rolled back with it; the whole of it is done again.
  if (isInTransaction(db)) return write();
  try {
    return write();
  } catch (error) {
    noteFailure(db, error);
    if (!isDiskFull(error) || !spendReserve(db)) throw error;
    return write();
  }
}

/** libsql's own `transaction()` hides a full disk behind its failing ROLLBACK: SQLite has rolled back by itself then. */
function transact<Value>(db: Db, write: () => Value): Value {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = write();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    if (isInTransaction(db)) db.exec('ROLLBACK');
    throw error;
  }
}

/** While another process writes for longer than usual, a write of ours waits for it instead of failing. */
export async function patiently<Value>(db: Db, work: () => Promise<Value>): Promise<Value> {
  db.pragma(`busy_timeout = ${LONG_PATIENCE_MS}`);
  try {
    return await work();
  } finally {
    if (db.open) db.pragma(`busy_timeout = ${USUAL_PATIENCE_MS}`);
  }
}

/** The version that its data has; 0 is a new file. */
export function versionOf(db: Db): number {
  return Number(valueOf(db.prepare('PRAGMA user_version').get(), 'user_version'));
}

function refuseStrangers(db: Db): void {
  const version = versionOf(db);
  if (version > migrations.length) {
    throw new DataUnusable(
      'newer',
      `the data was written by a newer version of the program (${version} > ${migrations.length})`,
    );
  }
  if (version === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined) {
    throw new DataUnusable('foreign', 'a database of another program');
  }
}

function migrate(db: Db): void {
  const version = versionOf(db);
  migrations.slice(version).forEach((sql, index) => {
    transact(db, () => {
      db.exec(sql);
      db.exec(`PRAGMA user_version = ${version + index + 1}`);
    });
  });
}

/** Also those that are a statement alone, whoever prepared it. */
function backEveryWrite(db: Db): void {
  const prepare = (sql: string): Statement => Database.prototype.prepare.call(db, sql);
  const backed = (sql: string): Statement => {
    const statement = prepare(sql);
    const run = statement.run.bind(statement);
    statement.run = (...parameters) => withReserve(db, () => run(...parameters));
    return statement;
  };
  // Its type is generic over the parameters' types, which no wrapper can be.
  Object.defineProperty(db, 'prepare', { value: backed });
}

/**
 * libsql ends a connection only when its statements are collected, so closing merges nothing into the file: an empty log
 * is how a good end is told from a power cut.
 */
function emptyItsLogAtTheEnd(db: Db): void {
  const close = db.close.bind(db);
  db.close = () => {
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // On a full or damaged disk the log stays, and with it everything that it holds.
    }
    return close();
  };
}
