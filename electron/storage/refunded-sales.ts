import { z } from 'zod';
import { minorUnitsSchema } from '../../shared/money';
import { unitSchema } from '../../shared/quantity';
import type { Span } from '../reports/calendar';
import type { GivenBack, SaleGivenBack } from '../reports/refunds-by-line';
import { valueOf, type Db } from './open-database';
import { readJson } from './read-json';

/** Refunds that Mercado Pago approved in the span, as a shift counts them. */
export const GIVEN_BACK = `
  SELECT DISTINCT refund_id FROM refund_steps
  WHERE to_kind = 'approved' AND from_kind IS NOT 'approved' AND at >= ?1 AND at < ?2`;

const READABLE = 'iif(json_valid(r.json), r.json, NULL)';

/** How much a refund `r` gave back; null where its row does not say. */
export const REFUND_AMOUNT = `CASE json_type(${READABLE}, '$.refund.amount') WHEN 'integer' THEN r.json ->> '$.refund.amount' END`;

/** What makes two lines `l` the same product. */
export const PRODUCT_KEY = "coalesce(l.product_id, 'free ' || l.name) || ' ' || l.unit";

const lineSchema = z.object({ key: z.string(), name: z.string(), unit: unitSchema, total: minorUnitsSchema });

const saleSchema = z.object({ seq: z.int(), brought: minorUnitsSchema, paid: minorUnitsSchema });

interface StoredRefund extends Pick<GivenBack, 'amount' | 'lines'> {
  readonly at: string;
}

export interface RefundedSale extends Pick<SaleGivenBack, 'brought' | 'paid'> {
  readonly lines: readonly z.infer<typeof lineSchema>[];
  readonly refunds: readonly StoredRefund[];
}

const PAID_BY_QR = `(
  SELECT sum(payment.value ->> 'amount')
  FROM checkouts c, json_each(iif(json_valid(c.json), c.json, NULL), '$.ledger.payments') AS payment WHERE c.id = e.id
)`;

const SALES = `
  SELECT e.seq, e.cash + e.qr AS brought, e.cash + coalesce(${PAID_BY_QR}, e.qr) AS paid
  FROM sale_entries e WHERE e.seq IN (
    SELECT sold.seq FROM tenders t JOIN sale_entries sold ON sold.sale_id = t.sale_id AND sold.cash > 0
      WHERE t.at >= ?1 AND t.at < ?2 AND t.kind = 'cash' AND t.amount < 0
    UNION
    SELECT sold.seq FROM (${GIVEN_BACK}) AS back JOIN refunds r ON r.id = back.refund_id
      JOIN checkouts c ON c.id = r.checkout_id AND c.kind = 'paid' JOIN sale_entries sold ON sold.id = c.id
  ) ORDER BY e.seq`;

/** Of the sales of a list: one statement for each of them would take most of a report's time. */
const LINES = `
  SELECT l.seq, ${PRODUCT_KEY} AS key, l.name, l.unit, l.total
  FROM json_each(?) AS sold CROSS JOIN sale_lines l ON l.seq = sold.value ORDER BY l.seq, l.line`;

const REFUNDS = `
  SELECT e.seq, t.at, t.id, -t.amount AS amount, ${READABLE} -> '$.lines' AS lines
    FROM json_each(?1) AS sold CROSS JOIN sale_entries e ON e.seq = sold.value AND e.cash > 0
    JOIN tenders t ON t.sale_id = e.sale_id AND t.kind = 'cash' AND t.amount < 0
    LEFT JOIN cash_refunds r ON r.id = t.id
  UNION ALL
  SELECT e.seq, min(s.at), r.id, ${REFUND_AMOUNT}, ${READABLE} -> '$.refund.lines'
    FROM json_each(?1) AS sold CROSS JOIN sale_entries e ON e.seq = sold.value
    JOIN checkouts c ON c.id = e.id AND c.kind = 'paid' JOIN refunds r ON r.checkout_id = c.id
    JOIN refund_steps s ON s.refund_id = r.id AND s.to_kind = 'approved' AND s.from_kind IS NOT 'approved'
    GROUP BY r.id
  ORDER BY 1, 2, 3`;

/** Every sale of which money went back in the span, with all that ever went back of it and says how much it was. */
export function readRefundedSales(db: Db, { from, to }: Span): readonly RefundedSale[] {
  const sales = db
    .prepare(SALES)
    .all(from, to)
    .map((row) => saleSchema.parse(row));
  const sold = JSON.stringify(sales.map(({ seq }) => seq));
  const lines = bySale(db.prepare(LINES).all(sold));
  const refunds = bySale(db.prepare(REFUNDS).all(sold));
  return sales.map(({ seq, ...sale }) => ({
    ...sale,
    lines: (lines.get(seq) ?? []).map((row) => lineSchema.parse(row)),
    refunds: (refunds.get(seq) ?? []).flatMap(refundOf),
  }));
}

function bySale(rows: readonly unknown[]): ReadonlyMap<unknown, readonly unknown[]> {
  const groups = new Map<unknown, unknown[]>();
  for (const row of rows) {
    const seq = valueOf(row, 'seq');
    const group = groups.get(seq);
    if (group) group.push(row);
    else groups.set(seq, [row]);
  }
  return groups;
}

function refundOf(row: unknown): readonly StoredRefund[] {
  const amount = minorUnitsSchema.safeParse(valueOf(row, 'amount'));
  const lines = readJson(z.array(z.int()), valueOf(row, 'lines')) ?? [];
  return amount.success ? [{ amount: amount.data, lines, at: String(valueOf(row, 'at')) }] : [];
}
