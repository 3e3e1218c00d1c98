import { minor, sum, type MinorUnits } from '../money';
import { dueOf, type Attempt } from './attempt';
import type { MerchantOrderFacts, Observation, PaymentFacts } from './observation';
import type { AttentionReason, Progress, Settlement } from './state';

/** What the facts of one look say about one attempt. */
export type Verdict =
  | { readonly kind: 'paid'; readonly settlement: Settlement }
  | { readonly kind: 'unpaid'; readonly progress: Progress }
  | { readonly kind: 'contradiction'; readonly reason: AttentionReason };

/**
 * The only function that can say "paid". One merchant order must be closed, carry our reference, belong to our
 * collector, and its approved payments in our currency, net of refunds, must cover what is charged by themselves.
 */
export function settle(attempt: Attempt, observation: Observation): Verdict {
  const ours = observation.orders.filter((order) => order.reference === attempt.reference);
  const collected = ours.filter((order) => order.collectorId === attempt.collectorId);
  const covering = collected.filter(
    (order) => order.status === 'closed' && netApproved(attempt, order) >= dueOf(attempt),
  );
  if (covering.length > 0) return { kind: 'paid', settlement: settlementOf(attempt, collected) };

  const reason = contradictionIn(attempt, ours, collected);
  if (reason) return { kind: 'contradiction', reason };
  return { kind: 'unpaid', progress: progressOf(attempt, collected) };
}

function settlementOf(attempt: Attempt, orders: readonly MerchantOrderFacts[]): Settlement {
  const paying = orders.filter((order) => netApproved(attempt, order) > 0);
  return {
    orderIds: paying.map((order) => order.id),
    paymentIds: paying.flatMap((order) => approvedIn(attempt, order).map((payment) => payment.id)),
    received: sum(paying.map((order) => netApproved(attempt, order))),
  };
}

function contradictionIn(
  attempt: Attempt,
  ours: readonly MerchantOrderFacts[],
  collected: readonly MerchantOrderFacts[],
): AttentionReason | null {
  for (const order of collected) {
    if (order.payments.some((payment) => payment.status === 'approved' && payment.currency !== attempt.currency)) {
      return 'otherCurrency';
    }
    if (order.payments.some((payment) => payment.refunded > 0 || givenBack.has(payment.status))) return 'refunded';
    if (order.status === 'closed') return 'paidShort';
  }
  if (ours.length > collected.length && ours.some((order) => order.status === 'closed')) return 'otherCollector';
  return null;
}

function progressOf(attempt: Attempt, orders: readonly MerchantOrderFacts[]): Progress {
  const payments = orders.flatMap((order) => order.payments);
  const rejections = payments.filter((payment) => payment.status === 'rejected');
  const lastRejection = rejections.at(-1);
  return {
    rejections: rejections.length,
    lastRejection: lastRejection?.statusDetail ?? null,
    inProcess: payments.some((payment) => undecided.has(payment.status)),
    received: sum(orders.map((order) => netApproved(attempt, order))),
  };
}

const undecided = new Set(['pending', 'in_process', 'authorized', 'in_mediation']);
const givenBack = new Set(['refunded', 'charged_back']);

/** Each payment once: one that is listed twice is not twice the money, and what it gave back in one line is gone. */
function approvedIn(attempt: Attempt, order: MerchantOrderFacts): readonly PaymentFacts[] {
  const approved = order.payments.filter(
    (payment) => payment.status === 'approved' && payment.currency === attempt.currency,
  );
  const byId = new Map<string, PaymentFacts>();
  for (const payment of approved) {
    const before = byId.get(payment.id);
    if (!before || payment.amount - payment.refunded < before.amount - before.refunded) byId.set(payment.id, payment);
  }
  return [...byId.values()];
}

function netApproved(attempt: Attempt, order: MerchantOrderFacts): MinorUnits {
  return sum(approvedIn(attempt, order).map((payment) => minor(payment.amount - payment.refunded)));
}
