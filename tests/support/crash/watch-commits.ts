import Database from 'libsql';
import { createWriteNamer, parseWrite } from './name-write';
import type { Obedience } from './obey-plan';

type Db = Database.Database;

/** The two doors through which the till writes. */
interface Driver {
  prepare: (this: Db, sql: string) => Database.Statement;
  exec: (this: Db, sql: string) => Db;
}

/**
 * Takes hold of the database driver before the program does, so that whoever obeys is asked right before and right
 * after every commit. Production code knows nothing of it.
 */
export function watchCommits({ before, after }: Obedience): void {
  const driver = Database.prototype as unknown as Driver;
  // Taken off on purpose: they are called with a `this` of ours.
  const prepare = Reflect.get(driver, 'prepare');
  const exec = Reflect.get(driver, 'exec');
  const namers = new WeakMap<Db, ReturnType<typeof createWriteNamer>>();
  /** The names of what the transaction that is open has written. */
  let open: string[] = [];

  function commit<Value>(writes: readonly string[], write: () => Value): Value {
    before(writes);
    const result = write();
    after(writes);
    return result;
  }

  function namerOf(db: Db): ReturnType<typeof createWriteNamer> {
    const made =
      namers.get(db) ??
      createWriteNamer((table, id) => rowOf(prepare.call(db, `SELECT json FROM ${table} WHERE id = ?`), id));
    namers.set(db, made);
    return made;
  }

  driver.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    const write = parseWrite(sql);
    if (!write) return statement;
    const watched = Object.create(statement) as Database.Statement;
    watched.run = (...parameters: unknown[]) => {
      const name = namerOf(this)(write, parameters);
      const names = name === null ? [] : [name];
      if (!this.inTransaction) return commit(names, () => statement.run(...parameters));
      const result = statement.run(...parameters);
      open.push(...names);
      return result;
    };
    return watched;
  };

  driver.exec = function (sql) {
    if (/^BEGIN/i.test(sql)) open = [];
    return /^COMMIT/i.test(sql) ? commit(open, () => exec.call(this, sql)) : exec.call(this, sql);
  };
}

function rowOf(statement: Database.Statement, id: unknown): unknown {
  const row = statement.get(id);
  // Only tables with such a column are asked.
  return row === undefined ? null : JSON.parse(String((row as { readonly json: unknown }).json));
}
