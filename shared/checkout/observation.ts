import { z } from 'zod';
import { minorUnitsSchema } from '../money';

/** A payment as our own GET showed it. Statuses stay text: Mercado Pago's documents disagree on the list. */
export const paymentFactsSchema = z.object({
  id: z.string().min(1),
  status: z.string(),
  statusDetail: z.string().nullable(),
  amount: minorUnitsSchema,
  refunded: minorUnitsSchema,
  currency: z.string(),
});
export type PaymentFacts = z.infer<typeof paymentFactsSchema>;

/** A merchant order as our own GET showed it. Each scan of the QR may have made its own. */
export const merchantOrderFactsSchema = z.object({
  id: z.string().min(1),
  status: z.string(),
  reference: z.string().nullable(),
  collectorId: z.string().nullable(),
  total: minorUnitsSchema,
  payments: z.array(paymentFactsSchema),
});
export type MerchantOrderFacts = z.infer<typeof merchantOrderFactsSchema>;

/** Everything we saw in one look: the order that the hint named and all that carry our reference. */
export const observationSchema = z.object({
  at: z.iso.datetime(),
  /** The same moment by the service's clock, which nobody at the counter can move; absent in what older versions stored. */
  servedAt: z.iso.datetime().optional(),
  orders: z.array(merchantOrderFactsSchema),
});
export type Observation = z.infer<typeof observationSchema>;
