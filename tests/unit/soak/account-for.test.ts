import { describe, expect, it } from 'vitest';
import type { PrintJob } from '../../../electron/printing/print-job';
import type { StateOf } from '../../../shared/checkout/state';
import { minor } from '../../../shared/money';
import type { RefundStateOf } from '../../../shared/refund/refund';
import type { MerchantOrderView, OrderView, PaymentView } from '../../../simulator/control/views';
import { anAttempt, AT } from '../../support/builders';
import { accountFor, sumsOf } from '../../support/soak/account-for';
import type { ChargeFacts, Paper, ShopFacts } from '../../support/soak/sale-facts';

const attempt = anAttempt();
const LATER = '2026-11-23T15:01:00.000Z';
const decision = { by: 'Ana', note: 'Volvió', at: AT };
const refundId = '5d0f6c1e-77c4-4a3e-9d0e-3f0f8f4f0c71';

const order: OrderView = {
  pos: 'SUC001CAJA01',
  externalReference: attempt.reference,
  title: 'Compra',
  description: 'Compra',
  amount: 1_500,
  currency: 'ARS',
  items: [],
  notificationUrl: null,
  sponsorId: null,
  taxes: [],
  createdAt: AT,
  expiresAt: LATER,
  state: 'paid',
};
const refundAtMercadoPago = { id: 77, amount: 500, status: 'approved' } as const;
const payment: PaymentView = {
  id: 9001,
  merchantOrderId: 5001,
  amount: 1_500,
  refundedAmount: 500,
  status: 'approved',
  approvedAt: AT,
  refunds: [refundAtMercadoPago],
};
const merchantOrder: MerchantOrderView = {
  id: 5001,
  status: 'closed',
  externalReference: attempt.reference,
  amount: 1_500,
  payments: [payment],
};
const booked = { id: '9001', orderId: '5001', amount: minor(150_000), givenBack: minor(50_000) };
const ledger = {
  payments: [booked],
  refunds: [{ refundId, paymentId: '9001', amount: minor(50_000) }],
  accepted: null,
};
const paid: StateOf<'paid'> = {
  kind: 'paid',
  attempt,
  settlement: { orderIds: ['5001'], paymentIds: ['9001'], received: minor(150_000) },
  paidAt: LATER,
  ticket: { jobId: 'job', copy: 0, status: 'printed', trouble: null, asked: null },
  ledger,
};
const refund: RefundStateOf<'approved'> = {
  kind: 'approved',
  refund: {
    id: refundId,
    checkoutId: attempt.checkoutId,
    saleNumber: attempt.sale.number,
    saleTotal: attempt.sale.total,
    soldAt: AT,
    paymentId: '9001',
    reference: attempt.reference,
    amount: minor(50_000),
    whole: false,
    currency: 'ARS',
    decision,
  },
  refundId: '77',
  at: LATER,
  booked: true,
  slip: { jobId: 'slip', copy: 0, status: 'printed', trouble: null, asked: null },
};
const job = (kind: 'sale' | 'refund', change: Partial<PrintJob> = {}): PrintJob => ({
  id: kind,
  checkoutId: attempt.checkoutId,
  kind,
  copy: 0,
  ticket: null,
  state: 'printed',
  trouble: null,
  ...change,
});
const paper = (kind: Paper['kind'], copy = 0): Paper => ({ kind, copy, problems: [] });

/** Sold, with its ticket, and a part given back, with its slip. */
const sold: ChargeFacts = {
  state: paid,
  inReview: false,
  refunds: [refund],
  jobs: [job('sale'), job('refund')],
  orders: [order],
  merchantOrders: [merchantOrder],
  papers: [paper('ticket'), paper('slip')],
};
const shop: ShopFacts = {
  charges: [sold],
  foreignOrders: [],
  foreignPapers: 0,
  leftOnCajas: [],
  integrity: 'ok',
};
const cancelled: ChargeFacts = {
  state: { kind: 'cancelled', attempt, at: AT },
  inReview: false,
  refunds: [],
  jobs: [],
  orders: [{ ...order, state: 'deleted' }],
  merchantOrders: [],
  papers: [],
};
const secondPayment: PaymentView = { ...payment, id: 9002, refundedAmount: 0, refunds: [] };
const paidTwice: ChargeFacts = {
  ...sold,
  merchantOrders: [merchantOrder, { ...merchantOrder, id: 5002, payments: [secondPayment] }],
  state: {
    ...paid,
    ledger: {
      ...ledger,
      payments: [booked, { id: '9002', orderId: '5002', amount: minor(150_000), givenBack: minor(0) }],
    },
  },
  inReview: true,
};

