import { z } from 'zod';
import { minorUnitsSchema } from '../money';
import { decisionSchema } from './ledger';

/**
 * Money that came on an order of this very till which its disk does not know: after a backup was restored, most likely.
 * Found by the look-back only; a person decides what it was.
 */
export const strayPaymentSchema = z.object({
  paymentId: z.string().min(1),
  reference: z.string().min(1),
  /** Minor units of the account's currency. */
  amount: minorUnitsSchema,
  givenBack: minorUnitsSchema,
  approvedAt: z.iso.datetime().nullable(),
  foundAt: z.iso.datetime(),
  /** What a person decided; null while it waits for one. `linked`: it paid the sale of this number. */
  decision: decisionSchema
    .extend({ how: z.enum(['linked', 'refunded', 'dismissed']), saleNumber: z.int().positive().nullable() })
    .nullable(),
});
export type StrayPayment = z.infer<typeof strayPaymentSchema>;
