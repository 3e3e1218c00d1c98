import { z } from 'zod';
import { minor, minorUnitsSchema, shareOf, type MinorUnits } from './money';

/** 100 % in hundredths of a percent. */
export const WHOLE = 10_000;

/** What is taken off: a part of what it is taken from, in hundredths of a percent (1050 is 10.5 %), or an amount. */
export const discountSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), hundredths: z.int().min(1).max(WHOLE) }),
  z.object({ kind: z.literal('amount'), amount: minorUnitsSchema.positive() }),
]);
export type Discount = z.infer<typeof discountSchema>;

/**
 * What a discount takes off an amount. A percentage is rounded half up to the minor unit; an amount takes at most what
 * there is, so that nothing ever costs less than zero.
 */
export function amountOff(from: MinorUnits, discount: Discount | undefined): MinorUnits {
  if (discount === undefined) return minor(0);
  if (discount.kind === 'percent') return shareOf(from, discount.hundredths);
  return minor(Math.min(from, discount.amount));
}
