import { z } from 'zod';
import { minor, minorUnitsSchema, sum, type MinorUnits } from '../money';
import type { Attempt } from './attempt';
import type { Observation, PaymentFacts } from './observation';

/** A payment that was approved once, by our newest look at it. Minor units. */
const bookedPaymentSchema = z.object({
  id: z.string().min(1),
  orderId: z.string().min(1),
  amount: minorUnitsSchema,
  /** Refunded or charged back, by us or by anybody else. */
  givenBack: minorUnitsSchema,
});
export type BookedPayment = z.infer<typeof bookedPaymentSchema>;

/** One of our own refunds, after Mercado Pago approved it. */
const bookedRefundSchema = z.object({
  refundId: z.uuid(),
  paymentId: z.string().min(1),
  amount: minorUnitsSchema,
});
export type BookedRefund = z.infer<typeof bookedRefundSchema>;

/** Who decided what about money, in their own words. */
export const decisionSchema = z.object({
  by: z.string().min(1),
  note: z.string().min(1),
  at: z.iso.datetime(),
  /** Who was at the till, when it was another person than the manager who let it happen. */
  askedBy: z.string().nullish(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** The money of one attempt: what came, what went back, and what a person accepted as it is. */
export const ledgerSchema = z.object({
  payments: z.array(bookedPaymentSchema),
  refunds: z.array(bookedRefundSchema),
  /** The decision answers for these sums; anything beyond them is a new question. */
  accepted: decisionSchema.extend({ balance: minorUnitsSchema, reversed: minorUnitsSchema }).nullable(),
});
export type Ledger = z.infer<typeof ledgerSchema>;

export const emptyLedger: Ledger = { payments: [], refunds: [], accepted: null };

/** Statuses of a payment whose money was ours at some time. A dispute (`in_mediation`) has not taken it back yet. */
const onceApproved = new Set(['approved', 'in_mediation', 'refunded', 'charged_back']);
const kept = new Set(['approved', 'in_mediation']);

/**
 * The ledger after a look. A payment that the look does not show stays: the search may lag behind. The very same
 * object when nothing is new.
 */
export function book(ledger: Ledger, attempt: Attempt, observation: Observation): Ledger {
  const seen = observation.orders
    .filter((order) => order.reference === attempt.reference && order.collectorId === attempt.collectorId)
    .flatMap((order) =>
      order.payments
        .filter((payment) => isMoney(payment, attempt) || isKnown(ledger, payment))
        .map((payment) => booked(order.id, payment)),
    );
  const news = new Map(seen.map((payment) => [payment.id, payment]));
  const known = ledger.payments.map((payment) => news.get(payment.id) ?? payment);
  const added = [...news.values()].filter((payment) => !isKnown(ledger, payment));
  const payments = [...known, ...added];
  return JSON.stringify(payments) === JSON.stringify(ledger.payments) ? ledger : { ...ledger, payments };
}

/** The very same object when this refund is in it already. */
export function bookRefund(ledger: Ledger, refund: BookedRefund): Ledger {
  return ledger.refunds.some(({ refundId }) => refundId === refund.refundId)
    ? ledger
    : { ...ledger, refunds: [...ledger.refunds, refund] };
}

export function accept(ledger: Ledger, decision: Decision): Ledger {
  const { by, note, at } = decision;
  return { ...ledger, accepted: { by, note, at, balance: balanceOf(ledger), reversed: reversedOf(ledger) } };
}

/** What is ours now: everything that came, less everything that went back. */
export function balanceOf(ledger: Ledger): MinorUnits {
  return sum(ledger.payments.map((payment) => remainingOf(ledger, payment)));
}

/** What is left of one payment. Mercado Pago may show a refund later than it approves it, so ours count at once. */
export function remainingOf(ledger: Ledger, payment: BookedPayment): MinorUnits {
  return minor(payment.amount - Math.max(payment.givenBack, refundedOf(ledger, payment.id)));
}

/** Gone back without our doing: refunded in Mercado Pago's own screens, or charged back by the customer's bank. */
export function reversedOf(ledger: Ledger): MinorUnits {
  return sum(ledger.payments.map((payment) => minor(Math.max(0, payment.givenBack - refundedOf(ledger, payment.id)))));
}

/** Given back by ourselves, of one payment or of all. */
export function refundedOf(ledger: Ledger, paymentId?: string): MinorUnits {
  const refunds = ledger.refunds.filter((refund) => paymentId === undefined || refund.paymentId === paymentId);
  return sum(refunds.map((refund) => refund.amount));
}

/** A person has seen exactly this and said that it is right. */
export function isAccepted(ledger: Ledger): boolean {
  return (
    ledger.accepted !== null &&
    balanceOf(ledger) <= ledger.accepted.balance &&
    reversedOf(ledger) <= ledger.accepted.reversed
  );
}

function isMoney(payment: PaymentFacts, attempt: Attempt): boolean {
  return payment.currency === attempt.currency && onceApproved.has(payment.status);
}

function isKnown(ledger: Ledger, { id }: { readonly id: string }): boolean {
  return ledger.payments.some((payment) => payment.id === id);
}

function booked(orderId: string, { id, status, amount, refunded }: PaymentFacts): BookedPayment {
  // Any other status of money that once was ours means that it is gone, whatever its name.
  return { id, orderId, amount, givenBack: kept.has(status) ? refunded : amount };
}
