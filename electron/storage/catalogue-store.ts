import type { Product } from '../../shared/sale';
import { productColumns as columns, productRowSchema as rowSchema } from './catalogue-rows';
import { atomically, valueOf, type Db } from './open-database';

export interface CatalogueStore {
  /** Makes the catalogue exactly this list. One transaction: all of it or nothing. */
  replaceAll(products: readonly Product[]): void;
  /** Adds a product, or changes the one with its id. */
  put(product: Product): void;
  find(id: string): Product | null;
  findByCode(code: string): Product | null;
  /** Favourites for the quick keys, by name. */
  favourites(limit: number): readonly Product[];
  categories(): readonly string[];
  /** Favourites first, then by name. */
  ofCategory(category: string, limit: number): readonly Product[];
  /**
   * Products whose name or code contains every word of the query, accents and case ignored; best first. A query with a word
   * of one or two letters finds what has words that begin so.
   */
  search(query: string, limit: number): readonly Product[];
}

/** The trigram index knows nothing shorter. */
const SHORTEST_INDEXED = 3;

/** As many matches as are put in order: words that find more are still being typed. */
const MOST_ORDERED = 400;

const searchIn = (index: 'products_text' | 'products_words') =>
  `SELECT * FROM (
     SELECT ${columns} FROM ${index} t JOIN products p ON p.seq = t.rowid WHERE ${index} MATCH ? ORDER BY t.rowid
     LIMIT ${MOST_ORDERED}
   ) ORDER BY favourite DESC, name LIMIT ?`;

export function createCatalogueStore(db: Db): CatalogueStore {
  const insertion =
    'INSERT INTO products (id, code, name, price, unit, category, favourite, tax) VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
  const insert = db.prepare(insertion);
  const upsert = db.prepare(
    `${insertion} ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, price = excluded.price,
       unit = excluded.unit, category = excluded.category, favourite = excluded.favourite, tax = excluded.tax`,
  );
  const byId = db.prepare(`SELECT ${columns} FROM products p WHERE p.id = ?`);
  const byCode = db.prepare(`SELECT ${columns} FROM products p WHERE p.code = ?`);
  const favourites = db.prepare(`SELECT ${columns} FROM products p WHERE p.favourite = 1 ORDER BY p.name LIMIT ?`);
  const categories = db.prepare(
    'SELECT DISTINCT category FROM products WHERE category IS NOT NULL ORDER BY category LIMIT 60',
  );
  const ofCategory = db.prepare(
    `SELECT ${columns} FROM products p WHERE p.category = ? ORDER BY p.favourite DESC, p.name LIMIT ?`,
  );
  const byParts = db.prepare(searchIn('products_text'));
  const byBeginnings = db.prepare(searchIn('products_words'));

  const one = (row: unknown) => (row ? rowSchema.parse(row) : null);
  const many = (rows: unknown[]) => rows.map((row) => rowSchema.parse(row));

  return {
    replaceAll: (products) => {
      atomically(db, () => {
        db.exec('DELETE FROM products');
        for (const product of products) insert.run(...valuesOf(product));
      });
    },
    put: (product) => {
      upsert.run(...valuesOf(product));
    },
    find: (id) => one(byId.get(id)),
    findByCode: (code) => one(byCode.get(code)),
    favourites: (limit) => many(favourites.all(limit)),
    categories: () => categories.all().map((row) => String(valueOf(row, 'category'))),
    ofCategory: (category, limit) => many(ofCategory.all(category, limit)),
    search: (query, limit) => {
      const words = query.trim().split(/\s+/).filter(Boolean);
      if (words.length === 0) return [];
      const inParts = words.every((word) => Array.from(word).length >= SHORTEST_INDEXED);
      return inParts
        ? many(byParts.all(words.map(quoteForMatch).join(' '), limit))
        : many(byBeginnings.all(words.map((word) => `${quoteForMatch(word)}*`).join(' '), limit));
    },
  };
}

function valuesOf({ id, code, name, price, unit, category, favourite, tax }: Product) {
  return [id, code, name, price, unit, category, favourite ? 1 : 0, tax ?? null] as const;
}

/** FTS5 reads a double-quoted string literally, so nothing a person types can be syntax. */
function quoteForMatch(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
