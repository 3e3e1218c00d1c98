import type { Db } from './open-database';

/**
 * What hangs on products that are gone goes too, but for those that an import has taken away and that can be brought back. Part
 * of the transaction that removes products.
 */
export function forgetLostProducts(db: Db): void {
  for (const table of ['product_pictures', 'quick_keys']) {
    db.exec(`
      DELETE FROM ${table} AS lost
      WHERE NOT EXISTS (SELECT 1 FROM products p WHERE p.id = lost.product_id)
        AND NOT EXISTS (SELECT 1 FROM product_undo u WHERE u.product_id = lost.product_id);
    `);
  }
}
