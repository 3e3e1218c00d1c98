import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { currencySchema, localeSchema } from '../../shared/country';
import { daysSchema } from '../../shared/sales/sale-filter';
import { writeWholeSync } from '../files/write-whole';
import { openToRead } from '../storage/open-database';
import { readSoldLines, readSoldSales } from '../storage/sold-rows';
import { spanOf } from './calendar';
import { createCells, type Cells } from './sheet-cells';

/** The words of the files. */
const wordsSchema = z.object({
  sale: z.array(z.string()).length(17).readonly(),
  line: z.array(z.string()).length(11).readonly(),
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
    const rows =
      order.rows === 'sale'
        ? saleRows(readSoldSales(db, span), cells, order)
        : lineRows(readSoldLines(db, span), cells, order);
    return writeWholeSync(order.path, sheetOf(order.words[order.rows], rows, cells.separator));
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
  { words }: SaleExportOrder,
): Generator<string[]> {
  for (const line of lines) {
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
    ];
  }
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
