import { dueOf } from '../../shared/checkout/attempt';
import type { CheckoutEvent } from '../../shared/checkout/event';
import { checkoutStateSchema, type CheckoutState, type StateOf } from '../../shared/checkout/state';
import { reviewOf } from '../../shared/checkout/review';
import { minor } from '../../shared/money';
import { saleSchema, type Sale } from '../../shared/sale';
import { noteOfCheckoutStep } from '../people/audit-notes';
import type { PrintJobStore } from '../printing/print-job';
import type { PrintJob } from '../printing/print-job';
import { createAuditStore } from './audit-store';
import { atomically, valueOf, type Db, type Statement } from './open-database';
import { readJson } from './read-json';
import { createTenderStore, type NewTender, type TenderStore } from './tender-store';

export interface CheckoutStep {
  readonly at: string;
  readonly event: CheckoutEvent | { readonly kind: 'begun' };
  readonly from: CheckoutState | null;
  readonly to: CheckoutState;
  /** Stored in the same transaction, so that a paid sale can't lose its ticket. */
  readonly printJob: PrintJob | null;
  /** Whatever else belongs to it. */
  readonly alsoWrite?: () => void;
}

export interface CheckoutStore {
  /** Number of this sale: the one it has, or the next. Taken for good, so that a ticket's number is never used twice. */
  numberFor(saleId: string): number;
  /** Whether money came in for this sale, or may have: paid in whatever way, or a person must look at it. */
  mayBePaid(saleId: string): boolean;
  /** Whether this sale is paid, in whatever way. */
  isPaid(saleId: string): boolean;
  /** One step of one checkout: all of it is on disk when this returns. */
  commit(step: CheckoutStep): void;
  find(checkoutId: string): CheckoutState | null;
  findByReference(reference: string): CheckoutState | null;
  /** The charge that paid this sale; null when none did. */
  findPaid(saleId: string): StateOf<'paid'> | null;
  /** Checkouts whose end no cashier has acknowledged, oldest first. */
  unfinished(): readonly CheckoutState[];
  /** Charges whose money puts a question to a person, newest first. */
  needingAttention(limit: number): readonly CheckoutState[];
  /** Rows that this program can't read: never dropped, a person must know. */
  unreadable(): number;
  finish(checkoutId: string, at: string): void;
}

