import { dueOf } from '../../shared/checkout/attempt';
import { reviewOf } from '../../shared/checkout/review';
import type { CheckoutState } from '../../shared/checkout/state';
import { minor, type MinorUnits } from '../../shared/money';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import type { CheckoutSnapshot, Snapshot } from '../../shared/snapshot';
import { moneyOf } from './money-of';

/** Money that a person must decide about: of a charge of this till, or of none that it knows. */
export type ReviewCase =
  | { readonly kind: 'charge'; readonly id: string; readonly at: string; readonly checkout: CheckoutSnapshot }
  | { readonly kind: 'stray'; readonly id: string; readonly at: string; readonly stray: StrayPayment };

/** Every case, newest first. A charge that is still on the screen asks there too, and is answered here. */
export function reviewCases({
  attention,
  strays,
  checkout: shown,
}: Pick<Snapshot, 'attention' | 'strays' | 'checkout'>): readonly ReviewCase[] {
  const listed = attention.some(({ state }) => state.attempt.checkoutId === shown?.state.attempt.checkoutId);
  const asking = shown && !listed && reviewOf(shown.state) ? [shown, ...attention] : attention;
  const charges = asking.map((checkout): ReviewCase => {
    const { state } = checkout;
    return { kind: 'charge', id: state.attempt.checkoutId, at: cameToBe(state), checkout };
  });
  const others = strays.map((stray): ReviewCase => {
    const { paymentId, foundAt } = stray;
    return { kind: 'stray', id: `stray-${paymentId}`, at: foundAt, stray };
  });
  return [...charges, ...others].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** How much money a charge puts in question; all of its sale where that is not known. */
export function atStake(state: CheckoutState): MinorUnits {
  const amount = reviewOf(state)?.amount ?? 0;
  return amount > 0 ? minor(amount) : dueOf(state.attempt);
}

/** The answers that a person can give to a charge, the one to give first in front. */
export type Answer = 'link' | 'refund' | 'dismiss' | 'verify';

/** What can be done about a charge. `main` is the one obvious next step, where there is one. */
export function answersTo(state: CheckoutState): { readonly answers: readonly Answer[]; readonly main: Answer | null } {
  const money = moneyOf(state);
  const held = money !== null && money.remains > 0;
  // Main asks Mercado Pago again; what can't cover the sale is not even offered.
  const mayCover = state.kind === 'needsAttention' && money !== null && money.remains >= dueOf(state.attempt);
  const answers: readonly Answer[] = [
    ...(mayCover ? (['link'] as const) : []),
    ...(held ? (['refund'] as const) : []),
    'dismiss',
    'verify',
  ];
  return { answers, main: mainAnswer(state, held, mayCover) };
}

function mainAnswer(state: CheckoutState, held: boolean, mayCover: boolean): Answer | null {
  switch (reviewOf(state)?.reason) {
    case 'paidLate':
    case 'paidAfterCancel':
      // Only the person knows who has the goods.
      return mayCover ? null : held ? 'refund' : 'dismiss';
    case 'paidTwice':
    case 'paidOver':
      return 'refund';
    case 'paidShort':
      return held ? 'refund' : 'dismiss';
    case 'refunded':
    case 'reversed':
      return 'dismiss';
    case 'stillInProcess':
    case 'notVerified':
    case 'otherCurrency':
    case 'otherCollector':
    case undefined:
      return 'verify';
  }
}

function cameToBe(state: CheckoutState): string {
  if (state.kind === 'needsAttention') return state.at;
  return state.kind === 'paid' ? state.paidAt : state.attempt.createdAt;
}
