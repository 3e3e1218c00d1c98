import type { Attempt } from './attempt';
import type { CheckoutEffect } from './effect';
import { book, emptyLedger, type Ledger } from './ledger';
import type { Observation } from './observation';
import type { AttentionReason, CheckoutState, Settlement, StateOf, TicketFate } from './state';

export interface Step {
  readonly state: CheckoutState;
  readonly effects: readonly CheckoutEffect[];
}

export function step(state: CheckoutState, ...effects: readonly CheckoutEffect[]): Step {
  return { state, effects };
}

export function unchanged(state: CheckoutState): Step {
  return { state, effects: [] };
}

/** Over, as far as we know: something of it may still be on the caja, and money may still come. */
export function ended(state: StateOf<'cancelled' | 'expired' | 'rejected' | 'needsAttention'>): Step {
  return step(state, { kind: 'lookAfterwards' });
}

/** A question for a person, with the money that the look saw. */
export function inDoubt(
  attempt: Attempt,
  reason: AttentionReason,
  observation: Observation,
  ledger: Ledger = emptyLedger,
): StateOf<'needsAttention'> {
  return {
    kind: 'needsAttention',
    attempt,
    reason,
    at: observation.at,
    ledger: book(ledger, attempt, observation),
  };
}

/** The same for a sale that was given up: the customer took the goods back or left, so only a person can sell it again. */
export function inDoubtOnceOver(
  why: 'cashier' | 'expiry',
  ...facts: Parameters<typeof inDoubt>
): StateOf<'needsAttention'> {
  return { ...inDoubt(...facts), ifCovered: why === 'expiry' ? 'paidLate' : 'paidAfterCancel' };
}

/** Only with a settlement, which only `settle` makes. */
export function paid(
  attempt: Attempt,
  settlement: Settlement,
  observation: Observation,
  ledger: Ledger = emptyLedger,
): Step {
  const ticket: TicketFate = {
    jobId: `${attempt.checkoutId}-1`,
    copy: 0,
    status: 'queued',
    trouble: null,
    asked: null,
  };
  const { state, effects } = printing(
    {
      kind: 'paid',
      attempt,
      settlement,
      paidAt: observation.at,
      ticket,
      ledger: book(ledger, attempt, observation),
    },
    ticket,
  );
  return step(state, ...effects, { kind: 'lookAfterwards' });
}

export function printing(state: StateOf<'paid'>, ticket: TicketFate): Step {
  return step({ ...state, ticket }, { kind: 'printTicket', jobId: ticket.jobId, copy: ticket.copy });
}
