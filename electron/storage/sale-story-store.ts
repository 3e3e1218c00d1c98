import { z } from 'zod';
import { storedCashRefundSchema, storedCashSaleSchema } from '../../shared/cash/cash-sale';
import { attemptSchema } from '../../shared/checkout/attempt';
import { refundStateSchema } from '../../shared/refund/refund';
import { auditActSchema, auditFactsSchema } from '../../shared/people/audit';
import { printJobSchema } from '../printing/print-job';
import { valueOf, type Db } from './open-database';
import { readJson } from './read-json';

/** Any event, of which the story takes what it knows. */
const eventSchema = z.looseObject({ kind: z.string() });
const stepSchema = z.object({
  at: z.iso.datetime(),
  event: eventSchema,
  from: z.string().nullable(),
  to: z.string(),
});
export type StoredStep = z.infer<typeof stepSchema>;

const attemptOnlySchema = z.object({ attempt: attemptSchema });
const paperSchema = z.object({ job: printJobSchema, at: z.iso.datetime() });
type Paper = z.infer<typeof paperSchema>;

const noteSchema = z.object({
  at: z.iso.datetime(),
  act: auditActSchema,
  by: z.string().nullable(),
  approvedBy: z.string().nullable(),
  facts: auditFactsSchema,
});

/** Everything that the disk knows about one sale. What can't be read is left out of it. */
export function createSaleStoryStore(db: Db) {
  const charges = db.prepare('SELECT id, json FROM checkouts WHERE sale_id = ? ORDER BY rowid');
  const chargeSteps = db.prepare(
    'SELECT at, event, from_kind, to_kind FROM checkout_steps WHERE checkout_id = ? ORDER BY seq',
  );
  const refunds = db.prepare('SELECT id, json FROM refunds WHERE checkout_id = ? ORDER BY rowid');
  const refundSteps = db.prepare(
    'SELECT at, event, from_kind, to_kind FROM refund_steps WHERE refund_id = ? ORDER BY seq',
  );
  const cashSale = db.prepare('SELECT json FROM cash_sales WHERE sale_id = ?');
  const cashRefunds = db.prepare('SELECT json FROM cash_refunds WHERE sale_id = ? ORDER BY rowid');
  // Papers of one thing are numbered: `<id>-1`, `<id>-2`… and `.` is the sign after `-`.
  const papers = db.prepare(
    `SELECT json, updated_at FROM print_jobs WHERE id > ? || '-' AND id < ? || '.' ORDER BY seq`,
  );
  const tenders = db.prepare(`SELECT kind, amount, json ->> '$.checkoutId' AS charge FROM tenders WHERE sale_id = ?`);
  const notes = db.prepare(
    `SELECT at, act, by, approved_by, json FROM audit_log
     WHERE json ->> '$.sale' = (SELECT number FROM sales WHERE id = ?) AND json ->> '$.sale' IS NOT NULL ORDER BY seq`,
  );

  const stepsOf = (rows: readonly unknown[]): StoredStep[] =>
    rows.flatMap((row) => {
      const event = readJson(eventSchema, valueOf(row, 'event'));
      const step = { at: valueOf(row, 'at'), event, from: valueOf(row, 'from_kind'), to: valueOf(row, 'to_kind') };
      return parsed(stepSchema, step);
    });
  const papersOf = (id: string): Paper[] =>
    papers.all(id, id).flatMap((row) => {
      const job = readJson(printJobSchema, valueOf(row, 'json'));
      return parsed(paperSchema, { job, at: valueOf(row, 'updated_at') });
    });

  return {
    charges: (saleId: string) =>
      charges.all(saleId).flatMap((row) => {
        const id = String(valueOf(row, 'id'));
        const state = readJson(attemptOnlySchema, valueOf(row, 'json'));
        if (!state) return [];
        const given = refunds.all(id).flatMap((refund) => {
          const read = readJson(refundStateSchema, valueOf(refund, 'json'));
          return read ? [{ refund: read.refund, steps: stepsOf(refundSteps.all(String(valueOf(refund, 'id')))) }] : [];
        });
        return [{ attempt: state.attempt, steps: stepsOf(chargeSteps.all(id)), refunds: given }];
      }),
    cashSale: (saleId: string) => {
      const sale = readJson(storedCashSaleSchema, valueOf(cashSale.get(saleId), 'json'));
      return sale && { sale, papers: papersOf(saleId) };
    },
    cashRefunds: (saleId: string) =>
      cashRefunds.all(saleId).flatMap((row) => {
        const refund = readJson(storedCashRefundSchema, valueOf(row, 'json'));
        return refund ? [{ refund, papers: papersOf(refund.id) }] : [];
      }),
    /** The cash that a charge brought beside its QR. */
    cashOf: (saleId: string, checkoutId: string): number =>
      tenders
        .all(saleId)
        .filter((row) => valueOf(row, 'charge') === checkoutId && valueOf(row, 'kind') === 'cash')
        .reduce((sum: number, row) => sum + Number(valueOf(row, 'amount')), 0),
    notes: (saleId: string) =>
      notes.all(saleId).flatMap((row) =>
        parsed(noteSchema, {
          at: valueOf(row, 'at'),
          act: valueOf(row, 'act'),
          by: valueOf(row, 'by'),
          approvedBy: valueOf(row, 'approved_by'),
          facts: readJson(auditFactsSchema, valueOf(row, 'json')),
        }),
      ),
  };
}

export type SaleStoryStore = ReturnType<typeof createSaleStoryStore>;

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema>[] {
  const result = schema.safeParse(value);
  return result.success ? [result.data] : [];
}
