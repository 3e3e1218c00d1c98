import type { Payment, PaymentVersion, Refund, RefundStatus } from '../world/model';
import type { World } from '../world/world';

import { keepPaymentVersion } from '../world/versions';
import { refreshMerchantOrder } from './pay';

/** What can still be given back, in minor units. Refunds in process already count as given. */
export function refundable(payment: Payment): number {
  const given = payment.refunds.filter(({ status }) => status === 'approved' || status === 'in_process');
  return payment.amount - given.reduce((sum, refund) => sum + refund.amount, 0);
}

/** Gives money back. The caller has checked that the payment is approved and the amount available. */
export function refundPayment(world: World, payment: Payment, amount: number, status: RefundStatus): Refund {
  const now = world.clock.now();
  const refund: Refund = { id: world.ids.refund(), paymentId: payment.id, amount, createdAt: now, status };
  payment.refunds.push(refund);
  if (world.availableBalance !== null && status !== 'rejected') world.availableBalance -= amount;
  if (status === 'approved') give(payment, amount);
  announceChange(world, payment, 'refund');
  return refund;
}

/** A refund that was in process gets its answer. */
export function settleRefund(world: World, payment: Payment, refund: Refund, status: 'approved' | 'rejected'): void {
  refund.status = status;
  if (status === 'approved') give(payment, refund.amount);
  else if (world.availableBalance !== null) world.availableBalance += refund.amount;
  announceChange(world, payment, 'refund');
}

function give(payment: Payment, amount: number): void {
  payment.refundedAmount += amount;
  if (payment.refundedAmount === payment.amount) {
    payment.status = 'refunded';
    payment.statusDetail = 'refunded';
  } else {
    payment.statusDetail = 'partially_refunded';
  }
}

/** The customer's bank takes the money back. */
export function chargeBack(world: World, payment: Payment): void {
  change(world, payment, 'charged_back', 'in_process');
}

/** The bank's decision: `reimbursed` gives the seller the money again, `settled` does not (payments, status_detail). */
export function endChargeBack(world: World, payment: Payment, outcome: 'settled' | 'reimbursed'): void {
  change(world, payment, 'charged_back', outcome);
}

/** The customer complains to Mercado Pago, which holds the money meanwhile. */
export function dispute(world: World, payment: Payment): void {
  change(world, payment, 'in_mediation', 'pending');
}

/** Mercado Pago decides for the seller, who keeps the money, or for the customer, who gets what was left of it. */
export function endDispute(world: World, payment: Payment, winner: 'seller' | 'customer'): void {
  if (winner === 'seller') {
    change(world, payment, 'approved', 'accredited');
    return;
  }
  refundPayment(world, payment, refundable(payment), 'approved');
}

function change(world: World, payment: Payment, status: Payment['status'], statusDetail: string): void {
  payment.status = status;
  payment.statusDetail = statusDetail;
  announceChange(world, payment, 'payment');
}

function announceChange(world: World, payment: Payment, cause: PaymentVersion['cause']): void {
  keepPaymentVersion(world, payment, cause);
  world.announce({ topic: 'payment', payment, action: 'payment.updated' });
  const merchantOrder = world.merchantOrders.get(payment.merchantOrderId);
  if (merchantOrder !== undefined) refreshMerchantOrder(world, merchantOrder);
}