const seenBy = (change: Partial<PaymentView>): Partial<ChargeFacts> => ({
  merchantOrders: [{ ...merchantOrder, payments: [{ ...payment, ...change }] }],
});
const inLedger = (change: Partial<typeof ledger>): Partial<ChargeFacts> => ({
  state: { ...paid, ledger: { ...ledger, ...change } },
});

/** Each breaks one number of a sale in which all is right. */
const lies: Readonly<Record<string, Partial<ChargeFacts>>> = {
  'a centavo more at Mercado Pago': seenBy({ amount: 1_500.01 }),
  'a centavo more in the ledger': inLedger({ payments: [{ ...booked, amount: minor(150_001) }] }),
  'a payment that the till does not know': { merchantOrders: paidTwice.merchantOrders },
  'a payment that Mercado Pago does not know': { merchantOrders: [], orders: [order] },
  'money that went back behind the back of the till': seenBy({ refundedAmount: 600 }),
  'a refund that Mercado Pago never made': seenBy({ refunds: [], refundedAmount: 0 }),
  'a refund that the ledger does not have': inLedger({ refunds: [] }),
  'a refund of which nobody knows': { refunds: [{ kind: 'requested', refund: refund.refund }] },
  'a refund that was asked for twice': { refunds: [refund, { ...refund }] },
  'called paid before anything covered it': seenBy({ approvedAt: '2026-11-23T15:02:00.000Z' }),
  'called paid with less than the total': seenBy({ amount: 1_499.99 }),
  'not over': { state: { kind: 'creatingOrder', attempt } },
  'a second order': { orders: [order, order] },
  'an order for another amount': { orders: [{ ...order, amount: 1_501 }] },
  'an order that can still be paid': { orders: [{ ...order, state: 'assigned' }] },
  'no ticket': { papers: [paper('slip')], jobs: [job('sale', { state: 'unconfirmed' }), job('refund')] },
  'a ticket twice': { papers: [paper('ticket'), paper('ticket'), paper('slip')] },
  'a copy that nobody asked for': { papers: [paper('ticket'), paper('ticket', 1), paper('slip')] },
  'a job twice': { jobs: [job('sale'), job('sale'), job('refund')] },
  'a ticket that is called printed and is not there': {
    papers: [paper('ticket', 1), paper('slip')],
    jobs: [job('sale'), job('sale', { copy: 1 }), job('refund')],
  },
  'a paper that still waits': { jobs: [job('sale', { state: 'queued' }), job('refund')] },
  'a ticket that is in doubt': { state: { ...paid, ticket: { ...paid.ticket, status: 'unconfirmed' } } },
  'no slip': { papers: [paper('ticket')] },
  'a slip in doubt': { refunds: [{ ...refund, slip: { ...refund.slip, status: 'unconfirmed' } }] },
  'a spoilt paper': { papers: [{ ...paper('ticket'), problems: ['unknown command'] }, paper('slip')] },
};

describe('the audit of a soak', () => {
  it.each([
    ['a sale of which a part went back', sold],
    ['a sale that was given up', cancelled],
    ['a sale that was paid twice, when a person is asked', paidTwice],
  ])('finds nothing in %s', (_, charge) => {
    expect(accountFor({ ...shop, charges: [charge] })).toEqual([]);
  });

  it.each(Object.entries(lies))('finds it: %s', (_, lie) => {
    expect(accountFor({ ...shop, charges: [{ ...sold, ...lie }] })).not.toEqual([]);
  });

  it('finds money that has no home when no person is asked', () => {
    expect(accountFor({ ...shop, charges: [{ ...paidTwice, inReview: false }] })).toEqual([
      'sale 123 (paid): 100000 have no home and no person is asked',
    ]);
  });

  it('finds money of a charge that is over', () => {
    const paidLate = { ...cancelled, merchantOrders: [{ ...merchantOrder, payments: [secondPayment] }] };
    expect(accountFor({ ...shop, charges: [paidLate] })).toContain(
      'sale 123 (cancelled): 150000 have no home and no person is asked',
    );
  });

  it.each<[string, Partial<ShopFacts>]>([
    ['an order that no charge made', { foreignOrders: ['SUC001CAJA01X'] }],
    ['a paper of nobody', { foreignPapers: 1 }],
    ['an order on the caja', { leftOnCajas: [attempt.reference] }],
    ['a damaged file', { integrity: 'row 3 missing from index' }],
    ['a sale that was charged twice', { charges: [sold, sold] }],
  ])('finds it in the shop: %s', (_, lie) => {
    expect(accountFor({ ...shop, ...lie })).not.toEqual([]);
  });

  it('adds up both sides by themselves', () => {
    expect(sumsOf({ ...shop, charges: [paidTwice] })).toEqual({
      approved: 300_000,
      refunded: 50_000,
      booked: 250_000,
      inReview: 250_000,
      orders: 1,
      papers: 2,
    });
  });
});
