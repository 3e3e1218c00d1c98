import { z } from 'zod';
import { productSchema, type Product } from '../../shared/sale';
import type { Db } from './open-database';

/** The picture's bytes are another table's, and so is which one it is: that is looked up in its index. */
export const productColumns = `p.id, p.code, p.name, p.price, p.unit, p.category, p.favourite, p.tax,
  (SELECT x.version FROM product_pictures x WHERE x.product_id = p.id) AS picture`;

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
  .transform(
    ({ picture, ...row }): Product =>
      productSchema.parse({ ...row, favourite: row.favourite === 1, ...(picture === null ? {} : { picture }) }),
  );

/** The whole catalogue, by name. */
export function readCatalogueRows(db: Db): readonly Product[] {
  return db
    .prepare(`SELECT ${productColumns} FROM products p ORDER BY p.name, p.seq`)
    .all()
    .map((row) => productRowSchema.parse(row));
}
