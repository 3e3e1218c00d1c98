import type { Ledger } from '../../../shared/checkout/ledger';
import type { MerchantOrderView, PaymentView } from '../../../simulator/control/views';
import type { ChargeFacts, Paper, ShopFacts } from './sale-facts';

/** Minor units. */
export interface Sums {
  /** What customers paid, at Mercado Pago. */
  readonly approved: number;
  /** What went back, by whoever's hand. */
  readonly refunded: number;
  /** Ours by the till's own disk. */
  readonly booked: number;
  /** Of that, what a person still has to decide about. */
  readonly inReview: number;
  readonly orders: number;
  readonly papers: number;
}

/**
 * Everything in which the till's disk, Mercado Pago and the paper do not agree, in words; none when every cent, order
 * and paper is accounted for. Counts by itself, with nothing of the till's own arithmetic.
 */
export function accountFor(shop: ShopFacts): readonly string[] {
  return [
    ...(shop.integrity === 'ok' ? [] : [`SQLite says of the file: ${shop.integrity}`]),
    ...shop.foreignOrders.map((reference) => `Mercado Pago has an order that no charge made: ${reference}`),
    ...(shop.foreignPapers === 0 ? [] : [`${shop.foreignPapers} papers of nobody's sale`]),
    ...shop.leftOnCajas.map((reference) => `left on the caja for the next customer: ${reference}`),
    ...twice(
      'a sale was charged in two attempts',
      shop.charges.map(({ state }) => state.attempt.sale.id),
    ),
    ...twice(
      'two sales have the number',
      shop.charges.map(({ state }) => String(state.attempt.sale.number)),
    ),
    ...shop.charges.flatMap((charge) => accountForCharge(charge)),
  ];
}

/** The same for one sale. */
export function accountForCharge(charge: ChargeFacts): readonly string[] {
  const name = `sale ${charge.state.attempt.sale.number}`;
  return [...ending(charge), ...orders(charge), ...money(charge), ...refunds(charge), ...papers(charge)].map(
    (problem) => `${name} (${charge.state.kind}): ${problem}`,
  );
}

export function sumsOf({ charges }: ShopFacts): Sums {
  const payments = charges.flatMap(({ merchantOrders }) => moneyIn(merchantOrders));
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return {
    approved: total(payments.map(({ amount }) => cents(amount))),
    refunded: total(payments.map(goneBack)),
    booked: total(charges.map(({ state }) => balance(ledgerOf(state)))),
    inReview: total(charges.filter(({ inReview }) => inReview).map(({ state }) => balance(ledgerOf(state)))),
    orders: total(charges.map(({ orders: made }) => made.length)),
    papers: total(charges.map(({ papers: printed }) => printed.length)),
  };
}

const finalKinds = new Set(['paid', 'cancelled', 'expired', 'rejected', 'needsAttention', 'reviewed']);

function ending({ state, merchantOrders }: ChargeFacts): string[] {
  if (!finalKinds.has(state.kind)) return ['it has not ended'];
  if (state.kind !== 'paid') return [];
  const { total } = state.attempt.sale;
  const covered = merchantOrders.some(({ payments }) => {
    const inTime = payments.filter(({ approvedAt }) => approvedAt !== null && approvedAt <= state.paidAt);
    return inTime.reduce((sum, { amount }) => sum + cents(amount), 0) >= total;
  });
  return covered ? [] : [`it was called paid at ${state.paidAt}, when Mercado Pago had no order that covered it`];
}

function orders(charge: ChargeFacts): string[] {
  const { orders: made, merchantOrders, state } = charge;
  return [
    ...(made.length > 1 ? [`it made ${made.length} orders`] : []),
    ...(made.length === 0 && merchantOrders.length > 0 ? ['it was scanned without an order'] : []),
    ...made
      .filter(({ amount }) => cents(amount) !== state.attempt.sale.total)
      .map(({ amount }) => `its order asked for ${amount}`),
    ...made.filter(({ state: fate }) => fate === 'assigned').map(() => 'its order can still be paid'),
  ];
}

function money({ state, merchantOrders, inReview }: ChargeFacts): string[] {
  const ledger = ledgerOf(state);
  const came = moneyIn(merchantOrders);
  const net = came.reduce((sum, payment) => sum + cents(payment.amount) - goneBack(payment), 0);
  const byUs = ledger?.refunds.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
  const paid = came.reduce((sum, payment) => sum + cents(payment.amount), 0);
  const { total } = state.attempt.sale;
  // Surplus goes back first: only what goes back beyond it makes the sale smaller.
  const home = state.kind === 'paid' ? total - Math.max(0, byUs - Math.max(0, paid - total)) : 0;
  const accepted = ledger?.accepted ?? null;
  const decided = accepted !== null && net <= accepted.balance;
  return [
    ...differences(
      'payment',
      came.map((payment) => `${payment.id} of ${cents(payment.amount)}, ${goneBack(payment)} back`),
      ledger?.payments.map(({ id, amount, givenBack }) => `${id} of ${amount}, ${back(ledger, id, givenBack)} back`) ??
        [],
    ),
    ...(net === balance(ledger) ? [] : [`Mercado Pago has ${net} of it, and the till says ${balance(ledger)}`]),
    ...(net === home || inReview || decided ? [] : [`${net - home} have no home and no person is asked`]),
  ];
}

