import { assertNever } from '../errors';
import type { Attempt } from './attempt';
import type { CheckoutEffect } from './effect';
import type { CheckoutEvent } from './event';
import type { Observation } from './observation';
import { settle, type Verdict } from './settle';
import { noProgress, type CheckoutState, type Progress, type StateOf, type TicketFate } from './state';

/** How long the till waits for a payment in review before it goes on with the next sale, in ms. */
const PENDING_PATIENCE_MS = 120_000;

export interface Step {
  readonly state: CheckoutState;
  readonly effects: readonly CheckoutEffect[];
}

/** The first step of every attempt. */
export function begin(attempt: Attempt): Step {
  return step({ kind: 'creatingOrder', attempt }, { kind: 'createOrder' });
}

/**
 * What follows from a fact. Pure: no clock, no I/O, no randomness. A fact that means nothing in a state returns the
 * very same state object and no effects.
 */
export function transition(state: CheckoutState, event: CheckoutEvent): Step {
  switch (state.kind) {
    case 'creatingOrder':
      return whileCreating(state, event);
    case 'awaitingPayment':
    case 'verifying':
      return whilePayable(state, event);
    case 'cancelling':
      return whileCancelling(state, event);
    case 'paid':
      return oncePaid(state, event);
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return onceOver(state, event);
    case 'needsAttention':
      return whileInDoubt(state, event);
    default:
      return assertNever(state);
  }
}

/** What to take up again after a restart, for each state that the disk may hold. */
export function resume(state: CheckoutState): readonly CheckoutEffect[] {
  switch (state.kind) {
    case 'creatingOrder':
      return [{ kind: 'createOrder' }];
    case 'awaitingPayment':
    case 'verifying':
      return [{ kind: 'watchOrder' }, { kind: 'fetchOrder', merchantOrderId: null }];
    case 'cancelling':
      return [{ kind: 'cancelOrder' }];
    case 'paid':
      return [{ kind: 'lookAfterwards' }];
    case 'cancelled':
    case 'expired':
    case 'rejected':
    case 'needsAttention':
      return [{ kind: 'fetchOrder', merchantOrderId: null }, { kind: 'lookAfterwards' }];
    default:
      return assertNever(state);
  }
}

function whileCreating(state: StateOf<'creatingOrder'>, event: CheckoutEvent): Step {
  const { attempt } = state;
  switch (event.kind) {
    case 'orderCreated':
      return step({ kind: 'awaitingPayment', attempt, progress: noProgress }, { kind: 'watchOrder' });
    case 'orderRefused':
      return ended({ kind: 'rejected', attempt, code: event.code });
    case 'cancelRequested':
      return withdraw(attempt, noProgress, 'cashier');
    case 'expiryReached':
      return withdraw(attempt, noProgress, 'expiry');
    case 'paymentHinted':
      // The customer may pay before the answer to our PUT arrives.
      return step(state, { kind: 'fetchOrder', merchantOrderId: event.merchantOrderId });
    case 'orderObserved':
      return observed(state, event.observation, () => unchanged(state));
    default:
      return unchanged(state);
  }
}

function whilePayable(state: StateOf<'awaitingPayment'> | StateOf<'verifying'>, event: CheckoutEvent): Step {
  const { attempt, progress } = state;
  switch (event.kind) {
    case 'paymentHinted':
      return step(
        { kind: 'verifying', attempt, progress, hint: event.source },
        { kind: 'fetchOrder', merchantOrderId: event.merchantOrderId },
      );
    case 'orderObserved':
      return observed(state, event.observation, (seen) =>
        state.kind === 'awaitingPayment' && sameProgress(progress, seen)
          ? unchanged(state)
          : step({ kind: 'awaitingPayment', attempt, progress: seen }),
      );
    case 'cancelRequested':
      return withdraw(attempt, progress, 'cashier');
    case 'expiryReached':
      return withdraw(attempt, progress, 'expiry');
    default:
      return unchanged(state);
  }
}

function whileCancelling(state: StateOf<'cancelling'>, event: CheckoutEvent): Step {
  switch (event.kind) {
    case 'paymentHinted':
      return step(state, { kind: 'fetchOrder', merchantOrderId: event.merchantOrderId });
    case 'orderWithdrawn':
      return observed(state, event.observation, (seen) =>
        endedOrWaiting(
          { ...state, withdrawnAt: state.withdrawnAt ?? event.observation.at },
          state,
          seen,
          event.observation.at,
        ),
      );
    case 'orderObserved':
      return observed(state, event.observation, (seen) =>
        state.withdrawnAt !== null ? endedOrWaiting(state, state, seen, event.observation.at) : progressed(state, seen),
      );
    default:
      return unchanged(state);
  }
}

