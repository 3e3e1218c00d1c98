import type {
  MerchantOrder,
  MerchantOrderFacts,
  MerchantOrderStatus,
  Payment,
  PaymentFacts,
  PaymentVersion,
} from './model';
import type { World } from './world';

/** Notes how the payment is from now on. */
export function keepPaymentVersion(world: World, payment: Payment, cause: PaymentVersion['cause']): void {
  const now = world.clock.now();
  payment.updatedAt = now;
  const { versions, ...facts } = payment;
  versions.push({
    at: now,
    cause,
    facts: { ...facts, refunds: payment.refunds.map((refund) => ({ ...refund })) },
  });
}

/** Gives the merchant order a status, and notes since when. */
export function setMerchantOrderStatus(world: World, merchantOrder: MerchantOrder, status: MerchantOrderStatus): void {
  const now = world.clock.now();
  merchantOrder.updatedAt = now;
  merchantOrder.status = status;
  merchantOrder.versions.push({ at: now, status });
}

/**
 * The payment as the API shows it now: refunds come to light after `refundVisibleAfterMs`.
 * @param lagMs - how far behind the part of the API is that answers.
 * @returns undefined while that part does not know the payment.
 */
export function paymentAsSeen(world: World, payment: Payment, lagMs: number): PaymentFacts | undefined {
  const { refundVisibleAfterMs } = world.behaviour;
  const seen = payment.versions.findLast(({ at, cause }) =>
    isKnown(world, at, lagMs + (cause === 'refund' ? refundVisibleAfterMs : 0)),
  );
  return seen && { ...seen.facts, shownInstead: payment.shownInstead };
}

/** As {@link paymentAsSeen}, for a merchant order with its payments. */
export function merchantOrderAsSeen(
  world: World,
  merchantOrder: MerchantOrder,
  lagMs: number,
): MerchantOrderFacts | undefined {
  const seen = merchantOrder.versions.findLast(({ at }) => isKnown(world, at, lagMs));
  if (seen === undefined) return undefined;
  const payments = merchantOrder.payments.flatMap((payment) => paymentAsSeen(world, payment, lagMs) ?? []);
  const updatedAt = payments.reduce((latest, payment) => later(latest, payment.updatedAt), seen.at);
  return { ...merchantOrder, status: seen.status, updatedAt, payments };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Without any delay everything is known, also what a clock that was put back has still before it. */
function isKnown(world: World, at: Date, afterMs: number): boolean {
  return afterMs === 0 || at.getTime() + afterMs <= world.clock.now().getTime();
}
