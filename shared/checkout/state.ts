import { z } from 'zod';
import { errorCodeSchema } from '../errors';
import { minorUnitsSchema } from '../money';
import { printerTroubleSchema } from '../printer';
import { attemptSchema } from './attempt';
import { decisionSchema, ledgerSchema } from './ledger';

/** What Mercado Pago knows of an order that is not paid yet. */
export const progressSchema = z.object({
  /** How many payments were refused so far. The order stays and the customer may try again. */
  rejections: z.int().nonnegative(),
  /** Mercado Pago's `status_detail` of the newest refusal. */
  lastRejection: z.string().nullable(),
  /** The customer is paying at this moment: the order must not be withdrawn under their hands. */
  inProcess: z.boolean(),
  /** Approved so far, net of refunds; less than the total. */
  received: minorUnitsSchema,
});
export type Progress = z.infer<typeof progressSchema>;

export const noProgress: Progress = {
  rejections: 0,
  lastRejection: null,
  inProcess: false,
  received: minorUnitsSchema.parse(0),
};

/** The money that our own look found. */
export const settlementSchema = z.object({
  orderIds: z.array(z.string()).min(1),
  paymentIds: z.array(z.string()).min(1),
  received: minorUnitsSchema,
});
export type Settlement = z.infer<typeof settlementSchema>;

/** Where the ticket of a paid sale is. Independent of the payment: no printer can make a paid sale unpaid. */
export const ticketFateSchema = z.object({
  jobId: z.string(),
  /** 0 is the original. */
  copy: z.int().nonnegative(),
  status: z.enum(['queued', 'sending', 'printed', 'failed', 'unconfirmed']),
  /** Why it waits, failed or is in doubt. */
  trouble: printerTroubleSchema.nullable(),
  /** Who asked for this copy and when; null for the one that the payment itself printed. */
  asked: z.object({ by: z.string(), at: z.iso.datetime() }).nullable().default(null),
});
export type TicketFate = z.infer<typeof ticketFateSchema>;

export const attentionReasonSchema = z.enum([
  'stillInProcess',
  'paidShort',
  'paidAfterCancel',
  'paidLate',
  'refunded',
  'otherCurrency',
  'otherCollector',
  // Mercado Pago no longer lets us ask, and the order's time is over: only its own screens can say what became of it.
  'notVerified',
]);
export type AttentionReason = z.infer<typeof attentionReasonSchema>;

/** `lookBack`: a look over the payments of the last days found something that this charge does not know. */
export const hintSourceSchema = z.enum(['relay', 'cashier', 'startup', 'lookBack']);
export type HintSource = z.infer<typeof hintSourceSchema>;

/**
 * The states of one attempt to charge, each with exactly what is known in it.
 *
 *   creatingOrder → awaitingPayment ⇄ verifying → paid
 *         │                └──── cancelling ────→ cancelled · expired
 *         └→ rejected            (any of them) ──→ needsAttention ⇄ reviewed
 */
export const checkoutStateSchema = z.discriminatedUnion('kind', [
  // The sale is closed and stored; the order may or may not exist at Mercado Pago. We act next.
  z.object({ kind: z.literal('creatingOrder'), attempt: attemptSchema }),
  // The order is on the caja's QR. The customer acts next.
  z.object({ kind: z.literal('awaitingPayment'), attempt: attemptSchema, progress: progressSchema }),
  // Something hinted at a change; we are asking Mercado Pago. We act next.
  z.object({ kind: z.literal('verifying'), attempt: attemptSchema, progress: progressSchema, hint: hintSourceSchema }),
  // The cashier gave up, or time ran out; Mercado Pago has not agreed yet. We act next.
  z.object({
    kind: z.literal('cancelling'),
    attempt: attemptSchema,
    progress: progressSchema,
    why: z.enum(['cashier', 'expiry']),
    /** Since when, by the service's clock, the order is off the QR for certain; only a payment that had begun may still arrive. */
    withdrawnAt: z.iso.datetime().nullable(),
  }),
  // Our own look says so. The ticket has its own fate; the cashier acts next.
  z.object({
    kind: z.literal('paid'),
    attempt: attemptSchema,
    settlement: settlementSchema,
    paidAt: z.iso.datetime(),
    ticket: ticketFateSchema,
    /** What came and went since, too. */
    ledger: ledgerSchema,
  }),
  // Nothing payable is left and nothing was paid: the cashier cancelled.
  z.object({ kind: z.literal('cancelled'), attempt: attemptSchema, at: z.iso.datetime() }),
  // The same, because nobody paid in time.
  z.object({ kind: z.literal('expired'), attempt: attemptSchema, at: z.iso.datetime() }),
  // Mercado Pago refused to make the order: there was never anything to pay.
  z.object({ kind: z.literal('rejected'), attempt: attemptSchema, code: errorCodeSchema }),
  // The facts contradict each other. A person acts next; we keep looking.
  z.object({
    kind: z.literal('needsAttention'),
    attempt: attemptSchema,
    reason: attentionReasonSchema,
    at: z.iso.datetime(),
    ledger: ledgerSchema,
    /** The sale was given up before: money that covers it then is this question, and no sale by itself. */
    ifCovered: z.enum(['paidLate', 'paidAfterCancel']).optional(),
  }),
  // A person decided: the money went back, or stays as it is. Nobody acts next; new money asks again.
  z.object({
    kind: z.literal('reviewed'),
    attempt: attemptSchema,
    reason: attentionReasonSchema,
    how: z.enum(['refunded', 'dismissed']),
    decision: decisionSchema,
    ledger: ledgerSchema,
  }),
]);
export type CheckoutState = z.infer<typeof checkoutStateSchema>;
export type CheckoutKind = CheckoutState['kind'];
export type StateOf<Kind extends CheckoutKind> = Extract<CheckoutState, { kind: Kind }>;

/** States in which nobody has to act any more, and nothing of ours may stay on the QR; the next sale may begin. */
export function isOver(state: CheckoutState): boolean {
  return ['paid', 'cancelled', 'expired', 'rejected', 'needsAttention', 'reviewed'].includes(state.kind);
}
