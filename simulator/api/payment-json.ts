import type { PaymentFacts, Refund } from '../world/model';
import type { World } from '../world/world';

import { toJsonAmount } from '../world/amount';
import { toMercadoPagoDate } from '../world/mercado-pago-date';
import { sites } from '../world/sites';

/** A payment as the API shows it, with whatever a test wants shown in place of the truth. */
export function paymentJson(world: World, payment: PaymentFacts): Record<string, unknown> {
  return { ...paymentFacts(world, payment), ...payment.shownInstead };
}

/** A payment as it is, in the API's form (Payments reference). */
export function paymentFacts(world: World, payment: PaymentFacts) {
  const { order } = payment;
  const site = sites[order.siteId];
  const money = (minor: number) => toJsonAmount(minor, site.decimals);
  const pos = world.pos.get(order.posId);
  const approved = payment.approvedAt === null ? null : toMercadoPagoDate(payment.approvedAt);
  const commission =
    payment.approvedAt === null ? 0 : Math.round((payment.amount * world.behaviour.commissionBasisPoints) / 10_000);
  const card = payment.method === 'debit_card' || payment.method === 'credit_card';
  return {
    id: payment.id,
    date_created: toMercadoPagoDate(payment.createdAt),
    date_approved: approved,
    date_last_updated: toMercadoPagoDate(payment.updatedAt),
    money_release_date: approved,
    operation_type: 'regular_payment',
    payment_method_id: paymentMethodIds[payment.method],
    payment_type_id: payment.method === 'pix' ? 'bank_transfer' : payment.method,
    status: payment.status,
    status_detail: payment.statusDetail,
    currency_id: site.currency,
    description: order.title,
    live_mode: false,
    collector_id: order.userId,
    payer: { id: '1403498245', email: null, type: null },
    external_reference: order.externalReference,
    transaction_amount: money(payment.amount),
    transaction_amount_refunded: money(payment.refundedAmount),
    total_paid_amount: money(payment.amount),
    transaction_details: {
      total_paid_amount: money(payment.amount),
      // Until it is approved nothing is received.
      net_received_amount: money(payment.approvedAt === null ? 0 : payment.amount - commission),
    },
    fee_details:
      commission === 0 ? [] : [{ type: 'mercadopago_fee', amount: money(commission), fee_payer: 'collector' }],
    installments: 1,
    card: card ? { last_four_digits: '0604', first_six_digits: '503175' } : {},
    order: { id: String(payment.merchantOrderId), type: 'mercadopago' },
    notification_url: order.notificationUrl,
    sponsor_id: order.sponsorId,
    pos_id: String(order.posId),
    store_id: pos?.storeId === undefined || pos.storeId === null ? null : String(pos.storeId),
    refunds: payment.refunds.map((refund) => refundJson(payment, refund)),
    point_of_interaction: { type: 'INSTORE', business_info: { unit: 'wallet', sub_unit: 'qr' } },
  };
}

/** A refund as the API shows it (Payments reference, refunds). */
export function refundJson(payment: PaymentFacts, refund: Refund) {
  return {
    id: refund.id,
    payment_id: refund.paymentId,
    amount: toJsonAmount(refund.amount, sites[payment.order.siteId].decimals),
    metadata: {},
    source: { id: String(payment.order.userId), name: 'Merchant Account', type: 'collector' },
    date_created: toMercadoPagoDate(refund.createdAt),
    unique_sequence_number: null,
    refund_mode: 'standard',
    adjustment_amount: 0,
    status: refund.status,
    reason: null,
    label: [],
    partition_details: [],
  };
}

const paymentMethodIds = {
  account_money: 'account_money',
  debit_card: 'debmaster',
  credit_card: 'master',
  pix: 'pix',
} as const;
