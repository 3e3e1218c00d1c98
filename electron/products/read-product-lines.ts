import { taxesProducts, type Currency } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import type { MinorUnits } from '../../shared/money';
import type { FileFault, LineProblem, ProductColumn } from '../../shared/product-file';
import type { Unit } from '../../shared/quantity';
import { decodeText } from './decode-text';
import { unguarded } from './formula-guard';
import { nameColumns, plainWords } from './name-columns';
import { decimalMarkOf, parsePrice, type DecimalMark } from './parse-price';
import { parseTax } from './parse-tax';
import { splitTable, type TableRow } from './split-table';

/** What one line says of a product. What it says nothing about is undefined, and stays as it is. */
export interface ProductLine {
  readonly line: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly price: MinorUnits | undefined;
  readonly unit: Unit | undefined;
  readonly category: string | null | undefined;
  readonly favourite: boolean | undefined;
  /** Hundredths of a percent. */
  readonly tax: number | null | undefined;
}

/** A line that can't be taken, and whose it seems to be: what it is about must not count as missing. */
export interface WrongLine {
  readonly problem: LineProblem;
  readonly code: string | null;
  readonly name: string | null;
}

export interface ProductLines {
  readonly columns: readonly ProductColumn[];
  readonly ignored: readonly string[];
  readonly lines: readonly ProductLine[];
  readonly wrong: readonly WrongLine[];
}

const LONGEST = { code: 64, name: 120, category: 60 } as const;
const MOST_LINES = 200_000;

const units: Readonly<Record<Unit, readonly string[]>> = {
  unit: ['unit', 'unidad', 'unidades', 'unidade', 'un', 'uni', 'und', 'u', 'pza', 'pieza', 'c u'],
  kg: ['kg', 'kgs', 'kilo', 'kilos', 'kilogramo', 'kilogramos', 'quilo', 'quilograma', 'k'],
};
const yes = ['si', 's', 'x', '1', 'sim', 'yes', 'y', 'true', 'verdadero', 'verdadeiro'];
const no = ['no', 'n', '0', 'nao', 'false', 'falso'];

/** Reads a file of products that another program or a person wrote. */
export function readProductLines(bytes: Uint8Array, currency: Currency): Result<ProductLines, FileFault> {
  const table = splitTable(decodeText(bytes));
  if (!table.ok) return table;
  const [header, ...rows] = table.value;
  if (!header) return fail('empty');
  const { at, ignored } = nameColumns(header.cells, taxesProducts(currency));
  if (!at.has('code') && !at.has('name')) return fail('noColumns');
  if (rows.length === 0) return fail('empty');
  if (rows.length > MOST_LINES) return fail('tooLarge');

  const cell = ({ cells }: TableRow, column: ProductColumn): string | undefined => {
    const index = at.get(column);
    return index === undefined ? undefined : unguarded(cells[index] ?? '');
  };
  const mark = decimalMarkOf(pricesIn(rows, cell));
  const seen = new Map<string, number>();
  const lines: ProductLine[] = [];
  const wrong: WrongLine[] = [];
  for (const row of rows) {
    const read = readLine(row, cell, currency, mark);
    const key = read.ok ? keyOf(read.value) : '';
    const first = seen.get(key);
    if (!read.ok) wrong.push(read.error);
    else if (first !== undefined) wrong.push(wrongLine(row, cell, 'repeated', String(first)));
    else {
      seen.set(key, row.line);
      lines.push(read.value);
    }
  }
  return ok({ columns: [...at.keys()], ignored, lines, wrong });
}

type Cell = (row: TableRow, column: ProductColumn) => string | undefined;

function* pricesIn(rows: readonly TableRow[], cell: Cell): Iterable<string> {
  for (const row of rows) yield cell(row, 'price') ?? '';
}

function readLine(row: TableRow, cell: Cell, currency: Currency, mark: DecimalMark): Result<ProductLine, WrongLine> {
  const wrong = (code: LineProblem['code'], value = '') => fail(wrongLine(row, cell, code, value));
  const text = (column: ProductColumn): string | null => {
    const found = cell(row, column) ?? '';
    return found === '' ? null : found;
  };
  const code = text('code');
  const name = text('name');
  if (code === null && name === null) return wrong('keyMissing');
  // What a spreadsheet makes of a bar code that it took for a number: its last digits are gone.
  if (code !== null && /^\d[.,]\d+E\+?\d+$/i.test(code)) return wrong('codeMangled', code);
  if (code !== null && code.length > LONGEST.code) return wrong('codeTooLong', code);
  if (name !== null && name.length > LONGEST.name) return wrong('nameTooLong', name);

  const priceText = text('price');
  const price = priceText === null ? null : parsePrice(priceText, currency, mark);
  if (price && !price.ok) return wrong(price.error, priceText ?? '');

  const unitText = text('unit');
  const unit = unitText === null ? undefined : wordIn(units, unitText);
  if (unitText !== null && unit === undefined) return wrong('unitUnknown', unitText);

  const favouriteText = text('favourite');
  const favourite = favouriteText === null ? undefined : yesOrNo(favouriteText);
  if (favouriteText !== null && favourite === undefined) return wrong('favouriteUnknown', favouriteText);

  const category = cell(row, 'category') === undefined ? undefined : text('category');
  if (category && category.length > LONGEST.category) return wrong('categoryTooLong', category);

  const taxText = text('tax');
  const tax = taxText === null ? null : parseTax(taxText);
  if (tax && !tax.ok) return wrong(tax.error, taxText ?? '');
  const ownTax = cell(row, 'tax') === undefined ? undefined : (tax?.value ?? null);
  return ok({ line: row.line, code, name, price: price?.value, unit, category, favourite, tax: ownTax });
}

function wrongLine(row: TableRow, cell: Cell, code: LineProblem['code'], value: string): WrongLine {
  return {
    problem: { line: row.line, code, value: value.slice(0, 60) },
    code: cell(row, 'code') ?? null,
    name: cell(row, 'name') ?? null,
  };
}

/** A product is its code, or its name where it has none. */
function keyOf({ code, name }: ProductLine): string {
  return code === null ? `name ${name ?? ''}` : `code ${code}`;
}

function wordIn(known: Readonly<Record<Unit, readonly string[]>>, text: string): Unit | undefined {
  const plain = plainWords(text);
  if (known.unit.includes(plain)) return 'unit';
  return known.kg.includes(plain) ? 'kg' : undefined;
}

function yesOrNo(text: string): boolean | undefined {
  const plain = plainWords(text);
  if (yes.includes(plain)) return true;
  return no.includes(plain) ? false : undefined;
}
