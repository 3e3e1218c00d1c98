import { z } from 'zod';
import { minor, sum, type MinorUnits } from '../../shared/money';
import type { ProductSold, Report, ReportPart } from '../../shared/reports/report';
import { daysSchema } from '../../shared/sales/sale-filter';
import type { Tally } from '../../shared/shift/shift';
import { createReportReader, type ReadMoment, type ReadProduct } from '../storage/report-reader';
import { openToRead, type Db } from '../storage/open-database';
import type { RefundedSale } from '../storage/refunded-sales';
import { createDayOf, partsOf, spanOf, unitFor, type Part } from './calendar';
import { refundsByLine } from './refunds-by-line';

export const reportOrderSchema = z.object({ database: z.string(), days: daysSchema, timeZone: z.string() });
export type ReportOrder = z.infer<typeof reportOrderSchema>;

const PRODUCTS_SHOWN = 200;

/** What these days came to, all of it as of one moment. */
export function makeReport({ database, days, timeZone }: ReportOrder): Report {
  const db = openToRead(database);
  try {
    db.exec('BEGIN');
    return reportOf(db, days, timeZone);
  } finally {
    db.close();
  }
}

function reportOf(db: Db, days: ReportOrder['days'], timeZone: string): Report {
  const reader = createReportReader(db, spanOf(days, timeZone));
  const { sales, total, discounts, saleDiscounts, rounding } = reader.totals();
  const cash = { sales: reader.tendered('cash', 1), refunds: reader.tendered('cash', -1) };
  const qr = { sales: reader.tendered('qr', 1), refunds: reader.qrRefunds() };
  const received = minor(cash.sales.total + qr.sales.total);
  const refunds = together(cash.refunds, qr.refunds);
  const products = productsOf(reader.products(), backByLine(reader.refundedSales(), { days, timeZone }));
  const others = products.slice(PRODUCTS_SHOWN);
  return {
    days,
    sales,
    gross: minor(total + discounts),
    discounts,
    rounding,
    received,
    refunds,
    net: minor(received - refunds.total),
    average: averageOf(received, sales),
    cash,
    qr,
    returned: reader.qrReturned(),
    unit: unitFor(days),
    parts: inParts(reader.moments(), partsOf(days, timeZone)),
    cashiers: [...reader.cashiers()],
    products: products.slice(0, PRODUCTS_SHOWN),
    otherProducts: {
      count: others.length,
      total: sum(others.map((product) => product.total)),
      refunded: refundedOf(others),
    },
    saleDiscounts,
    refundsOfNoProduct: minor(refunds.total - refundedOf(products)),
    provider: providerOf(reader.reconciliations()),
  };
}

type LineBack = RefundedSale['lines'][number] & Pick<ProductSold, 'refunded'>;

/** What went back of each line within these days. */
function backByLine(
  sales: readonly RefundedSale[],
  { days, timeZone }: Pick<ReportOrder, 'days' | 'timeZone'>,
): readonly LineBack[] {
  const dayOf = createDayOf(timeZone);
  return sales.flatMap(({ lines, refunds, ...sale }) => {
    const byLine = refundsByLine({
      ...sale,
      totals: lines.map(({ total }) => total),
      refunds: refunds.map(({ at, ...refund }) => {
        const day = dayOf(at);
        return { ...refund, day, counts: day >= days.from && day <= days.to };
      }),
    });
    return lines.map((line, index) => ({ ...line, refunded: byLine[index] ?? minor(0) }));
  });
}

/** What was sold, and after it what only came back. */
function productsOf(sold: readonly ReadProduct[], back: readonly LineBack[]): readonly ProductSold[] {
  const products = new Map<string, ProductSold>();
  for (const { key, ...product } of sold) products.set(key, { ...product, refunded: minor(0) });
  for (const { key, name, unit, refunded } of back) {
    if (refunded === 0) continue;
    const known = products.get(key) ?? { name, unit, quantity: 0, sales: 0, total: minor(0), refunded: minor(0) };
    products.set(key, { ...known, refunded: minor(known.refunded + refunded) });
  }
  return [...products.values()];
}

function refundedOf(products: readonly ProductSold[]): MinorUnits {
  return sum(products.map(({ refunded }) => refunded));
}

/** Rounded half up. */
function averageOf(total: MinorUnits, count: number): MinorUnits | null {
  return count === 0 ? null : minor(Math.floor((2 * total + count) / (2 * count)));
}

function together(one: Tally, other: Tally): Tally {
  return { count: one.count + other.count, total: minor(one.total + other.total) };
}

/** Each moment in the part that it falls into; both are in order. */
function inParts(moments: readonly ReadMoment[], parts: readonly Part[]): ReportPart[] {
  let next = 0;
  return parts.map(({ name, to }) => {
    const part = { name, sales: 0, cash: 0, qr: 0 };
    for (let moment = moments[next]; moment && moment.moment < to; moment = moments[++next]) {
      part.sales += moment.sales;
      part.cash += moment.cash;
      part.qr += moment.qr;
    }
    return { ...part, cash: minor(part.cash), qr: minor(part.qr) };
  });
}

function providerOf(
  compared: ReturnType<ReturnType<typeof createReportReader>['reconciliations']>,
): Report['provider'] {
  if (compared.length === 0) return null;
  const found = compared.map((each) => each.found);
  return {
    shifts: compared.map(({ shift }) => shift),
    payments: found.reduce((count, { payments }) => count + payments, 0),
    commission: sum(found.map(({ commission }) => commission)),
    net: sum(found.map(({ net }) => net)),
    untold: found.reduce((count, { untold }) => count + untold, 0),
  };
}
