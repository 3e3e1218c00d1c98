import type { CashRefund } from '../../shared/cash/cash-sale';
import { reviewOf } from '../../shared/checkout/review';
import type { CheckoutState } from '../../shared/checkout/state';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import { minor, type MinorUnits } from '../../shared/money';
import { linesBack } from '../../shared/refund/lines-back';
import type { RefundSnapshot } from '../../shared/snapshot';
import { costOf, type LinesToGiveBack } from './lines-to-give-back';
import { moneyOf } from './money-of';

/** Money that can be given back, as it stood when a person wanted to. */
export interface RefundTarget {
  /** null for a payment that belongs to no charge of this disk. */
  readonly checkoutId: string | null;
  readonly sale: { readonly number: number; readonly total: MinorUnits } | null;
  /** Of which something is left and nothing is on its way back, the likeliest first. */
  readonly payments: readonly { readonly id: string; readonly left: MinorUnits }[];
  /** What may come back; null where it is not about goods. */
  readonly goods: LinesToGiveBack | null;
  /** What is too much; null when there is no reason to give a part back. */
  readonly suggested: MinorUnits | null;
}

type Money = Pick<RefundTarget, 'payments'>['payments'];

/**
 * What can be given back of a charge; null when nothing can.
 * @param refunds of the charge, and of others; all of its own where it is about goods
 * @param inCash what of its sale went back in cash; null where it is not about goods
 */
export function refundTarget(
  state: CheckoutState,
  refunds: readonly RefundSnapshot[],
  inCash: readonly CashRefund[] | null = null,
): RefundTarget | null {
  const { checkoutId, sale } = state.attempt;
  const payments = free(moneyOf(state)?.payments ?? [], refunds);
  const review = reviewOf(state);
  const surplus = review?.reason === 'paidTwice' || review?.reason === 'paidOver' ? review.amount : null;
  const { number, total, lines } = sale;
  const ofCharge = refunds.flatMap((refund) => (refund.state.refund.checkoutId === checkoutId ? refund.state : []));
  const isSold = state.kind === 'paid' && surplus === null;
  const goods = isSold && inCash ? { total, lines, cameBack: linesBack(inCash, ofCharge) } : null;
  return target({ checkoutId, sale: { number, total }, payments, goods, suggested: surplus });
}

/** The same for a payment without a charge. */
export function strayRefundTarget(stray: StrayPayment, refunds: readonly RefundSnapshot[]): RefundTarget | null {
  const left = minor(stray.amount - stray.givenBack);
  const payments = free([{ id: stray.paymentId, left }], refunds);
  return target({ checkoutId: null, sale: null, payments, goods: null, suggested: null });
}

/** The amount that a person most likely means for one of the payments. @param chosen the lines that come back with it */
export function suggestedAmount(
  { goods, suggested }: RefundTarget,
  left: MinorUnits,
  chosen: ReadonlySet<number> = new Set(),
): MinorUnits {
  if (goods && chosen.size > 0) return minor(Math.min(left, costOf(chosen, goods)));
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
