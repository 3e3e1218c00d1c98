import type { TicketFate } from '../../shared/checkout/state';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import { minor } from '../../shared/money';
import type { Refund } from '../../shared/refund/refund';
import type { Interrupted, RefundSnapshot, SaleRecord } from '../../shared/snapshot';
import {
  awaiting,
  checkout,
  checkoutOf,
  doubt,
  idOf,
  ledgerOf,
  long,
  minutesAgo,
  paidState,
  scene,
  startedAt,
  typed,
  typedTotal,
  type Scene,
} from './builders';

const longName = 'Bartolomea Villavicencio de la Cruz y Paz';
const longNote =
  'El cliente volvió con la compra porque el envase estaba abierto y la encargada aceptó el cambio por dinero';

function refundOf(number: number, amount: number, changes: Partial<Refund> = {}): Refund {
  return {
    id: idOf(90_000 + number),
    checkoutId: idOf(number),
    saleNumber: number,
    saleTotal: typedTotal,
    soldAt: startedAt,
    paymentId: '84512309876',
    reference: `CAJA1K4Z7Q2M9X1B7T${number}`,
    amount: minor(amount),
    whole: false,
    currency: 'ARS',
    decision: { by: 'Marina', note: 'El cliente devolvió la compra', at: startedAt },
    ...changes,
  };
}

export function approved(refund: Refund, slip: Partial<TicketFate> = {}): RefundSnapshot {
  const fate: TicketFate = { jobId: `refund-${refund.id}-1`, copy: 0, status: 'printed', trouble: null, asked: null };
  return {
    state: { kind: 'approved', refund, refundId: '2301', at: startedAt, booked: true, slip: { ...fate, ...slip } },
    trouble: null,
  };
}

const requested = (refund: Refund): RefundSnapshot => ({ state: { kind: 'requested', refund }, trouble: null });
const refunds: readonly RefundSnapshot[] = [
  requested(refundOf(1281, 180_000)),
  { ...requested(refundOf(1280, 589_050)), trouble: { code: 'offline', since: startedAt } },
  {
    state: { kind: 'inProcess', refund: refundOf(1279, 90_000), refundId: '2300', since: startedAt },
    trouble: null,
  },
  approved(refundOf(1278, 220_000)),
  approved(refundOf(1277, 410_000), { status: 'unconfirmed', trouble: 'unplugged' }),
  approved(refundOf(1276, 410_000), { status: 'queued', trouble: 'paperOut' }),
  {
    state: { kind: 'refused', refund: refundOf(1275, 2_410_000), code: 'refundNoFunds', at: startedAt },
    trouble: null,
  },
];
const manyRefunds = Array.from({ length: 50 }, (_, index) =>
  approved(
    refundOf(1200 - index, 150_000 + index * 1_111, {
      decision: { by: longName, note: longNote, at: startedAt },
    }),
    index % 3 === 0 ? { status: 'unconfirmed', trouble: 'stalled' } : {},
  ),
);

const twice = ledgerOf({ amount: typedTotal }, { amount: typedTotal });
const stray: StrayPayment = {
  paymentId: '84512300001',
  reference: 'CAJA1B2N8W4R6T1Y9U7',
  amount: minor(745_000),
  givenBack: minor(0),
  approvedAt: minutesAgo(60 * 26),
  foundAt: minutesAgo(300),
  decision: null,
};
const attention = [
  checkoutOf(1283, paidState(twice, {}, minutesAgo(2))),
  doubt(1282, 'paidAfterCancel', undefined, minutesAgo(9)),
  doubt(1270, 'paidShort', ledgerOf({ amount: 500_000 }), minutesAgo(45)),
  doubt(1266, 'stillInProcess', ledgerOf(), minutesAgo(80)),
  checkoutOf(1240, paidState(ledgerOf({ amount: typedTotal, givenBack: 300_000 }), {}, minutesAgo(60 * 30))),
  doubt(1202, 'refunded', ledgerOf({ amount: typedTotal, givenBack: typedTotal }), minutesAgo(60 * 50)),
];
const manyCases = Array.from({ length: 50 }, (_, index) =>
  doubt(1180 - index, index % 2 === 0 ? 'paidLate' : 'paidAfterCancel', undefined, minutesAgo(index * 37)),
);

const fate: TicketFate = { jobId: 'job-9', copy: 0, status: 'printed', trouble: null, asked: null };
const interruptedAs = (number: number, changes: Partial<Interrupted>): Interrupted => ({
  checkoutId: idOf(number),
  saleNumber: number,
  total: typedTotal,
  cash: null,
  outcome: 'unpaid',
  ticket: null,
  ...changes,
});
const interrupted: readonly Interrupted[] = [
  interruptedAs(1283, { outcome: 'paid', ticket: fate }),
  interruptedAs(1282, {
    outcome: 'paid',
    ticket: { ...fate, status: 'unconfirmed', trouble: 'programStopped' },
  }),
  interruptedAs(1281, {}),
  interruptedAs(1280, { outcome: 'needsAttention' }),
];

