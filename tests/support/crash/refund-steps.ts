import { minor } from '../../../shared/money';
import type { Refund, RefundState } from '../../../shared/refund/refund';
import { beginRefund, transitionRefund, type RefundEvent } from '../../../shared/refund/refund-machine';
import { anAttempt, AT } from '../builders';
import { exploreSteps } from './explore-steps';

const { checkoutId, reference, sale, currency } = anAttempt();
const refund: Refund = {
  id: '5d0f6c1e-77c4-4a3e-9d0e-3f0f8f4f0c71',
  checkoutId,
  saleNumber: sale.number,
  saleTotal: sale.total,
  soldAt: AT,
  paymentId: '9001',
  reference,
  amount: minor(150_000),
  whole: true,
  currency,
  decision: { by: 'Ana', note: 'Volvió', at: AT },
};

/** At least one of each kind: a new kind does not compile before it has one. */
function eventsIn(state: RefundState): readonly RefundEvent[] {
  const jobId = state.kind === 'approved' ? state.slip.jobId : 'none';
  const trouble = 'paperOut';
  const events = {
    refundAnswered: (['approved', 'inProcess'] as const).map((status) => ({
      kind: 'refundAnswered',
      status,
      refundId: '1',
      at: AT,
    })),
    refundRefused: [{ kind: 'refundRefused', code: 'badRequest', at: AT }],
    refundBooked: [{ kind: 'refundBooked' }],
    slipRequested: [{ kind: 'slipRequested', by: 'Ana', at: AT }],
    ticketQueued: [
      { kind: 'ticketQueued', jobId, trouble: null },
      { kind: 'ticketQueued', jobId, trouble },
    ],
    ticketStarted: [{ kind: 'ticketStarted', jobId }],
    ticketPrinted: [{ kind: 'ticketPrinted', jobId }],
    ticketFailed: [{ kind: 'ticketFailed', jobId, trouble }],
    ticketUnconfirmed: [{ kind: 'ticketUnconfirmed', jobId, trouble }],
    ticketSeen: [{ kind: 'ticketSeen', jobId }],
  } satisfies { readonly [Kind in RefundEvent['kind']]: readonly Extract<RefundEvent, { kind: Kind }>[] };
  return Object.values(events).flat();
}

function look(state: RefundState): unknown {
  return state.kind === 'approved'
    ? { ...state, slip: { ...state.slip, jobId: null, copy: null, asked: null } }
    : state;
}

/** Every step of a refund that can be written to the disk. */
export function refundSteps(): ReadonlySet<string> {
  const steps = exploreSteps({ start: beginRefund(refund).state, eventsIn, transition: transitionRefund, look });
  return new Set([...steps].map((step) => `refund ${step}`));
}
