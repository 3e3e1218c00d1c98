import type Database from 'libsql';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { numberOf, openDatabase } from './open-database';
import {
  appendRow,
  cajaRow,
  droppedRow,
  eventRow,
  first,
  leaseRow,
  oneNumber,
  prepareStatements,
} from './sqlite-statements';
import type { AppendResult, Caja, LogState, NotificationRecord, Store } from './store';

const trimChunk = 1000;
/** A write this long ago says nothing about the next one. */
const lastWriteCountsMs = 1000;
/** What the longest notice takes in the file, indexes included. */
const pagesOfOneNotice = 32;

interface Waiting {
  readonly record: NotificationRecord;
  readonly resolve: (result: AppendResult) => void;
}

export interface SqliteStoreOptions {
  readonly dataDir: string;
  readonly busyTimeoutMs?: number;
  /** What the file may grow to; beyond it nothing more is kept until something was dropped. */
  readonly mostBytes?: number;
  /** Told after each commit, for the metrics. */
  readonly onCommit?: (commit: { readonly seconds: number; readonly records: number }) => void;
  /** Told once when the disk can no longer be trusted. The store refuses every append from then on. */
  readonly onFatal?: (error: unknown) => void;
}

/**
 * The embedded store: one SQLite file. Concurrent appends share one commit (measured: ten times the throughput of one
 * commit each), and none is answered before that commit is on the disk.
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const { dataDir, busyTimeoutMs = 2000, mostBytes, onCommit, onFatal } = options;
  const file = join(dataDir, 'relay.db');
  const db = openDatabase(file, busyTimeoutMs, mostBytes);
  const sql = prepareStatements(db);
  const epoch = z
    .object({ value: z.string() })
    .parse(db.prepare(`SELECT value FROM meta WHERE key = 'epoch'`).get()).value;

  let waiting: Waiting[] = [];
  let flush: Promise<void> | null = null;
  let dead = false;
  let closed = false;
  let lastWrite: { readonly worked: boolean; readonly at: number } | null = null;
  let onAppended: (cajas: ReadonlySet<string>) => void = () => undefined;
  let onPairingsChanged: () => void = () => undefined;

  function transaction<T>(work: () => T): T {
    try {
      db.exec('BEGIN IMMEDIATE');
      const result = work();
      db.exec('COMMIT');
      lastWrite = { worked: true, at: performance.now() };
      return result;
    } catch (error) {
      lastWrite = { worked: false, at: performance.now() };
      // SQLite has already rolled back after some failures (a full disk), and then refuses to do it again. Asked on a
      // closed database, libsql ends the whole process.
      if (!closed && db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Whether the failure was the disk's. After a failed sync nobody knows what the disk holds until it is read anew. */
  function failed(error: unknown): boolean {
    if (!isFatal(error)) return false;
    if (!dead) {
      dead = true;
      onFatal?.(error);
    }
    return true;
  }

  function quietly(work: () => void): void {
    if (dead) return;
    try {
      work();
    } catch (error) {
      failed(error);
    }
  }

  function insert(record: NotificationRecord): AppendResult {
    const row = appendRow.parse(
      first(
        sql.append,
        record.caja,
        record.dedupeKey,
        record.topic,
        record.rawTopic,
        record.resourceId,
        record.action,
        record.status,
        Number(record.verified),
        Number(record.deliver),
        record.receivedAt,
        record.body,
      ),
    );
    return row.attempts === 1
      ? { kind: 'recorded', seq: row.seq }
      : { kind: 'duplicate', seq: row.seq, attempts: row.attempts };
  }

  function commitWaiting(): void {
    const batch = waiting;
    waiting = [];
    const startedAt = performance.now();
    let results: AppendResult[];
    try {
      if (dead) throw new Error('the store failed before and is not written any more');
      results = transaction(() => batch.map(({ record }) => insert(record)));
    } catch (error) {
      const fatal = failed(error);
      for (const { resolve } of batch) resolve({ kind: 'failed', error, fatal });
      return;
    }
    onCommit?.({ seconds: (performance.now() - startedAt) / 1000, records: batch.length });
    const news = new Set<string>();
    batch.forEach(({ record, resolve }, at) => {
      const result = results[at];
      if (!result) return;
      if (result.kind === 'recorded' && record.deliver) news.add(record.caja);
      resolve(result);
    });
    if (news.size > 0) onAppended(news);
  }

  // Other processes (the command line) may pair and revoke on the same file.
  let dataVersion = readDataVersion(db);
  const watch = setInterval(() => {
    quietly(() => {
      const version = readDataVersion(db);
      if (version === dataVersion) return;
      dataVersion = version;
      onPairingsChanged();
    });
  }, 1000);
  const checkpoint = setInterval(() => {
    quietly(() => db.exec('PRAGMA wal_checkpoint(PASSIVE)'));
  }, 30_000);
  watch.unref();
  checkpoint.unref();

  const cajaOf = (name: string): Caja | null => cajaRow.optional().parse(first(sql.caja, name)) ?? null;

  function existing(name: string): Caja {
    const caja = cajaOf(name);
    if (!caja) throw new Error(`caja ${name} vanished inside its own transaction`);
    return caja;
  }

  return {
    epoch,

    append: (record) =>
      new Promise((resolve) => {
        if (closed) {
          resolve({ kind: 'failed', error: new Error('the store is closed'), fatal: false });
          return;
        }
        waiting.push({ record, resolve });
        flush ??= new Promise((done) => {
          setImmediate(() => {
            flush = null;
            commitWaiting();
            done();
          });
        });
      }),

    read: (caja, after, limit) => z.array(eventRow).parse(sql.read.all(caja, after, limit)),

    stateOf(caja): LogState {
      const newest = oneNumber.parse(first(sql.newest, caja));
      const trimmed = oneNumber.optional().parse(first(sql.trimmed, caja)) ?? 0;
      return {
        epoch,
        head: Math.max(newest, trimmed),
        oldest: oneNumber.parse(first(sql.oldest, caja)),
        trimmed,
        storeHead: oneNumber.optional().parse(first(sql.storeHead)) ?? 0,
      };
    },

    async trim(before) {
      // A clock that jumped ahead must not wipe the history in one go.
      const allowed = Math.max(trimChunk, Math.floor(oneNumber.parse(first(sql.count)) / 10));
      let dropped = 0;
      while (dropped < allowed && !closed && !dead) {
        const rows = transaction(() => {
          const gone = z.array(droppedRow).parse(sql.drop.all(before, Math.min(trimChunk, allowed - dropped)));
          for (const [caja, seq] of newestDelivered(gone)) sql.markTrimmed.run(seq, caja);
          return gone;
        });
        if (rows.length === 0) break;
        dropped += rows.length;
        await new Promise((resume) => setImmediate(resume));
      }
      return dropped;
    },

    cajaOf,
    cajas: () => z.array(cajaRow).parse(sql.cajas.all()),
    cajaOfToken: (hash) => z.object({ caja: z.string() }).optional().parse(first(sql.cajaOfToken, hash))?.caja ?? null,

    pair(name, tokenHash) {
      const caja = transaction(() => {
        sql.pair.run(name, tokenHash);
        sql.freeLease.run(name);
        return existing(name);
      });
      onPairingsChanged();
      return caja;
    },
    revoke(name, now) {
      const revoked = transaction(() => {
        sql.freeLease.run(name);
        return sql.revoke.run(now, name).changes > 0;
      });
      if (revoked) onPairingsChanged();
      return revoked;
    },
    rotateHook(name, until) {
      const rotated = sql.rotateHook.run(until, name).changes > 0;
      if (rotated) onPairingsChanged();
      return rotated ? existing(name) : null;
    },
    remove(name, now) {
      const removed = transaction(() => {
        sql.freeLease.run(name);
        const known = sql.remove.run(now, name).changes > 0;
        if (known) sql.forgetEvents.run(name);
        return known;
      });
      if (removed) onPairingsChanged();
      return removed;
    },
    leaseOf: (name) => leaseRow.optional().parse(first(sql.lease, name)) ?? { fence: 0, holder: null },
    keepLease(name, { fence, holder }) {
      const { id = null, run = null, name: called = null, since = null } = holder ?? {};
      transaction(() => sql.keepLease.run(name, fence, id, run, called, since));
    },
    acknowledge(caja, seq) {
      sql.acknowledge.run(seq, caja);
    },

    onAppended(listener) {
      onAppended = listener;
    },
    onPairingsChanged(listener) {
      onPairingsChanged = listener;
    },
    touch() {
      transaction(() => sql.touch.run());
    },
    writable() {
      if (dead || closed) return false;
      // Whoever asks often must not make us write often.
      if (lastWrite && performance.now() - lastWrite.at < lastWriteCountsMs) return lastWrite.worked;
      try {
        transaction(() => sql.touch.run());
        const free = numberOf(db, 'max_page_count') - numberOf(db, 'page_count') + numberOf(db, 'freelist_count');
        return free >= pagesOfOneNotice;
      } catch (error) {
        failed(error);
        return false;
      }
    },
    bytes: () =>
      ['', '-wal'].reduce((sum, suffix) => sum + (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0), 0),
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(watch);
      clearInterval(checkpoint);
      await flush;
      db.close();
    },
  };
}

function newestDelivered(rows: readonly z.infer<typeof droppedRow>[]): Map<string, number> {
  const newest = new Map<string, number>();
  for (const { caja, seq, deliver } of rows) {
    if (deliver === 1) newest.set(caja, Math.max(seq, newest.get(caja) ?? 0));
  }
  return newest;
}

function isFatal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB');
}

function readDataVersion(db: Database.Database): number {
  return z.object({ data_version: z.number() }).parse(db.prepare('PRAGMA data_version').get()).data_version;
}
