import { assertNever } from '../errors';
import type { CheckoutEvent } from './event';
import { accept, balanceOf, book, bookRefund, type Ledger } from './ledger';
import { reviewOf } from './review';
import { settle, type Verdict } from './settle';
import type { StateOf } from './state';
import { inDoubt, inDoubtOnceOver, paid, printing, step, unchanged, type Step } from './step';
import { followTicket, nextCopy } from './ticket-fate';

type Observed = Extract<CheckoutEvent, { readonly kind: 'orderObserved' }>;
type Hinted = Extract<CheckoutEvent, { readonly kind: 'paymentHinted' }>;
type OverState = StateOf<'paid' | 'cancelled' | 'expired' | 'rejected' | 'needsAttention' | 'reviewed'>;

export function oncePaid(state: StateOf<'paid'>, event: CheckoutEvent): Step {
  switch (event.kind) {
    case 'paymentHinted':
      return lookAgain(state, event);
    case 'orderObserved':
      // Paid once is paid; but money that comes twice or goes back must show, and a later look may be the first to see it.
      return withLedger(state, book(state.ledger, state.attempt, event.observation));
    case 'refundApproved':
      return refunded(state, bookRefund(state.ledger, event.refund));
    case 'reviewDismissed':
      return reviewOf(state) ? withLedger(state, accept(state.ledger, event.decision)) : unchanged(state);
    case 'reprintRequested': {
      const next = nextCopy(state.ticket, { by: event.by, at: event.at });
      return next ? printing(state, next) : unchanged(state);
    }
    case 'ticketQueued':
    case 'ticketStarted':
    case 'ticketSeen':
    case 'ticketPrinted':
    case 'ticketFailed':
    case 'ticketUnconfirmed': {
      const ticket = followTicket(state.ticket, event);
      return ticket === state.ticket ? unchanged(state) : step({ ...state, ticket });
    }
    default:
      return unchanged(state);
  }
}

/** Nothing was paid, as far as we know. */
export function onceUnpaid(
  state: StateOf<'cancelled'> | StateOf<'expired'> | StateOf<'rejected'>,
  event: CheckoutEvent,
): Step {
  switch (event.kind) {
    case 'paymentHinted':
      return lookAgain(state, event);
    case 'orderObserved': {
      const verdict = settle(state.attempt, event.observation);
      if (verdict.kind === 'contradiction') {
        const why = state.kind === 'expired' ? 'expiry' : 'cashier';
        return step(inDoubtOnceOver(why, state.attempt, verdict.reason, event.observation));
      }
      if (verdict.kind === 'unpaid' && verdict.progress.received === 0) return unchanged(state);
      return step(inDoubt(state.attempt, state.kind === 'expired' ? 'paidLate' : 'paidAfterCancel', event.observation));
    }
    default:
      return unchanged(state);
  }
}

export function whileInDoubt(state: StateOf<'needsAttention'>, event: CheckoutEvent): Step {
  switch (event.kind) {
    case 'paymentHinted':
      return lookAgain(state, event);
    case 'orderObserved':
      return seenInDoubt(state, event);
    case 'refundApproved': {
      const ledger = bookRefund(state.ledger, event.refund);
      // Everything went home by a person's own decision: that was the answer.
      return balanceOf(ledger) === 0
        ? refunded(state, ledger, { ...reviewed(state, 'refunded', event.decision), ledger })
        : refunded(state, ledger);
    }
    case 'reviewDismissed':
      return step({ ...reviewed(state, 'dismissed', event.decision), ledger: accept(state.ledger, event.decision) });
    case 'saleClaimed': {
      const verdict = settle(state.attempt, event.observation);
      // Mercado Pago may show a refund of ours later than it approved it.
      const left = balanceOf(book(state.ledger, state.attempt, event.observation));
      return verdict.kind === 'paid' && left >= state.attempt.sale.total
        ? paid(state.attempt, verdict.settlement, event.observation, state.ledger)
        : unchanged(state);
    }
    default:
      return unchanged(state);
  }
}

/** Decided by a person. More money than they decided about is a new question; less is not. */
export function onceReviewed(state: StateOf<'reviewed'>, event: CheckoutEvent): Step {
  switch (event.kind) {
    case 'paymentHinted':
      return lookAgain(state, event);
    case 'orderObserved': {
      const ledger = book(state.ledger, state.attempt, event.observation);
      return balanceOf(ledger) > balanceOf(state.ledger)
        ? step(inDoubt(state.attempt, 'paidAfterCancel', event.observation, state.ledger))
        : withLedger(state, ledger);
    }
    case 'refundApproved':
      return refunded(state, bookRefund(state.ledger, event.refund));
    default:
      return unchanged(state);
  }
}

function seenInDoubt(state: StateOf<'needsAttention'>, { observation }: Observed): Step {
  const { attempt } = state;
  const seen = withLedger(state, book(state.ledger, attempt, observation));
  // The customer took the goods back or left when the sale was given up: only a person can sell it again.
  if (state.reason === 'paidLate' || state.reason === 'paidAfterCancel') return seen;
  const verdict = settle(attempt, observation);
  if (state.reason === 'stillInProcess' || state.reason === 'notVerified')
    return decided(state, verdict, seen, observation);
  if (verdict.kind !== 'paid') return seen;
  return state.ifCovered
    ? step(inDoubt(attempt, state.ifCovered, observation, state.ledger))
    : paid(attempt, verdict.settlement, observation, state.ledger);
}

/** What became of a payment that was in review, or could not be asked for, when its sale was given up. */
function decided(
  state: StateOf<'needsAttention'>,
  verdict: Verdict,
  seen: Step,
  observation: Observed['observation'],
): Step {
  const { attempt } = state;
  switch (verdict.kind) {
    case 'paid':
      return step(inDoubt(attempt, 'paidAfterCancel', observation, state.ledger));
    case 'contradiction':
      return step(inDoubtOnceOver('cashier', attempt, verdict.reason, observation, state.ledger));
    case 'unpaid':
      if (verdict.progress.inProcess) return seen;
      return verdict.progress.received > 0
        ? step(inDoubtOnceOver('cashier', attempt, 'paidShort', observation, state.ledger))
        : step({ kind: 'cancelled', attempt, at: observation.at });
    default:
      return assertNever(verdict);
  }
}

function lookAgain(state: OverState, { merchantOrderId }: Hinted): Step {
  return step(state, { kind: 'fetchOrder', merchantOrderId });
}

function reviewed(
  { attempt, reason, ledger }: StateOf<'needsAttention'>,
  how: StateOf<'reviewed'>['how'],
  decision: StateOf<'reviewed'>['decision'],
): StateOf<'reviewed'> {
  return { kind: 'reviewed', attempt, reason, how, decision, ledger };
}

function withLedger(state: StateOf<'paid' | 'needsAttention' | 'reviewed'>, ledger: Ledger): Step {
  return ledger === state.ledger ? unchanged(state) : step({ ...state, ledger });
}

/** After a refund of ours: look, because what Mercado Pago shows now is what counts. */
function refunded(
  state: StateOf<'paid' | 'needsAttention' | 'reviewed'>,
  ledger: Ledger,
  next: StateOf<'paid' | 'needsAttention' | 'reviewed'> = { ...state, ledger },
): Step {
  return ledger === state.ledger ? unchanged(state) : step(next, { kind: 'fetchOrder', merchantOrderId: null });
}
