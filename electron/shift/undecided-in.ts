import { reviewOf } from '../../shared/checkout/review';
import { isOver, type CheckoutState } from '../../shared/checkout/state';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import type { Undecided } from '../../shared/shift/shift-view';

/** Everything about whose money somebody has yet to decide: charges under way, cases to review, payments of no sale. */
export function undecidedIn(
  unfinished: readonly CheckoutState[],
  attention: readonly CheckoutState[],
  strays: readonly StrayPayment[],
): readonly Undecided[] {
  const charges = unfinished
    .filter((state) => !isOver(state))
    .map(({ attempt: { sale } }): Undecided => ({ kind: 'charge', saleNumber: sale.number, amount: sale.total }));
  const reviews = attention.flatMap((state): Undecided[] => {
    const review = reviewOf(state);
    return review ? [{ kind: 'review', saleNumber: state.attempt.sale.number, amount: review.amount }] : [];
  });
  const unknown = strays.map(({ amount }): Undecided => ({ kind: 'stray', saleNumber: null, amount }));
  return [...charges, ...reviews, ...unknown];
}