/**
 * The order is off the QR. Only a payment that had begun can keep us from saying so, and not for ever: a review at
 * Mercado Pago may take days, and the next customer stands at the counter.
 */
function endedOrWaiting(state: StateOf<'cancelling'>, before: StateOf<'cancelling'>, seen: Progress, at: string): Step {
  const { attempt } = state;
  if (seen.inProcess) {
    const waitedMs = Date.parse(at) - Date.parse(state.withdrawnAt ?? at);
    if (waitedMs >= PENDING_PATIENCE_MS)
      return ended({ kind: 'needsAttention', attempt, reason: 'stillInProcess', at });
    return sameProgress(before.progress, seen) && before.withdrawnAt !== null
      ? unchanged(before)
      : step({ ...state, progress: seen }, { kind: 'watchOrder' });
  }
  if (seen.received > 0) return ended({ kind: 'needsAttention', attempt, reason: 'paidShort', at });
  return ended({ kind: state.why === 'cashier' ? 'cancelled' : 'expired', attempt, at });
}

function oncePaid(state: StateOf<'paid'>, event: CheckoutEvent): Step {
  switch (event.kind) {
    case 'paymentHinted':
      return step(state, { kind: 'fetchOrder', merchantOrderId: event.merchantOrderId });
    case 'orderObserved': {
      // Paid once is paid; but money that came twice must show, and a later look may be the first to see it.
      const verdict = settle(state.attempt, event.observation);
      return verdict.kind === 'paid' && verdict.settlement.surplus > state.settlement.surplus
        ? step({ ...state, settlement: verdict.settlement })
        : unchanged(state);
    }
    case 'reprintRequested': {
      if (state.ticket.status === 'queued' || state.ticket.status === 'sending') return unchanged(state);
      // A ticket of which no byte left the till was never on paper, so the next one is still the original.
      const copy = state.ticket.status === 'failed' ? state.ticket.copy : state.ticket.copy + 1;
      return printing(state, nextJob(state.ticket, copy));
    }
    case 'ticketQueued':
      return ticket(state, event.jobId, { status: 'queued', trouble: event.trouble });
    case 'ticketStarted':
      return ticket(state, event.jobId, { status: 'sending', trouble: null });
    case 'ticketSeen':
      // Only a ticket in doubt is a person's to answer for; one that waits would come out after a reprint.
      return state.ticket.status === 'unconfirmed'
        ? ticket(state, event.jobId, { status: 'printed', trouble: null })
        : unchanged(state);
    case 'ticketPrinted':
      return ticket(state, event.jobId, { status: 'printed', trouble: null });
    case 'ticketFailed':
      return ticket(state, event.jobId, { status: 'failed', trouble: event.trouble });
    case 'ticketUnconfirmed':
      return ticket(state, event.jobId, { status: 'unconfirmed', trouble: event.trouble });
    default:
      return unchanged(state);
  }
}

function onceOver(state: StateOf<'cancelled'> | StateOf<'expired'> | StateOf<'rejected'>, event: CheckoutEvent): Step {
  const { attempt } = state;
  switch (event.kind) {
    case 'paymentHinted':
      return step(state, { kind: 'fetchOrder', merchantOrderId: event.merchantOrderId });
    case 'orderObserved': {
      const verdict = settle(attempt, event.observation);
      const { at } = event.observation;
      if (verdict.kind === 'contradiction') {
        return step({ kind: 'needsAttention', attempt, reason: verdict.reason, at });
      }
      if (verdict.kind === 'paid' || verdict.progress.received > 0) {
        const reason = state.kind === 'expired' ? 'paidLate' : 'paidAfterCancel';
        return step({ kind: 'needsAttention', attempt, reason, at });
      }
      return unchanged(state);
    }
    default:
      return unchanged(state);
  }
}

