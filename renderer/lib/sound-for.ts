import { assertNever } from '../../shared/errors';
import type { CheckoutSnapshot, RefundSnapshot, Snapshot } from '../../shared/snapshot';

export type Sound = 'scanned' | 'paid' | 'lookHere';

/**
 * The sound that the way from one snapshot to the next deserves. `paid` only when a charge turns paid before our eyes: the
 * cashier trusts it, so opening the till on a sale paid an hour ago must be silent.
 */
export function soundFor(before: Snapshot | null, now: Snapshot): Sound | null {
  if (!before) return null;
  const was = before.checkout;
  const is = now.checkout;
  if (is?.state.kind === 'paid' && was?.state.kind !== 'paid') return sameCharge(was, is) ? 'paid' : null;
  if (waiting(now) > waiting(before)) return 'lookHere';
  if (!is) return null;
  return alarm(is) > (sameCharge(was, is) ? alarm(was) : 0) ? 'lookHere' : null;
}

/** What waits for a person beside the charge on screen. */
function waiting({ attention, strays, refunds }: Snapshot): number {
  return attention.length + strays.length + refunds.filter(isForAPerson).length;
}

function isForAPerson({ state }: RefundSnapshot): boolean {
  return state.kind === 'refused' || (state.kind === 'approved' && state.slip.status === 'unconfirmed');
}

function sameCharge(one: CheckoutSnapshot | null, other: CheckoutSnapshot): one is CheckoutSnapshot {
  return one?.state.attempt.checkoutId === other.state.attempt.checkoutId;
}

/** How loudly a charge asks for eyes; only a rise is heard, so that looking again at the same trouble stays silent. */
function alarm({ state, trouble }: CheckoutSnapshot): number {
  const troubled = trouble ? 1 : 0;
  switch (state.kind) {
    case 'creatingOrder':
      return troubled;
    case 'awaitingPayment':
    case 'verifying':
    case 'cancelling':
      return troubled + state.progress.rejections + (state.progress.received > 0 ? 1 : 0);
    case 'paid':
      return state.ticket.status === 'unconfirmed' || state.ticket.trouble !== null ? 1 : 0;
    case 'cancelled':
    case 'reviewed':
      return 0;
    case 'expired':
    case 'rejected':
    case 'needsAttention':
      return Number.POSITIVE_INFINITY;
    default:
      return assertNever(state);
  }
}
