import { z } from 'zod';
import { productSchema, type Product } from '../../shared/sale';
import type { Db } from './open-database';

export const productColumns = 'p.id, p.code, p.name, p.price, p.unit, p.category, p.favourite';

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
  })
  .transform((row) => ({ ...row, favourite: row.favourite === 1 }))
  .pipe(productSchema);

/** The whole catalogue, by name. */
export function readCatalogueRows(db: Db): readonly Product[] {
  return db
    .prepare(`SELECT ${productColumns} FROM products p ORDER BY p.name, p.seq`)
    .all()
    .map((row) => productRowSchema.parse(row));
}
