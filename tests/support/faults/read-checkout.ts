import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { checkoutStateSchema, type CheckoutState } from '../../../shared/checkout/state';

const rowSchema = z.object({ json: z.string() });

/** A checkout as it is on a till's disk, also while that till runs. */
export function readCheckout(dataDir: string, checkoutId: string): CheckoutState | null {
  const [row] = query(dataDir, 'SELECT json FROM checkouts WHERE id = ?', checkoutId);
  return row === undefined ? null : checkoutStateSchema.parse(JSON.parse(rowSchema.parse(row).json));
}

function query(dataDir: string, sql: string, ...parameters: unknown[]): readonly unknown[] {
  const db = new Database(join(dataDir, 'caja-qr.db'), { readonly: true });
  try {
    return db.prepare(sql).all(...parameters);
  } finally {
    db.close();
  }
}
