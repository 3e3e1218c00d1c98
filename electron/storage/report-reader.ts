import { minor, type MinorUnits } from '../../shared/money';
import { unitSchema } from '../../shared/quantity';
import type { CashierTakings, ProductSold } from '../../shared/reports/report';
import type { Tally } from '../../shared/shift/shift';
import type { Span } from '../reports/calendar';
import { reconciliationSchema, type Reconciliation } from '../../shared/shift/reconciliation';
import { readJson } from './read-json';
import { valueOf, type Db } from './open-database';
import { GIVEN_BACK, PRODUCT_KEY, readRefundedSales, REFUND_AMOUNT } from './refunded-sales';

const QR_REFUNDS = `
  SELECT count(*) AS count, coalesce(sum(${REFUND_AMOUNT}), 0) AS total
  FROM (${GIVEN_BACK}) AS back JOIN refunds r ON r.id = back.refund_id LEFT JOIN checkouts c ON c.id = r.checkout_id`;

const IN_SPAN = 'e.at >= ?1 AND e.at < ?2 AND e.paid_at IS NOT NULL';

export interface ReadTotals {
  readonly sales: number;
  readonly total: MinorUnits;
  readonly discounts: MinorUnits;
  readonly saleDiscounts: MinorUnits;
  readonly rounding: MinorUnits;
}

export interface ReadProduct extends Omit<ProductSold, 'refunded'> {
  /** The same for every line of it. */
  readonly key: string;
}

/** What was paid within some ten minutes. */
export interface ReadMoment {
  /** The beginning of their moments' text: `2026-11-23T14:3`. */
  readonly moment: string;
  readonly sales: number;
  readonly cash: MinorUnits;
  readonly qr: MinorUnits;
}

/** The sums of a span of time, out of the facts that each sale left. Reads, and decides nothing. */
export function createReportReader(db: Db, { from, to }: Span) {
  const rows = (sql: string) => db.prepare(sql).all(from, to);
  const row = (sql: string) => db.prepare(sql).get(from, to);
  const number = (found: unknown, name: string): number => Number(valueOf(found, name) ?? 0);
  const money = (found: unknown, name: string): MinorUnits => minor(number(found, name));
  const tally = (found: unknown): Tally => ({ count: number(found, 'count'), total: money(found, 'total') });
  const tendered = (kind: 'cash' | 'qr', sign: 1 | -1): Tally =>
    tally(
      row(
        `SELECT count(*) AS count, coalesce(sum(${sign} * amount), 0) AS total FROM tenders
         WHERE at >= ? AND at < ? AND kind = '${kind}' AND ${sign} * amount > 0`,
      ),
    );

  return {
    tendered,
    qrRefunds: (): Tally => tally(row(`${QR_REFUNDS} WHERE c.kind IS 'paid'`)),
    qrReturned: (): Tally => tally(row(`${QR_REFUNDS} WHERE c.kind IS NOT 'paid'`)),
    totals: (): ReadTotals => {
      const found = row(
        `SELECT count(*) AS sales, sum(total) AS total, sum(discount) AS discounts, sum(sale_discount) AS saleDiscounts,
           sum(rounding) AS rounding
         FROM sale_entries e WHERE ${IN_SPAN}`,
      );
      return {
        sales: number(found, 'sales'),
        total: money(found, 'total'),
        discounts: money(found, 'discounts'),
        saleDiscounts: money(found, 'saleDiscounts'),
        rounding: money(found, 'rounding'),
      };
    },
    moments: (): readonly ReadMoment[] =>
      rows(
        `SELECT substr(at, 1, 15) AS moment, count(*) AS sales, sum(cash) AS cash, sum(qr) AS qr FROM sale_entries e
         WHERE ${IN_SPAN} GROUP BY moment ORDER BY moment`,
      ).map((found) => ({
        moment: String(valueOf(found, 'moment')),
        sales: number(found, 'sales'),
        cash: money(found, 'cash'),
        qr: money(found, 'qr'),
      })),
    cashiers: (): readonly CashierTakings[] =>
      rows(
        `SELECT by, sum(sales) AS sales, sum(received) AS received, sum(refunds) AS refunds, sum(back) AS back FROM (
           SELECT by, count(*) AS sales, sum(cash + qr) AS received, 0 AS refunds, 0 AS back FROM sale_entries e
             WHERE ${IN_SPAN} GROUP BY by
           UNION ALL
           SELECT e.by, 0, 0, 1, -t.amount FROM tenders t JOIN sale_entries e ON e.sale_id = t.sale_id AND e.cash > 0
             WHERE t.at >= ?1 AND t.at < ?2 AND t.amount < 0
           UNION ALL
           SELECT e.by, 0, 0, 1, ${REFUND_AMOUNT} FROM (${GIVEN_BACK}) AS back
             JOIN refunds r ON r.id = back.refund_id JOIN checkouts c ON c.id = r.checkout_id AND c.kind = 'paid'
             JOIN sale_entries e ON e.id = c.id
         ) GROUP BY by ORDER BY received DESC, by`,
      ).map((found) => ({
        by: String(valueOf(found, 'by')),
        sales: { count: number(found, 'sales'), total: money(found, 'received') },
        refunds: { count: number(found, 'refunds'), total: money(found, 'back') },
      })),
    /** All of them, by what they brought, the most first. The name is the newest. */
    products: (): readonly ReadProduct[] =>
      rows(
        `SELECT ${PRODUCT_KEY} AS key, l.name, l.unit, sum(l.quantity) AS quantity, count(DISTINCT l.seq) AS sales, sum(l.total) AS total,
           max(l.seq) AS newest
         FROM sale_entries e JOIN sale_lines l ON l.seq = e.seq WHERE ${IN_SPAN}
         GROUP BY key ORDER BY total DESC, l.name`,
      ).map((found) => ({
        key: String(valueOf(found, 'key')),
        name: String(valueOf(found, 'name')),
        unit: unitSchema.parse(valueOf(found, 'unit')),
        quantity: number(found, 'quantity'),
        sales: number(found, 'sales'),
        total: money(found, 'total'),
      })),
    refundedSales: () => readRefundedSales(db, { from, to }),
    /** What Mercado Pago said of the shifts that were closed in the span. */
    reconciliations: (): readonly { readonly shift: number; readonly found: Reconciliation }[] =>
      rows(
        `SELECT number, reconciliation FROM shifts
         WHERE closed_at IS NOT NULL AND closed_at >= ? AND closed_at < ? AND reconciliation IS NOT NULL ORDER BY number`,
      ).flatMap((shift) => {
        const found = readJson(reconciliationSchema, valueOf(shift, 'reconciliation'));
        return found ? [{ shift: number(shift, 'number'), found }] : [];
      }),
  };
}
