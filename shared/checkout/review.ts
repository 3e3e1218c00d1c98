import { minor, sum, type MinorUnits } from '../money';
import { dueOf } from './attempt';
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
  const due = dueOf(state.attempt);
  const surplus = minor(balanceOf(state.ledger) - due);
  if (surplus > 0) return { reason: payingOrders(state.ledger) > 1 ? 'paidTwice' : 'paidOver', amount: surplus };
  const missing = minor(expectedOf(state.ledger, due) - balanceOf(state.ledger));
  return missing > 0 ? { reason: 'reversed', amount: missing } : null;
}

/** What should be left of a paid charge: what was due, less what we gave back of it. Surplus is given back first. */
function expectedOf(ledger: Ledger, due: MinorUnits): MinorUnits {
  const surplus = Math.max(0, sum(ledger.payments.map((payment) => payment.amount)) - due);
  return minor(due - Math.max(0, refundedOf(ledger) - surplus));
}

function payingOrders(ledger: Ledger): number {
  return new Set(ledger.payments.map((payment) => payment.orderId)).size;
}
