import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { migrations } from './migrations';

export type Db = Database.Database;
export type Statement = Database.Statement;

/**
 * Opens (or makes) the till's one database file, brought to the newest version.
 * @throws when the file can't be opened, synced to disk on every commit, or is from a newer program.
 */
export function openDatabase(path: string): Db {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 2000');
    // A reopened WAL database may come up with NORMAL, which loses the newest commits in a power cut: read it back.
    const synchronous = valueOf(db.prepare('PRAGMA synchronous').get(), 'synchronous');
    if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** One column of a row, undefined when there is no row. libsql's `pluck()` is silently ignored by `get()`. */
export function valueOf(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[column] : undefined;
}

/** All of the writes or none of them; inside another `atomically` they are part of that one. */
export function atomically<Value>(db: Db, write: () => Value): Value {
  return db.inTransaction ? write() : db.transaction(write).immediate();
}

function migrate(db: Db): void {
  const version = Number(valueOf(db.prepare('PRAGMA user_version').get(), 'user_version'));
  if (version > migrations.length) {
    throw new Error(`the data was written by a newer version of the program (${version} > ${migrations.length})`);
  }
  migrations.slice(version).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql);
      db.exec(`PRAGMA user_version = ${version + index + 1}`);
    })();
  });
}