const given = refundOf(1282, 180_000, { decision: { by: longName, note: longNote, at: startedAt } });
const sales: readonly SaleRecord[] = [
  { kind: 'charge', cashRefunds: [], state: checkoutOf(1284, paidState(), typed, minutesAgo(3)).state, refunds: [] },
  {
    kind: 'charge',
    cashRefunds: [],
    state: checkoutOf(1283, paidState(twice, { copy: 1, asked: { by: 'Marina', at: startedAt } })).state,
    refunds: [],
  },
  {
    kind: 'charge',
    cashRefunds: [],
    state: checkoutOf(
      1282,
      paidState({
        ...ledgerOf({ amount: typedTotal }),
        refunds: [{ refundId: given.id, paymentId: given.paymentId, amount: given.amount }],
      }),
    ).state,
    refunds: [approved(given)],
  },
  { kind: 'charge', cashRefunds: [], state: doubt(1281, 'paidAfterCancel').state, refunds: [] },
  {
    kind: 'charge',
    cashRefunds: [],
    state: checkoutOf(1280, { kind: 'expired', at: startedAt }, long).state,
    refunds: [],
  },
  {
    kind: 'charge',
    cashRefunds: [],
    state: checkoutOf(1279, { kind: 'rejected', code: 'registerNotFound' }).state,
    refunds: [],
  },
  ...Array.from({ length: 34 }, (_, index) => ({
    kind: 'charge' as const,
    cashRefunds: [],
    state: checkoutOf(1278 - index, paidState(), typed, minutesAgo(60 * (index + 1))).state,
    refunds: [],
  })),
];

/** Money without a home, money that goes back, and what keeps a till from charging. */
export const moneyScenes: Readonly<Record<string, () => Scene>> = {
  review: () => scene({ attention, strays: [stray], refunds: [] }, typed, { sales }),
  reviewOne: () => scene({ attention: attention.slice(1, 2) }, typed, { sales }),
  reviewMany: () => scene({ attention: manyCases, strays: [stray], operator: longName }, typed, { sales }),
  reviewWhileCharging: () => scene({ attention, checkout: awaiting() }),
  paidTwice: () => scene({ checkout: checkout(paidState(twice)), attention: [checkout(paidState(twice))] }),
  paidReversed: () => scene({ checkout: checkout(paidState(ledgerOf({ amount: typedTotal, givenBack: 300_000 }))) }),
  paidReprint: () =>
    scene({ checkout: checkout(paidState(undefined, { copy: 2, asked: { by: longName, at: startedAt } })) }),
  doubt: () => scene({ checkout: doubt(1284, 'paidShort', ledgerOf({ amount: 500_000 })), attention }),
  reviewed: () =>
    scene({
      checkout: checkout({
        kind: 'reviewed',
        reason: 'paidAfterCancel',
        how: 'refunded',
        decision: { by: 'Marina', note: 'El cliente no se llevó la compra', at: startedAt },
        ledger: ledgerOf({ amount: typedTotal, givenBack: typedTotal }),
      }),
    }),
  refunds: () => scene({ refunds: [...refunds] }, typed, { sales }),
  refundsMany: () => scene({ refunds: manyRefunds, attention: manyCases }, typed),
  refundOne: () => scene({ refunds: refunds.slice(0, 1) }, typed),
  refundDone: () => scene({ refunds: refunds.slice(3, 4) }, typed),
  refundRefused: () => scene({ refunds: refunds.slice(6) }, typed),
  sales: () => scene({}, typed, { sales }),
  interrupted: () => scene({ interrupted: [...interrupted], attention: attention.slice(0, 1) }),
  interruptedOpen: () =>
    scene({ interrupted: [interruptedAs(1284, { outcome: 'open' })], checkout: awaiting(), attention }),
  elsewhere: () => scene({ lease: { state: 'elsewhere', holder: 'PC del fondo', since: minutesAgo(27) } }, typed),
  elsewhereCharging: () =>
    scene({ lease: { state: 'elsewhere', holder: 'PC del fondo', since: minutesAgo(1) }, checkout: awaiting() }),
  diskLow: () => scene({ disk: { state: 'low', freeBytes: 850_000_000 } }, typed),
  diskFull: () => scene({ disk: { state: 'full', freeBytes: 12_400_000 } }, typed),
  unreadable: () => scene({ unreadable: 3 }, typed),
};
