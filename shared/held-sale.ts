import { z } from 'zod';
import { minorUnitsSchema } from './money';

/** As many sales as may wait at one till: more is a list that nobody finds anything in. */
export const MOST_HELD = 40;

export const heldNameSchema = z.string().trim().max(40);

/** A sale that was put aside, as the list shows it. */
export const heldSaleSchema = z.object({
  saleId: z.uuid(),
  /** What the cashier calls it; may be empty. */
  name: heldNameSchema,
  heldAt: z.iso.datetime(),
  total: minorUnitsSchema,
  lines: z.int().positive(),
});
export type HeldSale = z.infer<typeof heldSaleSchema>;
