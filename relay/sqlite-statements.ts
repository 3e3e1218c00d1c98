import type Database from 'libsql';
import { z } from 'zod';
import type { RelayEvent } from '../shared/relay-protocol';
import type { Caja, Lease } from './store';

export const eventRow = z
  .object({
    seq: z.number(),
    topic: z.enum(['merchant_order', 'payment', 'order', 'other']),
    resource_id: z.string(),
    status: z.string().nullable(),
    verified: z.number(),
    received_at: z.number(),
    attempts: z.number(),
  })
  .transform((row): RelayEvent => ({
    seq: row.seq,
    topic: row.topic,
    resourceId: row.resource_id,
    status: row.status,
    verified: row.verified === 1,
    receivedAt: new Date(row.received_at).toISOString(),
    attempts: row.attempts,
  }));

export const cajaRow = z
  .object({
    caja: z.string(),
    hook_version: z.number(),
    previous_until: z.number().nullable(),
    token_hash: z.string().nullable(),
    revoked_at: z.number().nullable(),
    acked: z.number().nullable(),
  })
  .transform((row): Caja => ({
    caja: row.caja,
    hookVersion: row.hook_version,
    previousHookVersion:
      row.previous_until === null ? null : { version: row.hook_version - 1, until: row.previous_until },
    paired: row.token_hash !== null,
    revokedAt: row.revoked_at,
    acked: row.acked,
  }));

export const oneNumber = z.object({ n: z.number().nullable() }).transform((row) => row.n ?? 0);
export const droppedRow = z.object({ caja: z.string(), seq: z.number(), deliver: z.number() });
export const leaseRow = z
  .object({
    fence: z.number(),
    holder: z.string().nullable(),
    run: z.string().nullable(),
    name: z.string().nullable(),
    since: z.number().nullable(),
  })
  .transform(({ fence, holder, run, name, since }): Lease => ({
    fence,
    holder:
      holder === null || run === null || name === null || since === null ? null : { id: holder, run, name, since },
  }));

export const appendRow = z.object({ seq: z.number(), attempts: z.number() });

/** Everything that the relay asks of its file. Types of the answers: the schemas above. */
const texts = {
  append: `INSERT INTO event (caja, dedupe, topic, raw_topic, resource_id, action, status, verified, deliver, received_at, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (dedupe) DO UPDATE SET attempts = attempts + 1
     RETURNING seq, attempts`,
  read: `SELECT seq, topic, resource_id, status, verified, received_at, attempts FROM event
     WHERE caja = ? AND seq > ? AND deliver = 1 ORDER BY seq LIMIT ?`,
  newest: 'SELECT max(seq) AS n FROM event WHERE caja = ? AND deliver = 1',
  oldest: 'SELECT min(seq) AS n FROM event WHERE caja = ? AND deliver = 1',
  trimmed: 'SELECT trimmed AS n FROM caja WHERE caja = ?',
  storeHead: `SELECT seq AS n FROM sqlite_sequence WHERE name = 'event'`,
  count: 'SELECT count(*) AS n FROM event',
  drop: `DELETE FROM event WHERE seq IN (SELECT seq FROM event WHERE received_at < ? ORDER BY received_at LIMIT ?)
     RETURNING caja, seq, deliver`,
  markTrimmed: 'UPDATE caja SET trimmed = max(trimmed, ?) WHERE caja = ?',
  caja: 'SELECT * FROM caja WHERE caja = ? AND removed_at IS NULL',
  cajas: 'SELECT * FROM caja WHERE removed_at IS NULL ORDER BY caja',
  cajaOfToken: 'SELECT caja FROM caja WHERE token_hash = ?',
  pair: `INSERT INTO caja (caja, token_hash) VALUES (?, ?)
     ON CONFLICT (caja) DO UPDATE SET token_hash = excluded.token_hash, revoked_at = NULL, removed_at = NULL`,
  revoke: 'UPDATE caja SET token_hash = NULL, revoked_at = ? WHERE caja = ? AND token_hash IS NOT NULL',
  rotateHook:
    'UPDATE caja SET hook_version = hook_version + 1, previous_until = ? WHERE caja = ? AND removed_at IS NULL',
  acknowledge: 'UPDATE caja SET acked = max(coalesce(acked, 0), ?) WHERE caja = ?',
  // A new version, or the name paired again would make the addresses of before good again.
  remove: `UPDATE caja SET token_hash = NULL, removed_at = ?, hook_version = hook_version + 1, previous_until = NULL,
     revoked_at = NULL, acked = NULL,
     trimmed = max(trimmed, coalesce((SELECT max(seq) FROM event WHERE event.caja = caja.caja AND deliver = 1), 0))
     WHERE caja = ? AND removed_at IS NULL`,
  forgetEvents: 'DELETE FROM event WHERE caja = ?',
  lease: 'SELECT fence, holder, run, name, since FROM lease WHERE caja = ?',
  keepLease: `INSERT INTO lease (caja, fence, holder, run, name, since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (caja) DO UPDATE SET fence = excluded.fence, holder = excluded.holder, run = excluded.run,
     name = excluded.name, since = excluded.since`,
  freeLease: 'UPDATE lease SET holder = NULL, run = NULL, name = NULL, since = NULL WHERE caja = ?',
  // As long as a long notice: a disk may have room for a word and not for that.
  touch: `INSERT INTO meta VALUES ('touched', hex(randomblob(4000))) ON CONFLICT DO UPDATE SET value = excluded.value`,
};

export type Statements = Readonly<Record<keyof typeof texts, Database.Statement>>;

export function prepareStatements(db: Database.Database): Statements {
  const prepared = Object.entries(texts).map(([name, text]) => [name, db.prepare(text)] as const);
  // Object.fromEntries forgets the keys, which are those of `texts`.
  return Object.fromEntries(prepared) as Statements;
}

/**
 * The first row of the answer, `undefined` when there is none. Not `get()`: one of libsql (0.5.29) that failed in the middle
 * of its work is never reset, refuses the next parameters silently and does its old work again, so that after a full disk
 * the notice before was stored in place of the one that was answered.
 */
export function first(statement: Database.Statement, ...parameters: readonly unknown[]): unknown {
  return statement.all(...parameters)[0];
}
