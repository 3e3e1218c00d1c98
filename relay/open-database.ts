import Database from 'libsql';
import { randomBytes } from 'node:crypto';

const migrations = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE event (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     caja TEXT NOT NULL,
     dedupe TEXT NOT NULL UNIQUE,
     topic TEXT NOT NULL,
     raw_topic TEXT NOT NULL,
     resource_id TEXT,
     action TEXT,
     status TEXT,
     verified INTEGER NOT NULL,
     deliver INTEGER NOT NULL,
     received_at INTEGER NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 1,
     body TEXT NOT NULL
   ) STRICT;
   CREATE INDEX event_by_caja ON event (caja, seq) WHERE deliver = 1;
   CREATE INDEX event_by_age ON event (received_at);
   CREATE TABLE caja (
     caja TEXT PRIMARY KEY,
     hook_version INTEGER NOT NULL DEFAULT 1,
     previous_until INTEGER,
     token_hash TEXT UNIQUE,
     revoked_at INTEGER,
     acked INTEGER,
     trimmed INTEGER NOT NULL DEFAULT 0
   ) STRICT;`,
  `CREATE TABLE lease (
     caja TEXT PRIMARY KEY,
     fence INTEGER NOT NULL,
     holder TEXT,
     run TEXT,
     name TEXT,
     since INTEGER
   ) STRICT;
   ALTER TABLE caja ADD COLUMN removed_at INTEGER;`,
];

/** An expected reason not to start, in words for whoever runs the relay. */
export class StoreRefused extends Error {}

/** The number that a pragma answers. */
export function numberOf(db: Database.Database, pragma: string): number {
  const row = db.prepare(`PRAGMA ${pragma}`).get();
  const value: unknown = row !== null && typeof row === 'object' ? Object.values(row)[0] : undefined;
  return typeof value === 'number' ? value : NaN;
}

/**
 * Opens the relay's file, creating or migrating it. Throws `StoreRefused` when the file cannot promise durability.
 * @param busyTimeoutMs how long a write waits for another process on the same file.
 * @param mostBytes what the file may grow to; beyond it, writing fails as on a full disk.
 */
export function openDatabase(file: string, busyTimeoutMs: number, mostBytes = Infinity): Database.Database {
  const db = new Database(file);
  try {
    db.exec(`PRAGMA busy_timeout = ${String(busyTimeoutMs)}`);
    db.exec('PRAGMA journal_mode = WAL');
    // SQLite builds differ in what a reopened WAL database falls back to, so it is set each time and read back.
    db.exec('PRAGMA synchronous = FULL');
    if (numberOf(db, 'synchronous') !== 2) {
      throw new StoreRefused(
        `${file}: the database does not keep synchronous=FULL, so an answered notice could be lost.`,
      );
    }
    // A checkpoint inside a commit is the tail of the latency; a timer does them instead.
    db.exec('PRAGMA wal_autocheckpoint = 10000');
    migrate(db, file);
    if (mostBytes < Infinity) {
      db.exec(`PRAGMA max_page_count = ${String(Math.ceil(mostBytes / numberOf(db, 'page_size')))}`);
    }
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') {
      throw new StoreRefused(`${file} is not a relay's store. Move it away, or restore it from a copy.`);
    }
    throw error;
  }
}

function migrate(db: Database.Database, file: string): void {
  // IMMEDIATE before reading the version: two processes may open a new file at the same moment.
  db.exec('BEGIN IMMEDIATE');
  try {
    const version = numberOf(db, 'user_version');
    if (version > migrations.length) {
      throw new StoreRefused(`${file}: written by a newer relay (version ${String(version)}). Start that one.`);
    }
    migrations.slice(version).forEach((sql) => db.exec(sql));
    db.exec(`PRAGMA user_version = ${String(migrations.length)}`);
    db.prepare(`INSERT INTO meta VALUES ('epoch', ?) ON CONFLICT DO NOTHING`).run(randomBytes(8).toString('hex'));
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
