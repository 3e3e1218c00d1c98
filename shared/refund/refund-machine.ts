import type { ErrorCode } from '../errors';
import { assertNever } from '../errors';
import type { TicketFate } from '../checkout/state';
import { followTicket, nextCopy, type TicketNews } from '../checkout/ticket-fate';
import type { Refund, RefundState, RefundStateOf } from './refund';

/** Facts, in the past tense. `at` is ISO 8601 UTC by this computer's clock. */
export type RefundEvent =
  /** Mercado Pago's answer about this very refund, `refundId` being its own number for it. */
  | {
      readonly kind: 'refundAnswered';
      readonly status: 'approved' | 'inProcess';
      readonly refundId: string;
      readonly at: string;
    }
  /** Mercado Pago will not give this money back. */
  | { readonly kind: 'refundRefused'; readonly code: ErrorCode; readonly at: string }
  /** The charge has this refund in its ledger. */
  | { readonly kind: 'refundBooked' }
  | { readonly kind: 'slipRequested'; readonly by: string; readonly at: string }
  | TicketNews;

/** Requests to the world, run only after the state that asked for them is on disk. */
export type RefundEffect =
  /** Ask Mercado Pago for it, whatever it takes, until the answer is known. */
  | { readonly kind: 'sendRefund' }
  /** Ask now and then what became of it. */
  | { readonly kind: 'watchRefund' }
  /** Tell the charge. */
  | { readonly kind: 'bookRefund' }
  /** Print what the job, stored together with the state, says. */
  | { readonly kind: 'printSlip'; readonly jobId: string; readonly copy: number };

export interface RefundStep {
  readonly state: RefundState;
  readonly effects: readonly RefundEffect[];
}

export function beginRefund(refund: Refund): RefundStep {
  return step({ kind: 'requested', refund }, { kind: 'sendRefund' });
}

/** Pure. A fact that means nothing in a state returns the very same state object and no effects. */
export function transitionRefund(state: RefundState, event: RefundEvent): RefundStep {
  switch (state.kind) {
    case 'requested':
    case 'inProcess':
      return whileOpen(state, event);
    case 'approved':
      return onceApproved(state, event);
    case 'refused':
      return unchanged(state);
    default:
      return assertNever(state);
  }
}

/** What to take up again after a restart. */
export function resumeRefund(state: RefundState): readonly RefundEffect[] {
  switch (state.kind) {
    case 'requested':
      return [{ kind: 'sendRefund' }];
    case 'inProcess':
      return [{ kind: 'watchRefund' }];
    case 'approved':
      return state.booked ? [] : [{ kind: 'bookRefund' }];
    case 'refused':
      return [];
    default:
      return assertNever(state);
  }
}

function whileOpen(state: RefundStateOf<'requested'> | RefundStateOf<'inProcess'>, event: RefundEvent): RefundStep {
  const { refund } = state;
  switch (event.kind) {
    case 'refundAnswered': {
      const { refundId, at } = event;
      if (event.status === 'approved') return approved(refund, refundId, at);
      return state.kind === 'inProcess'
        ? unchanged(state)
        : step({ kind: 'inProcess', refund, refundId, since: at }, { kind: 'watchRefund' });
    }
    case 'refundRefused':
      return step({ kind: 'refused', refund, code: event.code, at: event.at });
    default:
      return unchanged(state);
  }
}

function onceApproved(state: RefundStateOf<'approved'>, event: RefundEvent): RefundStep {
  switch (event.kind) {
    case 'refundAnswered':
    case 'refundRefused':
      return unchanged(state);
    case 'refundBooked':
      return state.booked ? unchanged(state) : step({ ...state, booked: true });
    case 'slipRequested': {
      const next = nextCopy(state.slip, { by: event.by, at: event.at });
      return next ? printing(state, next) : unchanged(state);
    }
    default: {
      const slip = followTicket(state.slip, event);
      return slip === state.slip ? unchanged(state) : step({ ...state, slip });
    }
  }
}

function approved(refund: Refund, refundId: string, at: string): RefundStep {
  const slip: TicketFate = { jobId: `refund-${refund.id}-1`, copy: 0, status: 'queued', trouble: null, asked: null };
  const { state, effects } = printing({ kind: 'approved', refund, refundId, at, booked: false, slip }, slip);
  return step(state, { kind: 'bookRefund' }, ...effects);
}

function printing(state: RefundStateOf<'approved'>, slip: TicketFate): RefundStep {
  return step({ ...state, slip }, { kind: 'printSlip', jobId: slip.jobId, copy: slip.copy });
}

function step(state: RefundState, ...effects: readonly RefundEffect[]): RefundStep {
  return { state, effects };
}

function unchanged(state: RefundState): RefundStep {
  return { state, effects: [] };
}
