import { auditEntrySchema, type AuditEntry } from '../../shared/people/audit';
import { atomically, valueOf, type Db } from './open-database';

/** What happened, before it has its number. */
export type AuditNote = Omit<AuditEntry, 'seq'>;

/** The log that nothing takes away from: the database itself refuses a change, a removal and a gap. */
export interface AuditStore {
  /** Inside a transaction it is part of it: what is rolled back was never logged. */
  append(note: AuditNote): void;
  /** Newest first. @param before only older ones; null begins with the newest. */
  list(before: number | null, limit: number): readonly AuditEntry[];
}

export function createAuditStore(db: Db): AuditStore {
  const last = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM audit_log');
  const insert = db.prepare('INSERT INTO audit_log (seq, at, act, by, approved_by, json) VALUES (?, ?, ?, ?, ?, ?)');
  const list = db.prepare(
    'SELECT seq, at, act, by, approved_by, json FROM audit_log WHERE seq < ? ORDER BY seq DESC LIMIT ?',
  );

  return {
    append: ({ at, act, by, approvedBy, facts }) => {
      atomically(db, () => {
        const seq = Number(valueOf(last.get(), 'seq')) + 1;
        insert.run(seq, at, act, by, approvedBy, JSON.stringify(facts));
      });
    },
    list: (before, limit) => list.all(before ?? Number.MAX_SAFE_INTEGER, limit).flatMap((row) => read(row) ?? []),
  };
}

/** Null for what a newer program wrote: it stays in the log. */
function read(row: unknown): AuditEntry | null {
  const column = (name: string): unknown => valueOf(row, name);
  const parsed = auditEntrySchema.safeParse({
    seq: column('seq'),
    at: column('at'),
    act: column('act'),
    by: column('by'),
    approvedBy: column('approved_by'),
    facts: JSON.parse(String(column('json'))) as unknown,
  });
  return parsed.success ? parsed.data : null;
}
