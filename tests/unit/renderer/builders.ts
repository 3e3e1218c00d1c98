import { appearanceSchema } from '../../../shared/appearance';
import type { Attempt } from '../../../shared/checkout/attempt';
import type { Ledger } from '../../../shared/checkout/ledger';
import {
  noProgress,
  type CheckoutState,
  type Progress,
  type StateOf,
  type TicketFate,
} from '../../../shared/checkout/state';
import { minor } from '../../../shared/money';
import { units } from '../../../shared/quantity';
import type { Product } from '../../../shared/sale';
import { sellingSettingsSchema } from '../../../shared/selling';
import type { Refund } from '../../../shared/refund/refund';
import type { CheckoutSnapshot, RefundSnapshot, Snapshot } from '../../../shared/snapshot';

export const saleId = '11111111-1111-4111-8111-111111111111';
const at = '2026-11-12T15:04:00.000Z';

export function aProduct(changes: Partial<Product> = {}): Product {
  return {
    id: 'agua',
    code: '7790001000011',
    name: 'Agua mineral',
    price: minor(180_000),
    unit: 'unit',
    category: null,
    favourite: false,
    ...changes,
  };
}

export function anAttempt(changes: Partial<Attempt> = {}): Attempt {
  const total = minor(1_500_000);
  return {
    checkoutId: '22222222-2222-4222-8222-222222222222',
    sale: {
      id: saleId,
      number: 7,
      lines: [{ productId: 'agua', name: 'Agua', unitPrice: total, unit: 'unit', quantity: units(1), total }],
      total,
    },
    reference: 'CAJA1ABCDEFGH',
    currency: 'ARS',
    collectorId: '1',
    register: { externalStoreId: 'SUC1', externalPosId: 'CAJA1', name: 'Caja 1' },
    expiresAt: at,
    createdAt: at,
    ...changes,
  };
}

export function awaiting(progress: Partial<Progress> = {}): StateOf<'awaitingPayment'> {
  return { kind: 'awaitingPayment', attempt: anAttempt(), progress: { ...noProgress, ...progress } };
}

export function paid(ticket: Partial<TicketFate> = {}): StateOf<'paid'> {
  return {
    kind: 'paid',
    attempt: anAttempt(),
    settlement: { orderIds: ['1'], paymentIds: ['2'], received: minor(1_500_000) },
    paidAt: at,
    ticket: { jobId: 'job-1', copy: 0, status: 'queued', trouble: null, asked: null, ...ticket },
    ledger: ledgerOf({ amount: 1_500_000 }),
  };
}

export interface CameMoney {
  readonly amount: number;
  readonly givenBack?: number;
  readonly orderId?: string;
}

/** One payment each, on an order each, with what went back of it. */
export function ledgerOf(...payments: readonly CameMoney[]): Ledger {
  return {
    payments: payments.map(({ amount, givenBack = 0, orderId }, index) => ({
      id: String(index + 2),
      orderId: orderId ?? String(index + 1),
      amount: minor(amount),
      givenBack: minor(givenBack),
    })),
    refunds: [],
    accepted: null,
  };
}

export function inDoubt(
  reason: StateOf<'needsAttention'>['reason'],
  ledger: Ledger = ledgerOf({ amount: 1_500_000 }),
): StateOf<'needsAttention'> {
  return { kind: 'needsAttention', attempt: anAttempt(), reason, at, ledger };
}

export function aRefund(changes: Partial<Refund> = {}): Refund {
  return {
    id: '44444444-4444-4444-8444-444444444444',
    checkoutId: '22222222-2222-4222-8222-222222222222',
    saleNumber: 7,
    saleTotal: minor(1_500_000),
    soldAt: at,
    paymentId: '2',
    reference: 'CAJA1ABCDEFGH',
    amount: minor(500_000),
    whole: false,
    currency: 'ARS',
    decision: { by: 'Marina', note: 'Pagó de más', at },
    ...changes,
  };
}

export function approved(slip: Partial<TicketFate> = {}): RefundSnapshot {
  const fate: TicketFate = { jobId: 'refund-1-1', copy: 0, status: 'printed', trouble: null, asked: null };
  return {
    state: {
      kind: 'approved',
      refund: aRefund(),
      refundId: '9',
      at,
      booked: true,
      slip: { ...fate, ...slip },
    },
    trouble: null,
  };
}

export function aCheckout(state: CheckoutState, beside: Partial<CheckoutSnapshot> = {}): CheckoutSnapshot {
  return { state, trouble: null, polling: false, ...beside };
}

export function aSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    locale: 'es-AR',
    currency: 'ARS',
    appearance: appearanceSchema.parse({}),
    practice: false,
    setup: {
      account: null,
      register: null,
      relay: null,
      printer: null,
      business: null,
      charge: { expiresInMinutes: 10, showQrOnScreen: false, sponsorId: null, ivaPercent: null },
      customerScreen: 'auto',
      selling: sellingSettingsSchema.parse({}),
      secretsSealed: true,
      provisionProblem: null,
      language: null,
      guideStep: null,
    },
    relay: { state: 'connected', since: at, clockSkewMs: 0, peers: 1 },
    gateway: { state: 'unknown' },
    printer: { state: 'notConfigured' },
    printerSearch: { state: 'idle' },
    checkout: null,
    attention: [],
    strays: [],
    refunds: [],
    interrupted: [],
    cash: { sale: null, rounding: { step: 1, toward: 'customer' }, roundingIsOurs: false },
    shift: { required: false, open: null },
    heldSales: 0,
    lease: { state: 'notNeeded' },
    disk: { state: 'ok' },
    unreadable: 0,
    operator: null,
    people: {
      operators: [],
      current: null,
      settings: { lockAfterMinutes: 5, cashierMay: ['voidSale'] },
      setupOpen: false,
      pinWaitsUntil: null,
    },
    ...changes,
  };
}
