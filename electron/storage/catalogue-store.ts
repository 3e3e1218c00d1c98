import type { Product } from '../../shared/sale';
import { productColumns as columns, productRowSchema as rowSchema } from './catalogue-rows';
import { atomically, type Db } from './open-database';

export interface CatalogueStore {
  /** Makes the catalogue exactly this list. One transaction: all of it or nothing. */
  replaceAll(products: readonly Product[]): void;
  find(id: string): Product | null;
  findByCode(code: string): Product | null;
  /** Favourites for the quick keys, by name. */
  favourites(limit: number): readonly Product[];
  /** Products whose name or code contains every word of the query, accents and case ignored; best first. */
  search(query: string, limit: number): readonly Product[];
}

/** The trigram index knows nothing shorter. */
const SHORTEST_INDEXED = 3;

export function createCatalogueStore(db: Db): CatalogueStore {
  const insert = db.prepare(
    'INSERT INTO products (id, code, name, price, unit, category, favourite) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = db.prepare(`SELECT ${columns} FROM products p WHERE p.id = ?`);
  const byCode = db.prepare(`SELECT ${columns} FROM products p WHERE p.code = ?`);
  const favourites = db.prepare(`SELECT ${columns} FROM products p WHERE p.favourite = 1 ORDER BY p.name LIMIT ?`);

  const one = (row: unknown) => (row ? rowSchema.parse(row) : null);
  const many = (rows: unknown[]) => rows.map((row) => rowSchema.parse(row));

  return {
    replaceAll: (products) => {
      atomically(db, () => {
        db.exec('DELETE FROM products');
        for (const { id, code, name, price, unit, category, favourite } of products) {
          insert.run(id, code, name, price, unit, category, favourite ? 1 : 0);
        }
      });
    },
    find: (id) => one(byId.get(id)),
    findByCode: (code) => one(byCode.get(code)),
    favourites: (limit) => many(favourites.all(limit)),
    search: (query, limit) => {
      const words = query.trim().split(/\s+/).filter(Boolean);
      if (words.length === 0) return [];
      const indexed = words.filter((word) => Array.from(word).length >= SHORTEST_INDEXED);
      const short = words.filter((word) => Array.from(word).length < SHORTEST_INDEXED);
      const conditions = short.map(() =>
        '(p.name LIKE ? ESCAPE $esc OR p.code LIKE ? ESCAPE $esc)'.replaceAll('$esc', "'\\'"),
      );
      const parameters = short.flatMap((word) => [`%${escapeLike(word)}%`, `%${escapeLike(word)}%`]);
      const source =
        indexed.length > 0
          ? `products_text t JOIN products p ON p.seq = t.rowid WHERE products_text MATCH ?`
          : `products p WHERE 1`;
      const match = indexed.length > 0 ? [indexed.map(quoteForMatch).join(' ')] : [];
      const sql =
        [`SELECT ${columns} FROM ${source}`, ...conditions].join(' AND ') +
        ` ORDER BY p.favourite DESC, p.name LIMIT ?`;
      return many(db.prepare(sql).all(...match, ...parameters, limit));
    },
  };
}

/** FTS5 reads a double-quoted string literally, so nothing a person types can be syntax. */
function quoteForMatch(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}