export function createCheckoutStore(
  db: Db,
  printJobs: Pick<PrintJobStore, 'insert'>,
  tenders: Pick<TenderStore, 'book'> = createTenderStore(db),
): CheckoutStore {
  const audit = createAuditStore(db);
  const upsertSale = db.prepare(
    `INSERT INTO sales (id, number, total, created_at, paid_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET total = CASE WHEN sales.paid_at IS NULL THEN excluded.total ELSE sales.total END,
       paid_at = coalesce(sales.paid_at, excluded.paid_at)`,
  );
  const upsertCheckout = db.prepare(
    `INSERT INTO checkouts (id, sale_id, reference, kind, review, json, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, review = excluded.review, json = excluded.json,
       updated_at = excluded.updated_at`,
  );
  const insertStep = db.prepare(
    'INSERT INTO checkout_steps (checkout_id, at, event, from_kind, to_kind) VALUES (?, ?, ?, ?, ?)',
  );
  const saleNumber = db.prepare('SELECT number FROM sales WHERE id = ?');
  // Restored data has forgotten numbers that may be on tickets already.
  const lastNumber = db.prepare(
    `SELECT max(coalesce((SELECT max(number) FROM sales), 0),
                coalesce((SELECT cast(json AS INTEGER) FROM settings WHERE name = 'saleNumbersAbove'), 0)) AS number`,
  );
  const claimedSale = db.prepare(
    `SELECT 1 FROM checkouts WHERE sale_id = ?1 AND kind IN ('paid', 'needsAttention')
     UNION ALL SELECT 1 FROM tenders WHERE sale_id = ?1 LIMIT 1`,
  );
  const paidSale = db.prepare('SELECT 1 FROM tenders WHERE sale_id = ? LIMIT 1');
  const paidBySale = db.prepare(
    `SELECT json FROM checkouts WHERE sale_id = ? AND kind = 'paid' ORDER BY rowid LIMIT 1`,
  );
  const byId = db.prepare('SELECT json FROM checkouts WHERE id = ?');
  const byReference = db.prepare('SELECT json FROM checkouts WHERE reference = ?');
  // In the order in which they began, which a clock that goes back would not tell. The + keeps SQLite on the partial index.
  const open = db.prepare('SELECT json FROM checkouts WHERE finished_at IS NULL ORDER BY +rowid');
  const attention = db.prepare(
    'SELECT json FROM checkouts WHERE review IS NOT NULL ORDER BY updated_at DESC, rowid DESC LIMIT ?',
  );
  const setFinished = db.prepare('UPDATE checkouts SET finished_at = ? WHERE id = ? AND finished_at IS NULL');

  const readable = (rows: readonly unknown[]): CheckoutState[] =>
    rows.flatMap((json) => readJson(checkoutStateSchema, json) ?? []);
  const jsons = (statement: Statement, ...parameters: unknown[]) =>
    statement.all(...parameters).map((row) => valueOf(row, 'json'));
  const one = (json: unknown): CheckoutState | null => readJson(checkoutStateSchema, json);

  return {
    numberFor: (saleId) =>
      Number(valueOf(saleNumber.get(saleId), 'number') ?? Number(valueOf(lastNumber.get(), 'number')) + 1),
    isPaid: (saleId) => paidSale.get(saleId) !== undefined,
    mayBePaid: (saleId) => claimedSale.get(saleId) !== undefined,
    commit: ({ at, event, from, to, printJob, alsoWrite }) => {
      const { checkoutId, sale, reference, createdAt } = to.attempt;
      atomically(db, () => {
        const { id, number, total }: Sale = saleSchema.parse(sale);
        upsertSale.run(id, number, total, createdAt, to.kind === 'paid' ? to.paidAt : null);
        const review = reviewOf(to)?.reason ?? null;
        upsertCheckout.run(checkoutId, id, reference, to.kind, review, JSON.stringify(to), createdAt, at);
        insertStep.run(checkoutId, at, JSON.stringify(event), from?.kind ?? null, to.kind);
        if (to.kind === 'paid' && from?.kind !== 'paid') for (const tender of tendersOf(to)) tenders.book(tender);
        if (printJob) printJobs.insert(printJob);
        const note = noteOfCheckoutStep(event, to);
        if (note) audit.append(note);
        alsoWrite?.();
      });
    },
    find: (checkoutId) => one(valueOf(byId.get(checkoutId), 'json')),
    findByReference: (reference) => one(valueOf(byReference.get(reference), 'json')),
    findPaid: (saleId) => {
      const state = one(valueOf(paidBySale.get(saleId), 'json'));
      return state?.kind === 'paid' ? state : null;
    },
    unfinished: () => readable(jsons(open)),
    needingAttention: (limit) => readable(jsons(attention, limit)),
    unreadable: () => {
      const rows = jsons(open);
      return rows.length - readable(rows).length;
    },
    finish: (checkoutId, at) => {
      setFinished.run(at, checkoutId);
    },
  };
}

/** What a charge brings in when it is paid. A surplus is no part of the sale: it is a question to a person. */
function tendersOf({ attempt, paidAt: at }: StateOf<'paid'>): readonly NewTender[] {
  const { checkoutId, sale, reference, cash } = attempt;
  const nothing = { received: null, changeDue: null, rounding: null };
  const common = { saleId: sale.id, at, facts: { checkoutId, reference } };
  const qr: NewTender = { ...common, ...nothing, id: `${checkoutId}-qr`, kind: 'qr', amount: dueOf(attempt) };
  if (cash === undefined) return [qr];
  const exact = { received: cash, changeDue: minor(0), rounding: minor(0) };
  return [{ ...common, ...exact, id: `${checkoutId}-cash`, kind: 'cash', amount: cash }, qr];
}
