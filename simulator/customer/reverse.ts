import type { Payment, Refund, RefundStatus } from '../world/model';
import type { World } from '../world/world';

import { refreshMerchantOrder } from './pay';

/** What can still be given back, in minor units. Refunds in process already count as given. */
export function refundable(payment: Payment): number {
  const given = payment.refunds.filter((refund) => refund.status !== 'rejected');
  return payment.amount - given.reduce((sum, refund) => sum + refund.amount, 0);
}

/** Gives money back. The caller has checked that the payment is approved and the amount available. */
export function refundPayment(world: World, payment: Payment, amount: number, status: RefundStatus): Refund {
  const now = world.clock.now();
  const refund: Refund = { id: world.ids.refund(), paymentId: payment.id, amount, createdAt: now, status };
  payment.refunds.push(refund);
  payment.updatedAt = now;
  if (status === 'approved') {
    payment.refundedAmount += amount;
    if (payment.refundedAmount === payment.amount) {
      payment.status = 'refunded';
      payment.statusDetail = 'refunded';
    } else {
      payment.statusDetail = 'partially_refunded';
    }
  }
  announceChange(world, payment);
  return refund;
}

/** The customer's bank takes the money back. */
export function chargeBack(world: World, payment: Payment): void {
  payment.status = 'charged_back';
  payment.statusDetail = 'in_process';
  payment.updatedAt = world.clock.now();
  announceChange(world, payment);
}

function announceChange(world: World, payment: Payment): void {
  world.announce({ topic: 'payment', payment, action: 'payment.updated' });
  const merchantOrder = world.merchantOrders.get(payment.merchantOrderId);
  if (merchantOrder !== undefined) refreshMerchantOrder(world, merchantOrder);
}
