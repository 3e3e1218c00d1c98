import { z } from 'zod';
import { productSchema, type Product } from '../../shared/sale';
import type { Db } from './open-database';

const own = 'p.id, p.code, p.name, p.price, p.unit, p.category, p.favourite, p.tax';

/** What a sale needs to know: no table but the products' own, so that no damaged picture can refuse one. */
export const soldColumns = `${own}, NULL AS picture`;

/**
 * Which picture a product has is read in an index of its own. SQLite would take the primary key, and with it a page of the
 * picture's bytes for each product: all of fifty thousand took a quarter longer.
 */
export const productColumns = `${own},
  (SELECT x.version FROM product_pictures x INDEXED BY product_pictures_shown WHERE x.product_id = p.id) AS picture`;

/** A row of `productColumns` as the product that it is. */
export const productRowSchema = z
  .object({
    id: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    price: z.int(),
    unit: z.string(),
    category: z.string().nullable(),
    favourite: z.int(),
    tax: z.int().nullable(),
    picture: z.string().nullable(),
  })
  .transform(({ picture, ...row }): Product =>
    productSchema.parse({ ...row, favourite: row.favourite === 1, ...(picture === null ? {} : { picture }) }),
  );

/** The whole catalogue, by name. */
export function readCatalogueRows(db: Db): readonly Product[] {
  return db
    .prepare(`SELECT ${productColumns} FROM products p ORDER BY p.name, p.seq`)
    .all()
    .map((row) => productRowSchema.parse(row));
}
