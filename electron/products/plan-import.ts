import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { currencySchema } from '../../shared/country';
import type { FileFault, ImportPreview, ProductChange, ReadFileOutcome } from '../../shared/product-file';
import type { Product } from '../../shared/sale';
import { readCatalogueRows } from '../storage/catalogue-rows';
import { catalogueMark } from '../storage/catalogue-mark';
import { openToRead, type Db } from '../storage/open-database';
import { readProductLines, type ProductLine, type ProductLines } from './read-product-lines';

export const importOrderSchema = z.object({
  /** What a person chose. */
  file: z.string(),
  database: z.string(),
  /** Where the plan is written: rows that one transaction of the till's can take over. */
  plan: z.string(),
  planId: z.uuid(),
  currency: currencySchema,
});
export type ImportOrder = z.infer<typeof importOrderSchema>;

const LARGEST_BYTES = 64 * 1024 * 1024;
const SHOWN = 100;

/** Reads a file of products and compares it with the catalogue. The catalogue stays as it is. */
export function planImport(order: ImportOrder): ReadFileOutcome {
  const file = basename(order.file);
  const unusable = (fault: FileFault): ReadFileOutcome => ({ kind: 'unusable', file, fault });
  let bytes: Buffer;
  try {
    if (statSync(order.file).size > LARGEST_BYTES) return unusable('tooLarge');
    bytes = readFileSync(order.file);
  } catch {
    return unusable('unreadable');
  }
  const read = readProductLines(bytes, order.currency);
  if (!read.ok) return unusable(read.error);
  const db = openToRead(order.database);
  try {
    db.pragma('busy_timeout = 2000');
    const plan = compare(read.value, readCatalogueRows(db));
    writePlan(order, plan, catalogueMark(db));
    return { kind: 'preview', preview: previewOf(order.planId, file, read.value, plan) };
  } finally {
    db.close();
  }
}

interface Planned {
  readonly line: number;
  readonly kind: 'added' | 'changed' | 'unchanged';
  readonly before: Product | null;
  readonly product: Product;
}

interface Plan {
  readonly rows: readonly Planned[];
  /** Ids that a wrong line seems to be about. */
  readonly kept: ReadonlySet<string>;
  readonly missing: number;
  readonly wrong: ProductLines['wrong'];
}

function compare({ lines, wrong }: ProductLines, catalogue: readonly Product[]): Plan {
  const byCode = new Map<string, Product>();
  const byName = new Map<string, Product>();
  const ids = new Set<string>();
  for (const product of catalogue) {
    ids.add(product.id);
    if (product.code === null) byName.set(product.name, product);
    else byCode.set(product.code, product);
  }
  const find = (code: string | null, name: string | null): Product | null => {
    const coded = code === null ? undefined : byCode.get(code);
    // One that had no code yet may get one.
    return coded ?? (name === null ? undefined : byName.get(name)) ?? null;
  };
  const kept = new Set<string>();
  const refused = [...wrong];
  const rows: Planned[] = [];
  for (const line of lines) {
    const found = find(line.code, line.name);
    const before = found && !kept.has(found.id) ? found : null;
    const planned = before ? changed(line, before) : added(line, ids);
    if (typeof planned === 'string') {
      refused.push({ problem: { line: line.line, code: planned, value: '' }, code: line.code, name: line.name });
      continue;
    }
    kept.add(planned.product.id);
    ids.add(planned.product.id);
    rows.push(planned);
  }
  for (const { code, name } of refused) {
    const about = find(code, name);
    if (about) kept.add(about.id);
  }
  const missing = catalogue.filter(({ id }) => !kept.has(id)).length;
  refused.sort((one, other) => one.problem.line - other.problem.line);
  return { rows, kept, missing, wrong: refused };
}

function changed(line: ProductLine, before: Product): Planned {
  const product: Product = {
    id: before.id,
    code: line.code ?? before.code,
    name: line.name ?? before.name,
    price: line.price ?? before.price,
    unit: line.unit ?? before.unit,
    category: line.category === undefined ? before.category : line.category,
    favourite: line.favourite ?? before.favourite,
    tax: line.tax === undefined ? before.tax : line.tax,
  };
  const same = (Object.keys(product) as (keyof Product)[]).every((key) => product[key] === before[key]);
  return { line: line.line, kind: same ? 'unchanged' : 'changed', before, product };
}

function added(line: ProductLine, ids: ReadonlySet<string>): Planned | 'nameMissing' | 'priceMissing' {
  const { code, name, price } = line;
  if (name === null) return 'nameMissing';
  if (price === undefined) return 'priceMissing';
  const natural = code ?? name;
  const product: Product = {
    id: natural.length > 64 || ids.has(natural) ? randomUUID() : natural,
    code,
    name,
    price,
    unit: line.unit ?? 'unit',
    category: line.category ?? null,
    favourite: line.favourite ?? false,
    tax: line.tax ?? null,
  };
  return { line: line.line, kind: 'added', before: null, product };
}

function previewOf(planId: string, file: string, read: ProductLines, plan: Plan): ImportPreview {
  const of = (kind: Planned['kind']) => plan.rows.filter((row) => row.kind === kind);
  const [additions, changes] = [of('added'), of('changed')];
  return {
    planId,
    file,
    columns: [...read.columns],
    ignored: [...read.ignored],
    lines: plan.rows.length + plan.wrong.length,
    added: additions.length,
    changed: changes.length,
    unchanged: of('unchanged').length,
    missing: plan.missing,
    wrong: plan.wrong.length,
    additions: additions.slice(0, SHOWN).map(changeOf),
    // What moves money first.
    changes: [...changes.filter(hasNewPrice), ...changes.filter((row) => !hasNewPrice(row))]
      .slice(0, SHOWN)
      .map(changeOf),
    problems: plan.wrong.slice(0, SHOWN).map(({ problem }) => problem),
  };
}

function hasNewPrice({ before, product }: Planned): boolean {
  return before !== null && before.price !== product.price;
}

function changeOf({ line, before, product: { code, name, price } }: Planned): ProductChange {
  return { line, code, name, before: before?.price ?? null, price };
}

function writePlan({ plan: path, planId }: ImportOrder, { rows, kept }: Plan, mark: string): void {
  rmSync(path, { force: true });
  const db: Db = new Database(path);
  try {
    // It is worth nothing after a power cut: the file is chosen again.
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
    db.exec(`
      CREATE TABLE plan (id TEXT NOT NULL, mark TEXT NOT NULL) STRICT;
      CREATE TABLE kept (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      CREATE TABLE planned (
        kind TEXT NOT NULL, id TEXT PRIMARY KEY, code TEXT, name TEXT NOT NULL, price INTEGER NOT NULL,
        unit TEXT NOT NULL, category TEXT, favourite INTEGER NOT NULL, tax INTEGER
      ) STRICT;
    `);
    db.prepare('INSERT INTO plan (id, mark) VALUES (?, ?)').run(planId, mark);
    const keep = db.prepare('INSERT INTO kept (id) VALUES (?)');
    for (const id of kept) keep.run(id);
    const put = db.prepare('INSERT INTO planned VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    for (const { kind, product } of rows) {
      if (kind === 'unchanged') continue;
      const { id, code, name, price, unit, category, favourite, tax } = product;
      put.run(kind, id, code, name, price, unit, category, favourite ? 1 : 0, tax ?? null);
    }
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}
