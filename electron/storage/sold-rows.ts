import { z } from 'zod';
import { minorUnitsSchema } from '../../shared/money';
import { unitSchema } from '../../shared/quantity';
import type { Span } from '../reports/calendar';
import type { Db } from './open-database';

const saleSchema = z.object({
  seq: z.int(),
  number: z.int(),
  at: z.string(),
  state: z.enum(['paid', 'partBack', 'allBack', 'review']),
  by: z.string(),
  articles: z.int(),
  total: z.int(),
  discount: z.int(),
  rounding: z.int(),
  cash: z.int(),
  qr: z.int(),
  cashBack: z.int(),
  qrBack: z.int(),
  reference: z.string().nullable(),
  payments: z.string(),
});

const lineSchema = z.object({
  seq: z.int(),
  number: z.int(),
  at: z.string(),
  by: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  quantity: z.int(),
  unit: unitSchema,
  unitPrice: z.int(),
  discount: z.int(),
  total: minorUnitsSchema,
  tax: z.int().nullable(),
  saleTotal: minorUnitsSchema,
});
export type SoldLine = z.infer<typeof lineSchema>;

const SALES_AT_ONCE = 500;
const PAID = 'e.at >= ? AND e.at < ? AND e.paid_at IS NOT NULL AND e.seq BETWEEN ? AND ?';

/** Every sale that was paid in the span, in the order in which they began. */
export function* readSoldSales(db: Db, span: Span): Generator<z.infer<typeof saleSchema>> {
  const sales = db.prepare(
    `SELECT e.seq, e.number, e.at, e.state, e.by, e.total, e.discount, e.rounding, e.cash, e.qr, e.cash_back AS cashBack,
       e.qr_back AS qrBack, (SELECT count(*) FROM sale_lines l WHERE l.seq = e.seq) AS articles,
       (SELECT reference FROM checkouts c WHERE c.id = e.id) AS reference,
       coalesce((SELECT group_concat('#' || payment_id, ' ') FROM sale_payments p WHERE p.seq = e.seq), '') AS payments
     FROM sale_entries e WHERE ${PAID} ORDER BY e.seq`,
  );
  for (const [first, last] of slices(db, span)) {
    for (const row of sales.all(span.from, span.to, first, last)) yield saleSchema.parse(row);
  }
}

const taxIn = (table: string, sale: string): string =>
  `(SELECT json ->> ('${sale}.lines[' || l.line || '].tax') FROM ${table} AND json_valid(json))`;

const TAX = `coalesce(
  ${taxIn('checkouts WHERE id = e.id', '$.attempt.sale')}, ${taxIn('cash_sales WHERE sale_id = e.sale_id', '$.sale')}
)`;

/**
 * Every line of them, in order. The code is the one that its product has now; the tax is the one that it had then, where it
 * is asked for: it is in the record of the whole sale, which is read again for every line.
 */
export function* readSoldLines(db: Db, span: Span, { isTaxed }: { readonly isTaxed: boolean }): Generator<SoldLine> {
  const lines = db.prepare(
    `SELECT e.seq, e.number, e.at, e.by, (SELECT code FROM products WHERE id = l.product_id) AS code, l.name, l.quantity,
       l.unit, l.unit_price AS unitPrice, l.discount, l.total, e.total AS saleTotal,
       ${isTaxed ? TAX : 'NULL'} AS tax
     FROM sale_entries e JOIN sale_lines l ON l.seq = e.seq WHERE ${PAID} ORDER BY e.seq, l.line`,
  );
  for (const [first, last] of slices(db, span)) {
    for (const row of lines.all(span.from, span.to, first, last)) yield lineSchema.parse(row);
  }
}

/** Some at a time: a year does not fit into memory at once. */
function* slices(db: Db, { from, to }: Span): Generator<readonly [number, number]> {
  const found = db.prepare('SELECT min(seq) AS first, max(seq) AS last FROM sale_entries WHERE at >= ? AND at < ?');
  const { first, last } = z.object({ first: z.int().nullable(), last: z.int().nullable() }).parse(found.get(from, to));
  if (first === null || last === null) return;
  for (let start = first; start <= last; start += SALES_AT_ONCE) yield [start, start + SALES_AT_ONCE - 1];
}
