import type { MerchantOrder, Payment, PaymentMethod, Scan } from '../world/model';
import type { World } from '../world/world';

import { keepPaymentVersion, setMerchantOrderStatus } from '../world/versions';
import { ensureMerchantOrder } from './scan';

export const payOutcomes = ['approved', 'rejected', 'pending', 'in_process'] as const;

export type PayOutcome = (typeof payOutcomes)[number];

/** What becomes of a payment that had no answer yet. */
export const settledOutcomes = ['approved', 'rejected', 'cancelled'] as const;

export type SettledOutcome = (typeof settledOutcomes)[number];

export interface Attempt {
  readonly outcome: PayOutcome;
  /** Minor units. Default: what this merchant order still lacks. */
  readonly amount?: number | undefined;
  readonly method?: PaymentMethod | undefined;
}

export type PayResult =
  | { readonly ok: true; readonly payment: Payment }
  | { readonly ok: false; readonly reason: 'left' | 'alreadyPaid' | 'amountNotPositive' };

// Payments reference, `status_detail`.
const statusDetails: Readonly<Record<PayOutcome | SettledOutcome, string>> = {
  approved: 'accredited',
  rejected: 'cc_rejected_insufficient_amount',
  pending: 'pending_contingency',
  in_process: 'pending_review_manual',
  cancelled: 'expired',
};

/**
 * The customer confirms on the pay screen. An open pay screen can pay even after its order expired, was deleted or was
 * paid by another scan: Mercado Pago lets it (sdk-dotnet issue 88).
 */
export function pay(world: World, scan: Scan, attempt: Attempt): PayResult {
  if (scan.left) return { ok: false, reason: 'left' };
  if (scan.merchantOrder?.status === 'closed') return { ok: false, reason: 'alreadyPaid' };
  const owed = scan.order.total - (scan.merchantOrder === null ? 0 : approvedTotal(scan.merchantOrder));
  const amount = attempt.amount ?? owed;
  if (amount <= 0) return { ok: false, reason: 'amountNotPositive' };

  const merchantOrder = ensureMerchantOrder(world, scan);
  world.announce({ topic: 'merchant_order', merchantOrder, reason: 'noise' });
  const now = world.clock.now();
  const payment: Payment = {
    id: world.ids.payment(),
    merchantOrderId: merchantOrder.id,
    order: scan.order,
    method: attempt.method ?? (attempt.outcome === 'rejected' ? 'credit_card' : 'account_money'),
    createdAt: now,
    updatedAt: now,
    amount,
    status: attempt.outcome,
    statusDetail: statusDetails[attempt.outcome],
    approvedAt: attempt.outcome === 'approved' ? now : null,
    refundedAmount: 0,
    refunds: [],
    versions: [],
    shownInstead: {},
  };
  keepPaymentVersion(world, payment, 'payment');
  world.payments.set(payment.id, payment);
  merchantOrder.payments.push(payment);
  world.announce({ topic: 'payment', payment, action: 'payment.created' });
  refreshMerchantOrder(world, merchantOrder);
  scan.order.locked = false;
  return { ok: true, payment };
}

/** A payment that was pending or in process gets its answer. */
export function settlePayment(world: World, payment: Payment, outcome: SettledOutcome): void {
  payment.status = outcome;
  payment.statusDetail = statusDetails[outcome];
  if (outcome === 'approved') payment.approvedAt = world.clock.now();
  keepPaymentVersion(world, payment, 'payment');
  world.announce({ topic: 'payment', payment, action: 'payment.updated' });
  const merchantOrder = world.merchantOrders.get(payment.merchantOrderId);
  if (merchantOrder !== undefined) refreshMerchantOrder(world, merchantOrder);
}

/**
 * Brings the merchant order up to date with its payments and announces it. It closes when the approved payments cover
 * the total; a fully paid order leaves its caja, and no other order does.
 */
export function refreshMerchantOrder(world: World, merchantOrder: MerchantOrder): void {
  merchantOrder.updatedAt = world.clock.now();
  const closesNow = merchantOrder.status !== 'closed' && approvedTotal(merchantOrder) >= merchantOrder.order.total;
  if (closesNow) {
    setMerchantOrderStatus(world, merchantOrder, 'closed');
    if (merchantOrder.order.fate === 'assigned') merchantOrder.order.fate = 'paid';
  }
  world.announce({ topic: 'merchant_order', merchantOrder, reason: 'updated' });
  if (closesNow) world.announce({ topic: 'merchant_order', merchantOrder, reason: 'noise' });
}

function approvedTotal(merchantOrder: MerchantOrder): number {
  return merchantOrder.payments
    .filter((payment) => payment.status === 'approved')
    .reduce((sum, payment) => sum + payment.amount, 0);
}
