import { z } from 'zod';
import { minorUnitsSchema } from '../money';
import { unitSchema } from '../quantity';
import { daysSchema } from '../sales/sale-filter';
import { tallySchema } from '../shift/shift';

/** Sales that were paid in the span, and money that went back in it, whenever its sale was. */
const takingsSchema = z.object({ sales: tallySchema, refunds: tallySchema });

const cashierSchema = takingsSchema.extend({ by: z.string() });
export type CashierTakings = z.infer<typeof cashierSchema>;

/**
 * What was sold of one thing, after what was taken off its lines and before what was taken off whole sales; and what went
 * back for it, whenever it was sold.
 */
const productSoldSchema = z.object({
  name: z.string(),
  unit: unitSchema,
  quantity: z.int().nonnegative(),
  /** How many sales had it; none where it only came back. */
  sales: z.int().nonnegative(),
  total: minorUnitsSchema,
  refunded: minorUnitsSchema,
});
export type ProductSold = z.infer<typeof productSoldSchema>;

/** One bar: what came in during an hour, a day or a month. Refunds are not in it. */
const partSchema = z.object({
  /** When it begins on the store's clock: `2026-11-23T14`, `2026-11-23` or `2026-11`. */
  name: z.string(),
  sales: z.int().nonnegative(),
  cash: minorUnitsSchema,
  qr: minorUnitsSchema,
});
export type ReportPart = z.infer<typeof partSchema>;

/**
 * What a span of days came to, told by the tenders and refunds that were booked in it, as a shift is. Always:
 * `gross − discounts + rounding = received` = what both tenders brought, and `received − refunds = net`; what the products
 * brought, less `refunded` and `saleDiscounts` and `refundsOfNoProduct`, and `rounding` make `net` too.
 */
export const reportSchema = z.object({
  days: daysSchema,
  sales: z.int().nonnegative(),
  /** Before anything was taken off. */
  gross: minorUnitsSchema,
  discounts: minorUnitsSchema,
  /** The country's rounding of cash. */
  rounding: minorUnitsSchema,
  received: minorUnitsSchema,
  refunds: tallySchema,
  net: minorUnitsSchema,
  /** What a sale came to on average; null without any. */
  average: minorUnitsSchema.nullable(),
  cash: takingsSchema,
  qr: takingsSchema,
  /** Given back of money that never became a sale: in no sum above. */
  returned: tallySchema,
  unit: z.enum(['hour', 'day', 'month']),
  parts: z.array(partSchema),
  /** By what they took, the most first. */
  cashiers: z.array(cashierSchema),
  /** By what they brought, the most first, as many as somebody reads. */
  products: z.array(productSoldSchema),
  /** How many more there are, and what they brought. */
  otherProducts: tallySchema.extend({ refunded: minorUnitsSchema }),
  /** Taken off whole sales: in no product. */
  saleDiscounts: minorUnitsSchema,
  /** What of `refunds` was an amount, of which nobody said what came back for it, nor was it the rest of a sale. */
  refundsOfNoProduct: minorUnitsSchema,
  /** What Mercado Pago's list said of the shifts that were closed in the span; null when none was compared. */
  provider: z
    .object({
      shifts: z.array(z.int().positive()),
      payments: z.int().nonnegative(),
      commission: minorUnitsSchema,
      net: minorUnitsSchema,
      /** Payments of which it does not say. */
      untold: z.int().nonnegative(),
    })
    .nullable(),
});
export type Report = z.infer<typeof reportSchema>;