function refunds({ refunds: asked, merchantOrders, state }: ChargeFacts): string[] {
  const made = merchantOrders.flatMap(({ payments }) => payments.flatMap((payment) => payment.refunds));
  const ids = new Set(made.filter(({ status }) => status === 'approved').map(({ id }) => String(id)));
  const approved = asked.flatMap((refund) => (refund.kind === 'approved' ? [refund] : []));
  const booked = new Set(ledgerOf(state)?.refunds.map(({ refundId }) => refundId));
  return [
    ...asked
      .filter(({ kind }) => kind === 'requested' || kind === 'inProcess')
      .map(() => 'nobody knows whether its refund was made'),
    ...approved
      .filter(({ refundId }) => !ids.has(refundId))
      .map(({ refundId }) => `Mercado Pago has no refund ${refundId}`),
    ...twice(
      'two refunds of the till are one at Mercado Pago:',
      approved.map(({ refundId }) => refundId),
    ),
    ...approved.filter(({ refund }) => !booked.has(refund.id)).map(() => 'its refund is not in its ledger'),
  ];
}

const endedJobs = new Set(['printed', 'failed', 'unconfirmed']);

function papers({ papers: printed, jobs, state, refunds: asked }: ChargeFacts): string[] {
  const of = (kind: Paper['kind']) => printed.filter((paper) => paper.kind === kind);
  const jobsOf = (kind: 'sale' | 'refund') => jobs.filter((job) => job.kind === kind);
  const slipIsDue = asked.some(({ kind }) => kind === 'approved');
  return [
    ...printed.flatMap(({ problems }) => problems.map((problem) => `a paper of it is spoilt: ${problem}`)),
    ...jobs.filter((job) => !endedJobs.has(job.state)).map((job) => `a paper of it is still ${job.state}`),
    ...matched('ticket', of('ticket'), jobsOf('sale'), state.kind === 'paid'),
    ...matched('slip', of('slip'), jobsOf('refund'), slipIsDue),
    ...(state.kind === 'paid' && state.ticket.status !== 'printed' ? [`its ticket is ${state.ticket.status}`] : []),
    ...asked
      .filter((refund) => refund.kind === 'approved' && refund.slip.status !== 'printed')
      .map(() => 'its slip is not printed'),
  ];
}

/** Each paper has a job, each printed job its paper, and no two say the same. */
function matched(
  kind: Paper['kind'],
  printed: readonly Paper[],
  jobs: readonly { readonly copy: number; readonly state: string }[],
  due: boolean,
): string[] {
  const copies = printed.map(({ copy }) => String(copy));
  const allowed = jobs.map(({ copy }) => String(copy));
  const certain = jobs.filter(({ state }) => state === 'printed').map(({ copy }) => String(copy));
  return [
    ...twice(`two papers are the ${kind}, copy`, copies),
    ...twice(`two jobs are for the ${kind}, copy`, allowed),
    ...copies.filter((copy) => !allowed.includes(copy)).map((copy) => `nobody asked for its ${kind}, copy ${copy}`),
    ...certain.filter((copy) => !copies.includes(copy)).map((copy) => `its ${kind}, copy ${copy}, is not on paper`),
    ...(due && copies.length === 0 ? [`it has no ${kind}`] : []),
    ...(!due && jobs.length > 0 ? [`it has a ${kind}`] : []),
  ];
}

/** Statuses of money that came, wherever it is now. */
const everApproved = new Set(['approved', 'in_mediation', 'refunded', 'charged_back']);

function moneyIn(merchantOrders: readonly MerchantOrderView[]): readonly PaymentView[] {
  return merchantOrders.flatMap(({ payments }) => payments).filter(({ status }) => everApproved.has(status));
}

function goneBack({ status, amount, refundedAmount }: PaymentView): number {
  return cents(status === 'charged_back' ? amount : refundedAmount);
}

function ledgerOf(state: ChargeFacts['state']): Ledger | null {
  return 'ledger' in state ? state.ledger : null;
}

/** Our own refunds count although the till has not looked at the payment since. */
function back(ledger: Ledger, id: string, givenBack: number): number {
  const byUs = ledger.refunds.filter(({ paymentId }) => paymentId === id).reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(givenBack, byUs);
}

function balance(ledger: Ledger | null): number {
  return (ledger?.payments ?? []).reduce(
    (sum, { id, amount, givenBack }) => sum + amount - (ledger ? back(ledger, id, givenBack) : 0),
    0,
  );
}

/** From currency units, as the API has them. */
function cents(amount: number): number {
  return Math.round(amount * 100);
}

function twice(what: string, values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))].map((value) => `${what} ${value}`);
}

function differences(what: string, there: readonly string[], here: readonly string[]): string[] {
  return [
    ...there.filter((each) => !here.includes(each)).map((each) => `the till does not know the ${what} ${each}`),
    ...here.filter((each) => !there.includes(each)).map((each) => `Mercado Pago does not know the ${what} ${each}`),
  ];
}
