import { minor, sum, type MinorUnits } from '../money';
import { balanceOf, isAccepted, refundedOf, type Ledger } from './ledger';
import type { AttentionReason, CheckoutState } from './state';

/** Why a person must look at a charge, and how much money it is about. */
export interface Review {
  readonly reason: AttentionReason | 'paidTwice' | 'paidOver' | 'reversed';
  readonly amount: MinorUnits;
}

/** The question that the money of this attempt puts to a person now; null when there is none. */
export function reviewOf(state: CheckoutState): Review | null {
  if (state.kind === 'needsAttention') return { reason: state.reason, amount: balanceOf(state.ledger) };
  if (state.kind !== 'paid' || isAccepted(state.ledger)) return null;
  const { total } = state.attempt.sale;
  const surplus = minor(balanceOf(state.ledger) - total);
  if (surplus > 0) return { reason: payingOrders(state.ledger) > 1 ? 'paidTwice' : 'paidOver', amount: surplus };
  const missing = minor(expectedOf(state.ledger, total) - balanceOf(state.ledger));
  return missing > 0 ? { reason: 'reversed', amount: missing } : null;
}

/** What should be left of a paid sale: its total, less what we gave back of it. Surplus is given back first. */
function expectedOf(ledger: Ledger, total: MinorUnits): MinorUnits {
  const surplus = Math.max(0, sum(ledger.payments.map((payment) => payment.amount)) - total);
  return minor(total - Math.max(0, refundedOf(ledger) - surplus));
}

function payingOrders(ledger: Ledger): number {
  return new Set(ledger.payments.map((payment) => payment.orderId)).size;
}
