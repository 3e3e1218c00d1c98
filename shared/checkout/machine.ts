import { assertNever } from '../errors';
import type { Attempt } from './attempt';
import type { CheckoutEffect } from './effect';
import type { CheckoutEvent } from './event';
import type { Observation } from './observation';
import { oncePaid, onceReviewed, onceUnpaid, whileInDoubt } from './once-over';
import { settle } from './settle';
import { noProgress, type CheckoutState, type Progress, type StateOf } from './state';
import { ended, inDoubt, inDoubtOnceOver, paid, step, unchanged, type Step } from './step';

/** How long the till waits for a payment in review before it goes on with the next sale, in ms. */
const PENDING_PATIENCE_MS = 120_000;

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
      return onceUnpaid(state, event);
    case 'needsAttention':
      return whileInDoubt(state, event);
    case 'reviewed':
      return onceReviewed(state, event);
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
    case 'reviewed':
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
    case 'orderUnverifiable':
      return ended(inDoubt(state.attempt, 'notVerified', { at: event.at, orders: [] }));
    case 'orderWithdrawn':
      return observed(state, event.observation, (seen) =>
        endedOrWaiting(
          { ...state, withdrawnAt: state.withdrawnAt ?? servedAt(event.observation) },
          state,
          seen,
          event.observation,
        ),
      );
    case 'orderObserved':
      return observed(state, event.observation, (seen) =>
        state.withdrawnAt !== null ? endedOrWaiting(state, state, seen, event.observation) : progressed(state, seen),
      );
    default:
      return unchanged(state);
  }
}

/**
 * The order is off the QR. Only a payment that had begun can keep us from saying so, and not for ever: a review at
 * Mercado Pago may take days, and the next customer stands at the counter.
 */
function endedOrWaiting(
  state: StateOf<'cancelling'>,
  before: StateOf<'cancelling'>,
  seen: Progress,
  observation: Observation,
): Step {
  const { attempt } = state;
  const { at } = observation;
  if (seen.inProcess) {
    const waitedMs = Date.parse(servedAt(observation)) - Date.parse(state.withdrawnAt ?? servedAt(observation));
    if (waitedMs >= PENDING_PATIENCE_MS) return ended(inDoubt(attempt, 'stillInProcess', observation));
    return sameProgress(before.progress, seen) && before.withdrawnAt !== null
      ? unchanged(before)
      : step({ ...state, progress: seen }, { kind: 'watchOrder' });
  }
  if (seen.received > 0) return ended(inDoubtOnceOver(state.why, attempt, 'paidShort', observation));
  return ended({ kind: state.why === 'cashier' ? 'cancelled' : 'expired', attempt, at });
}

function servedAt(observation: Observation): string {
  return observation.servedAt ?? observation.at;
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
      return ended(inDoubt(attempt, verdict.reason, observation));
    case 'unpaid':
      return ifUnpaid(verdict.progress);
    default:
      return assertNever(verdict);
  }
}

function withdraw(attempt: Attempt, progress: Progress, why: 'cashier' | 'expiry'): Step {
  return step({ kind: 'cancelling', attempt, progress, why, withdrawnAt: null }, { kind: 'cancelOrder' });
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
