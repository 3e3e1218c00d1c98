import type { CheckoutEvent } from '../../../shared/checkout/event';
import { begin, transition } from '../../../shared/checkout/machine';
import type { MerchantOrderFacts, Observation } from '../../../shared/checkout/observation';
import type { CheckoutState } from '../../../shared/checkout/state';
import { minor } from '../../../shared/money';
import { anAttempt, anOrder, aPayment, AT } from '../builders';
import { exploreSteps } from './explore-steps';

const LATER = '2026-11-23T15:03:00.000Z';
const decision = { by: 'Ana', note: 'Volvió', at: AT };

const opened = (...payments: MerchantOrderFacts['payments']) => anOrder({ status: 'opened', payments });
const inProcess = aPayment({ status: 'in_process' });
const rejected = aPayment({ id: '9003', status: 'rejected' });
const part = aPayment({ amount: minor(1_000) });

/** One for each thing that a look can find. */
const sights: readonly (readonly MerchantOrderFacts[])[] = [
  [],
  [opened()],
  [opened(rejected)],
  [opened(inProcess)],
  [opened(rejected, inProcess)],
  [opened(part)],
  [anOrder()],
  [anOrder(), anOrder({ id: '5002', payments: [aPayment({ id: '9002' })] })],
  [anOrder({ payments: [part] })],
  [anOrder({ payments: [aPayment({ status: 'refunded', refunded: minor(150_000) })] })],
  [anOrder({ payments: [aPayment({ currency: 'USD' })] })],
  [anOrder({ collectorId: '1' })],
];

const observations: readonly Observation[] = sights.flatMap((orders) =>
  [AT, LATER].map((at) => ({ at, orders: [...orders] })),
);

/** At least one of each kind: a new kind does not compile before it has one. */
function eventsIn(state: CheckoutState): readonly CheckoutEvent[] {
  const jobId = state.kind === 'paid' ? state.ticket.jobId : 'none';
  const trouble = 'paperOut';
  const events = {
    orderCreated: [{ kind: 'orderCreated' }],
    orderRefused: [{ kind: 'orderRefused', code: 'orderInvalid' }],
    paymentHinted: [{ kind: 'paymentHinted', source: 'relay', merchantOrderId: null }],
    orderObserved: observations.map((observation) => ({ kind: 'orderObserved', observation })),
    expiryReached: [{ kind: 'expiryReached' }],
    cancelRequested: [{ kind: 'cancelRequested' }],
    orderWithdrawn: observations.map((observation) => ({ kind: 'orderWithdrawn', observation })),
    orderUnverifiable: [AT, LATER].map((at) => ({ kind: 'orderUnverifiable', at })),
    ticketQueued: [
      { kind: 'ticketQueued', jobId, trouble: null },
      { kind: 'ticketQueued', jobId, trouble },
    ],
    ticketStarted: [{ kind: 'ticketStarted', jobId }],
    ticketPrinted: [{ kind: 'ticketPrinted', jobId }],
    ticketFailed: [{ kind: 'ticketFailed', jobId, trouble }],
    ticketUnconfirmed: [{ kind: 'ticketUnconfirmed', jobId, trouble }],
    ticketSeen: [{ kind: 'ticketSeen', jobId }],
    reprintRequested: [{ kind: 'reprintRequested', by: 'Ana', at: AT }],
    refundApproved: [
      { kind: 'refundApproved', refund: { refundId: 'r1', paymentId: '9001', amount: minor(150_000) }, decision },
      { kind: 'refundApproved', refund: { refundId: 'r2', paymentId: '9001', amount: minor(500) }, decision },
    ],
    reviewDismissed: [{ kind: 'reviewDismissed', decision }],
    saleClaimed: observations.map((observation) => ({ kind: 'saleClaimed', decision, observation })),
  } satisfies { readonly [Kind in CheckoutEvent['kind']]: readonly Extract<CheckoutEvent, { kind: Kind }>[] };
  return Object.values(events).flat();
}

/** Numbers of papers and of payments go on for ever; whether there are any, and whose, is what matters. */
function look(state: CheckoutState): unknown {
  const ledger = 'ledger' in state ? state.ledger : null;
  return {
    ...state,
    attempt: null,
    at: null,
    paidAt: null,
    settlement: null,
    decision: null,
    ticket: state.kind === 'paid' ? { ...state.ticket, jobId: null, copy: null, asked: null } : null,
    ledger: ledger && { ...ledger, accepted: ledger.accepted !== null },
  };
}

/** Every step of a charge that can be written to the disk. */
export function checkoutSteps(): ReadonlySet<string> {
  return exploreSteps({ start: begin(anAttempt()).state, eventsIn, transition, look });
}