function whileInDoubt(state: StateOf<'needsAttention'>, event: CheckoutEvent): Step {
  switch (event.kind) {
    case 'paymentHinted':
      return step(state, { kind: 'fetchOrder', merchantOrderId: event.merchantOrderId });
    case 'orderObserved': {
      // The customer took the goods back or left when the sale was given up: only a person can sell it again.
      if (state.reason === 'paidLate' || state.reason === 'paidAfterCancel') return unchanged(state);
      const verdict = settle(state.attempt, event.observation);
      if (state.reason === 'stillInProcess') return reviewed(state, verdict, event.observation.at);
      return verdict.kind === 'paid' ? paid(state.attempt, verdict.settlement, event.observation) : unchanged(state);
    }
    default:
      return unchanged(state);
  }
}

/** What became of a payment that was in review when its sale was given up. */
function reviewed(state: StateOf<'needsAttention'>, verdict: Verdict, at: string): Step {
  const { attempt } = state;
  switch (verdict.kind) {
    case 'paid':
      return step({ kind: 'needsAttention', attempt, reason: 'paidAfterCancel', at });
    case 'contradiction':
      return step({ kind: 'needsAttention', attempt, reason: verdict.reason, at });
    case 'unpaid':
      if (verdict.progress.inProcess) return unchanged(state);
      return verdict.progress.received > 0
        ? step({ kind: 'needsAttention', attempt, reason: 'paidShort', at })
        : step({ kind: 'cancelled', attempt, at });
    default:
      return assertNever(verdict);
  }
}

/** The one road to `paid`: through `settle`. */
function observed(
  state: StateOf<'creatingOrder' | 'awaitingPayment' | 'verifying' | 'cancelling'>,
  observation: Observation,
  ifUnpaid: (progress: Progress) => Step,
): Step {
  const { attempt } = state;
  const verdict = settle(attempt, observation);
  switch (verdict.kind) {
    case 'paid':
      return paid(attempt, verdict.settlement, observation);
    case 'contradiction':
      return ended({ kind: 'needsAttention', attempt, reason: verdict.reason, at: observation.at });
    case 'unpaid':
      return ifUnpaid(verdict.progress);
    default:
      return assertNever(verdict);
  }
}

function paid(attempt: Attempt, settlement: StateOf<'paid'>['settlement'], observation: Observation): Step {
  const first: TicketFate = { jobId: `${attempt.checkoutId}-1`, copy: 0, status: 'queued', trouble: null };
  const { state, effects } = printing(
    { kind: 'paid', attempt, settlement, paidAt: observation.at, ticket: first },
    first,
  );
  return step(state, ...effects, { kind: 'lookAfterwards' });
}

function nextJob(previous: TicketFate, copy: number): TicketFate {
  const dash = previous.jobId.lastIndexOf('-');
  const serial = Number(previous.jobId.slice(dash + 1)) + 1;
  return { jobId: `${previous.jobId.slice(0, dash)}-${String(serial)}`, copy, status: 'queued', trouble: null };
}

function printing(state: StateOf<'paid'>, fate: TicketFate): Step {
  return step({ ...state, ticket: fate }, { kind: 'printTicket', jobId: fate.jobId, copy: fate.copy });
}

/** News of an older job says nothing about the ticket of now. */
function ticket(state: StateOf<'paid'>, jobId: string, news: Pick<TicketFate, 'status' | 'trouble'>): Step {
  const { ticket: now } = state;
  if (now.jobId !== jobId || (now.status === news.status && now.trouble === news.trouble)) return unchanged(state);
  return step({ ...state, ticket: { ...now, ...news } });
}

function withdraw(attempt: Attempt, progress: Progress, why: 'cashier' | 'expiry'): Step {
  return step({ kind: 'cancelling', attempt, progress, why, withdrawnAt: null }, { kind: 'cancelOrder' });
}

/** Over, as far as we know: something of it may still be on the caja, and money may still come. */
function ended(state: StateOf<'cancelled' | 'expired' | 'rejected' | 'needsAttention'>): Step {
  return step(state, { kind: 'lookAfterwards' });
}

function progressed(state: StateOf<'cancelling'>, seen: Progress): Step {
  return sameProgress(state.progress, seen) ? unchanged(state) : step({ ...state, progress: seen });
}

function sameProgress(one: Progress, other: Progress): boolean {
  return (
    one.rejections === other.rejections &&
    one.lastRejection === other.lastRejection &&
    one.inProcess === other.inProcess &&
    one.received === other.received
  );
}

function step(state: CheckoutState, ...effects: readonly CheckoutEffect[]): Step {
  return { state, effects };
}

function unchanged(state: CheckoutState): Step {
  return { state, effects: [] };
}
