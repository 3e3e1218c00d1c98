import { reviewOf } from '../../shared/checkout/review';
import type { CheckoutState } from '../../shared/checkout/state';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import { minor, type MinorUnits } from '../../shared/money';
import type { RefundSnapshot } from '../../shared/snapshot';
import { moneyOf } from './money-of';

/** Money that can be given back, as it stood when a person wanted to. */
export interface RefundTarget {
  /** null for a payment that belongs to no charge of this disk. */
  readonly checkoutId: string | null;
  readonly sale: { readonly number: number; readonly total: MinorUnits } | null;
  /** Of which something is left and nothing is on its way back, the likeliest first. */
  readonly payments: readonly { readonly id: string; readonly left: MinorUnits }[];
  /** What is too much; null when there is no reason to give a part back. */
  readonly suggested: MinorUnits | null;
}

type Money = Pick<RefundTarget, 'payments'>['payments'];

/** What can be given back of a charge; null when nothing can. */
export function refundTarget(state: CheckoutState, refunds: readonly RefundSnapshot[]): RefundTarget | null {
  const { checkoutId, sale } = state.attempt;
  const payments = free(moneyOf(state)?.payments ?? [], refunds);
  const review = reviewOf(state);
  const surplus = review?.reason === 'paidTwice' || review?.reason === 'paidOver' ? review.amount : null;
  return target({ checkoutId, sale: { number: sale.number, total: sale.total }, payments, suggested: surplus });
}

/** The same for a payment without a charge. */
export function strayRefundTarget(stray: StrayPayment, refunds: readonly RefundSnapshot[]): RefundTarget | null {
  const left = minor(stray.amount - stray.givenBack);
  const payments = free([{ id: stray.paymentId, left }], refunds);
  return target({ checkoutId: null, sale: null, payments, suggested: null });
}

/** The amount that a person most likely means for one of the payments. */
export function suggestedAmount({ suggested }: RefundTarget, left: MinorUnits): MinorUnits {
  return suggested === null || suggested > left ? left : suggested;
}

/** Whether Mercado Pago has not answered yet. */
export function isUnderWay({ state }: RefundSnapshot): boolean {
  return state.kind === 'requested' || state.kind === 'inProcess';
}

function free(payments: Money, refunds: readonly RefundSnapshot[]): Money {
  const taken = new Set(refunds.filter(isUnderWay).map(({ state }) => state.refund.paymentId));
  return payments.filter(({ id, left }) => left > 0 && !taken.has(id)).map(({ id, left }) => ({ id, left }));
}

function target(found: RefundTarget): RefundTarget | null {
  if (found.payments.length === 0) return null;
  // Of two payments the one that is all too much, and of equal ones the later: the first is the sale's.
  const { suggested } = found;
  const likely = [...found.payments].reverse();
  likely.sort((one, other) => Number(other.left === suggested) - Number(one.left === suggested));
  return { ...found, payments: suggested === null ? found.payments : likely };
}
