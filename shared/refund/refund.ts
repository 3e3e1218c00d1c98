import { z } from 'zod';
import { decisionSchema } from '../checkout/ledger';
import { ticketFateSchema } from '../checkout/state';
import { currencySchema } from '../country';
import { errorCodeSchema } from '../errors';
import { minorUnitsSchema } from '../money';

/**
 * One wish to give money back, as it was decided by a person. Nothing of it ever changes: the very same request, under
 * the same idempotency key (`id`), is repeated until Mercado Pago's answer is known.
 */
export const refundSchema = z.object({
  /** Also the idempotency key. */
  id: z.uuid(),
  /** The charge whose money it is; null for a payment of this till that its disk does not know. */
  checkoutId: z.uuid().nullable(),
  saleNumber: z.int().positive().nullable(),
  saleTotal: minorUnitsSchema.nullable(),
  soldAt: z.iso.datetime().nullable(),
  paymentId: z.string().min(1),
  reference: z.string().nullable(),
  /** Minor units, above 0. */
  amount: minorUnitsSchema,
  /** All of a payment of which nothing was given back: asked for without an amount, which every payment method takes. */
  whole: z.boolean(),
  currency: currencySchema,
  /** The lines of the sale that come back with it, by their place in it; missing when it is about an amount. */
  lines: z.array(z.int().nonnegative()).max(500).optional(),
  decision: decisionSchema,
});
export type Refund = z.infer<typeof refundSchema>;

/**
 *   requested → inProcess → approved (its slip has its own fate)
 *        └──────────┴─────→ refused
 */
export const refundStateSchema = z.discriminatedUnion('kind', [
  // On disk; Mercado Pago may or may not have it. We act next, as long as it takes.
  z.object({ kind: z.literal('requested'), refund: refundSchema }),
  // Mercado Pago has it and has not decided. We keep asking.
  z.object({ kind: z.literal('inProcess'), refund: refundSchema, refundId: z.string(), since: z.iso.datetime() }),
  // The money is going back. The charge may not know yet (`booked`); the slip has its own fate.
  z.object({
    kind: z.literal('approved'),
    refund: refundSchema,
    refundId: z.string(),
    at: z.iso.datetime(),
    booked: z.boolean(),
    slip: ticketFateSchema,
  }),
  // Mercado Pago said no: nothing went back.
  z.object({ kind: z.literal('refused'), refund: refundSchema, code: errorCodeSchema, at: z.iso.datetime() }),
]);
export type RefundState = z.infer<typeof refundStateSchema>;
export type RefundKind = RefundState['kind'];
export type RefundStateOf<Kind extends RefundKind> = Extract<RefundState, { kind: Kind }>;
