import type { Attempt } from '../../../shared/checkout/attempt';
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
import type { CheckoutSnapshot, Snapshot } from '../../../shared/snapshot';

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
    settlement: { orderIds: ['1'], paymentIds: ['2'], received: minor(1_500_000), surplus: minor(0) },
    paidAt: at,
    ticket: { jobId: 'job-1', copy: 0, status: 'queued', trouble: null, ...ticket },
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
    practice: false,
    setup: {
      account: null,
      register: null,
      relay: null,
      printer: null,
      business: null,
      charge: { expiresInMinutes: 10, showQrOnScreen: false, sponsorId: null, ivaPercent: null },
      secretsSealed: true,
      provisionProblem: null,
    },
    relay: { state: 'connected', since: at, clockSkewMs: 0, peers: 1 },
    gateway: { state: 'unknown' },
    printer: { state: 'notConfigured' },
    checkout: null,
    attention: [],
    ...changes,
  };
}
