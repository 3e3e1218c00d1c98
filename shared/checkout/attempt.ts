import { z } from 'zod';
import { currencySchema } from '../country';
import { minor, minorUnitsSchema, type MinorUnits } from '../money';
import { doneBySchema } from '../people/people';
import { saleSchema } from '../sale';

/** Mercado Pago's rule of 2024 (64 of `[A-Za-z0-9_-]`), narrowed to what every document allows. */
export const referenceSchema = z.string().regex(/^[A-Za-z0-9]{8,64}$/);

/**
 * One try at charging one sale: everything that is decided before the first byte goes to Mercado Pago, and that never
 * changes after. A second try of the same sale is another attempt with another reference.
 */
export const attemptSchema = z.object({
  checkoutId: z.uuid(),
  sale: saleSchema,
  /** What the customer pays in cash beside it, below the total. An intention: it counts when the rest is paid. */
  cash: minorUnitsSchema.positive().optional(),
  /** `external_reference`: unique per attempt, begins with the caja's code. The only key that joins us to Mercado Pago. */
  reference: referenceSchema,
  currency: currencySchema,
  /** The account that must receive the money (`collector.id`), as text. */
  collectorId: z.string().min(1),
  register: z.object({
    externalStoreId: z.string().min(1),
    externalPosId: z.string().min(1),
    name: z.string(),
  }),
  /** Who charged it, where operators sign in. */
  operator: doneBySchema.nullish(),
  /** When the order stops being payable by Mercado Pago's clock, ISO 8601 UTC. */
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** What is charged by QR: the sale's total, or what the cash leaves of it. */
export function dueOf({ sale, cash = minor(0) }: Pick<Attempt, 'sale' | 'cash'>): MinorUnits {
  return minor(sale.total - cash);
}
