import type { Product } from '../../shared/sale';
import { productColumns as columns, productRowSchema as rowSchema, soldColumns } from './catalogue-rows';
import { createCatalogueTextReader, type CatalogueTextReader } from './catalogue-text-reader';
import { forgetLostProducts } from './forget-lost-products';
import { atomically, valueOf, type Db } from './open-database';

export interface CatalogueStore {
  /** Makes the catalogue exactly this list. One transaction: all of it or nothing. */
  replaceAll(products: readonly Product[]): void;
  /** Adds a product, or changes the one with its id; what `alsoWrite` writes is on disk with it, or neither is. */
  put(product: Product, alsoWrite?: () => void): void;
  /** As it is sold, without its picture: nothing else that is damaged can refuse a sale. */
  find(id: string): Product | null;
  findByCode(code: string): Product | null;
  /** With its picture. */
  findWhole(id: string): Product | null;
  /** Favourites for the quick keys: those that have a place in their order, then the others by name. */
  favourites(limit: number): readonly Product[];
  categories(): readonly string[];
  /** Favourites first, then by name. */
  ofCategory(category: string, limit: number): readonly Product[];
  readonly readText: CatalogueTextReader['read'];
}

export function createCatalogueStore(db: Db): CatalogueStore {
  const insertion =
    'INSERT INTO products (id, code, name, price, unit, category, favourite, tax) VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
  const insert = db.prepare(insertion);
  const upsert = db.prepare(
    `${insertion} ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, price = excluded.price,
       unit = excluded.unit, category = excluded.category, favourite = excluded.favourite, tax = excluded.tax`,
  );
  const byId = db.prepare(`SELECT ${soldColumns} FROM products p WHERE p.id = ?`);
  const wholeById = db.prepare(`SELECT ${columns} FROM products p WHERE p.id = ?`);
  const byCode = db.prepare(`SELECT ${soldColumns} FROM products p WHERE p.code = ?`);
  // Two questions that an index answers each, instead of one that sorts every favourite.
  const placed = db.prepare(
    `SELECT ${columns} FROM quick_keys k JOIN products p ON p.id = k.product_id
     WHERE p.favourite = 1 ORDER BY k.position LIMIT ?`,
  );
  const unplaced = db.prepare(
    `SELECT ${columns} FROM products p
     WHERE p.favourite = 1 AND NOT EXISTS (SELECT 1 FROM quick_keys k WHERE k.product_id = p.id)
     ORDER BY p.name LIMIT ?`,
  );
  const losePlace = db.prepare('DELETE FROM quick_keys WHERE product_id = ?');
  // From one to the next in the index: to look at every product takes longer than a frame.
  const categories = db.prepare(
    `WITH RECURSIVE found (category) AS (
       SELECT min(category) FROM products WHERE category IS NOT NULL
       UNION ALL
       SELECT (SELECT min(category) FROM products WHERE category > found.category) FROM found WHERE category IS NOT NULL
     )
     SELECT category FROM found WHERE category IS NOT NULL LIMIT 60`,
  );
  const ofCategory = db.prepare(
    `SELECT ${columns} FROM products p WHERE p.category = ? ORDER BY p.favourite DESC, p.name LIMIT ?`,
  );
  const text = createCatalogueTextReader(db);

  const one = (row: unknown) => (row ? rowSchema.parse(row) : null);
  const many = (rows: unknown[]) => rows.map((row) => rowSchema.parse(row));

  return {
    replaceAll: (products) => {
      atomically(db, () => {
        db.exec('DELETE FROM products');
        for (const product of products) insert.run(...valuesOf(product));
        forgetLostProducts(db);
      });
      text.changed();
    },
    put: (product, alsoWrite) => {
      atomically(db, () => {
        upsert.run(...valuesOf(product));
        if (!product.favourite) losePlace.run(product.id);
        alsoWrite?.();
      });
      text.changed();
    },
    find: (id) => one(byId.get(id)),
    findByCode: (code) => one(byCode.get(code)),
    findWhole: (id) => one(wholeById.get(id)),
    favourites: (limit) => {
      const first = many(placed.all(limit));
      return [...first, ...many(unplaced.all(limit - first.length))];
    },
    categories: () => categories.all().map((row) => String(valueOf(row, 'category'))),
    ofCategory: (category, limit) => many(ofCategory.all(category, limit)),
    readText: (version) => text.read(version),
  };
}

function valuesOf({ id, code, name, price, unit, category, favourite, tax }: Product) {
  return [id, code, name, price, unit, category, favourite ? 1 : 0, tax ?? null] as const;
}
