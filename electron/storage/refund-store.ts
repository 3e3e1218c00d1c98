import type { RefundEvent } from '../../shared/refund/refund-machine';
import { refundStateSchema, type RefundState } from '../../shared/refund/refund';
import { noteOfRefundStep } from '../people/audit-notes';
import type { PrintJob, PrintJobStore } from '../printing/print-job';
import { createAuditStore } from './audit-store';
import { atomically, valueOf, type Db } from './open-database';
import { readJson } from './read-json';

export interface StoredRefundStep {
  readonly at: string;
  readonly event: RefundEvent | { readonly kind: 'begun' };
  readonly from: RefundState | null;
  readonly to: RefundState;
  /** Stored in the same transaction, so that money that went back can't lose its slip. */
  readonly printJob: PrintJob | null;
}

export interface RefundStore {
  /** One step of one refund: all of it is on disk when this returns. */
  commit(step: StoredRefundStep): void;
  find(id: string): RefundState | null;
  ofCheckout(checkoutId: string): readonly RefundState[];
  /** @throws when one can't be read: it may be under way, and the same money must not go back twice. */
  ofPayment(paymentId: string): readonly RefundState[];
  /** Everything whose end nobody has acknowledged, oldest first. */
  open(): readonly RefundState[];
  /** Rows that this program can't read: never dropped, a person must know. */
  unreadable(): number;
  acknowledge(id: string, at: string): void;
}

export function createRefundStore(db: Db, printJobs: Pick<PrintJobStore, 'insert'>): RefundStore {
  const audit = createAuditStore(db);
  const upsert = db.prepare(
    `INSERT INTO refunds (id, checkout_id, payment_id, kind, json, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, json = excluded.json, updated_at = excluded.updated_at`,
  );
  const insertStep = db.prepare(
    'INSERT INTO refund_steps (refund_id, at, event, from_kind, to_kind) VALUES (?, ?, ?, ?, ?)',
  );
  const byId = db.prepare('SELECT json FROM refunds WHERE id = ?');
  const byCheckout = db.prepare('SELECT json FROM refunds WHERE checkout_id = ? ORDER BY rowid');
  const byPayment = db.prepare('SELECT json FROM refunds WHERE payment_id = ? ORDER BY rowid');
  const open = db.prepare('SELECT json FROM refunds WHERE acknowledged_at IS NULL ORDER BY rowid');
  const acknowledge = db.prepare('UPDATE refunds SET acknowledged_at = ? WHERE id = ?');

  const read = (row: unknown) => readJson(refundStateSchema, valueOf(row, 'json'));
  const readable = (rows: readonly unknown[]): RefundState[] => rows.flatMap((row) => read(row) ?? []);

  return {
    commit: ({ at, event, from, to, printJob }) => {
      const { id, checkoutId, paymentId, decision } = to.refund;
      atomically(db, () => {
        upsert.run(id, checkoutId, paymentId, to.kind, JSON.stringify(to), decision.at, at);
        insertStep.run(id, at, JSON.stringify(event), from?.kind ?? null, to.kind);
        if (printJob) printJobs.insert(printJob);
        const note = noteOfRefundStep(event, to.refund);
        if (note) audit.append(note);
      });
    },
    find: (id) => read(byId.get(id)),
    ofCheckout: (checkoutId) => readable(byCheckout.all(checkoutId)),
    ofPayment: (paymentId) =>
      byPayment.all(paymentId).map((row) => {
        const state = read(row);
        if (!state) throw new Error(`a refund of payment ${paymentId} can't be read`);
        return state;
      }),
    open: () => readable(open.all()),
    unreadable: () => {
      const rows = open.all();
      return rows.length - readable(rows).length;
    },
    acknowledge: (id, at) => {
      acknowledge.run(at, id);
    },
  };
}
