import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { allocate } from '../../shared/allocate';
import { currencySchema, localeSchema, taxesProducts } from '../../shared/country';
import { daysSchema } from '../../shared/sales/sale-filter';
import { containedTax } from '../../shared/contained-tax';
import { writeWholeSync } from '../files/write-whole';
import { openToRead } from '../storage/open-database';
import { readSoldLines, readSoldSales, type SoldLine } from '../storage/sold-rows';
import { spanOf } from './calendar';
import { createCells, type Cells } from './sheet-cells';

/** The words of the files. */
const wordsSchema = z.object({
  sale: z.array(z.string()).length(17).readonly(),
  line: z.array(z.string()).length(11).readonly(),
  /** What a line has besides, where products are taxed one by one. */
  tax: z.array(z.string()).length(3).readonly(),
  states: z.object({ paid: z.string(), partBack: z.string(), allBack: z.string(), review: z.string() }),
  units: z.object({ unit: z.string(), kg: z.string() }),
});

export const saleExportOrderSchema = z.object({
  database: z.string(),
  path: z.string(),
  days: daysSchema,
  timeZone: z.string(),
  rows: z.enum(['sale', 'line']),
  currency: currencySchema,
  locale: localeSchema,
  words: wordsSchema,
});
export type SaleExportOrder = z.infer<typeof saleExportOrderSchema>;

/**
 * The paid sales of these days as a file that a spreadsheet in this language opens right: byte order mark, its own decimal
 * mark and the separator that goes with it, and nothing in it that it would run. False when it can't be written.
 */
export function exportSales(order: SaleExportOrder): boolean {
  const db = openToRead(order.database);
  try {
    db.exec('BEGIN');
    const span = spanOf(order.days, order.timeZone);
    const cells = createCells(order);
    const { words } = order;
    const isTaxed = taxesProducts(order.currency);
    const [header, rows] =
      order.rows === 'sale'
        ? [words.sale, saleRows(readSoldSales(db, span), cells, order)]
        : [
            isTaxed ? [...words.line, ...words.tax] : words.line,
            lineRows(readSoldLines(db, span, { isTaxed }), cells, { words, isTaxed }),
          ];
    return writeWholeSync(order.path, sheetOf(header, rows, cells.separator));
  } finally {
    db.close();
  }
}

function* saleRows(
  sales: ReturnType<typeof readSoldSales>,
  cells: Cells,
  { words }: SaleExportOrder,
): Generator<string[]> {
  for (const sale of sales) {
    const back = sale.cashBack + sale.qrBack;
    yield [
      String(sale.number),
      cells.date(sale.at),
      cells.time(sale.at),
      words.states[sale.state],
      cells.text(sale.by),
      String(sale.articles),
      cells.money(sale.total + sale.discount),
      cells.money(sale.discount),
      cells.money(sale.total),
      cells.money(sale.rounding),
      cells.money(sale.cash),
      cells.money(sale.qr),
      cells.money(sale.cashBack),
      cells.money(sale.qrBack),
      cells.money(sale.cash + sale.qr - back),
      cells.text(sale.reference ?? ''),
      sale.payments,
    ];
  }
}

function* lineRows(
  lines: ReturnType<typeof readSoldLines>,
  cells: Cells,
  { words, isTaxed }: Pick<SaleExportOrder, 'words'> & { readonly isTaxed: boolean },
): Generator<string[]> {
  for (const sale of saleBySale(lines)) {
    const taxes = isTaxed ? taxCells(sale, cells) : [];
    for (const [index, line] of sale.entries()) {
      yield [
        String(line.number),
        cells.date(line.at),
        cells.time(line.at),
        cells.text(line.by),
        cells.text(line.code ?? ''),
        cells.text(line.name),
        cells.quantity(line.quantity),
        words.units[line.unit],
        cells.money(line.unitPrice),
        cells.money(line.discount),
        cells.money(line.total),
        ...(taxes[index] ?? []),
      ];
    }
  }
}

/** What each line of a sale cost with its share of what was taken off the whole sale, and the tax in that. */
function taxCells(sale: readonly SoldLine[], cells: Cells): readonly (readonly string[])[] {
  const [first] = sale;
  if (!first) return [];
  const charged = allocate(
    first.saleTotal,
    sale.map(({ total }) => total),
  );
  return charged.map((amount, index) => {
    const tax = sale[index]?.tax ?? null;
    return [
      cells.money(amount),
      ...(tax === null ? ['', ''] : [cells.percent(tax), cells.money(containedTax(amount, tax))]),
    ];
  });
}

/** The lines of one sale after the other. */
function* saleBySale(lines: Iterable<SoldLine>): Generator<readonly SoldLine[]> {
  let sale: SoldLine[] = [];
  for (const line of lines) {
    if (sale[0] && sale[0].seq !== line.seq) {
      yield sale;
      sale = [];
    }
    sale.push(line);
  }
  if (sale.length > 0) yield sale;
}

const ROWS_AT_ONCE = 1000;

/** As the file has them, a thousand rows at a time. */
function* sheetOf(header: readonly string[], rows: Iterable<readonly string[]>, delimiter: string): Generator<string> {
  const options = { delimiter, record_delimiter: '\r\n' };
  yield stringify([[...header]], { ...options, bom: true });
  let waiting: (readonly string[])[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_AT_ONCE) continue;
    yield stringify(waiting, options);
    waiting = [];
  }
  if (waiting.length > 0) yield stringify(waiting, options);
}
