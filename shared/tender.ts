import { z } from 'zod';
import { minorUnitsSchema } from './money';

/**
 * How money moved for a sale: in cash over the counter, or by QR. One sale may have several. Cash that goes back is a
 * tender below zero, so that the drawer holds the sum of its tenders; a refund by Mercado Pago is in the charge's ledger.
 */
export const tenderSchema = z.object({
  id: z.string().min(1),
  saleId: z.uuid(),
  /** The shift whose drawer it went through; null while the store works without shifts. */
  shiftId: z.string().nullable(),
  kind: z.enum(['cash', 'qr']),
  amount: minorUnitsSchema,
  /** Only of cash: what was handed over, what went back as change, and the country's rounding in it. */
  received: minorUnitsSchema.nullable(),
  changeDue: minorUnitsSchema.nullable(),
  rounding: minorUnitsSchema.nullable(),
  at: z.iso.datetime(),
  /** What only its own kind knows. */
  facts: z.object({
    checkoutId: z.uuid().optional(),
    reference: z.string().optional(),
    refundId: z.uuid().optional(),
  }),
});
export type Tender = z.infer<typeof tenderSchema>;
