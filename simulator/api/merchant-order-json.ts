import type { MerchantOrderFacts, PaymentFacts } from '../world/model';

import { toJsonAmount } from '../world/amount';
import { toMercadoPagoDate } from '../world/mercado-pago-date';
import { sites } from '../world/sites';

/** The one customer of this world. */
const payerId = 1_403_498_245;

/** A merchant order as the API shows it, with whatever a test wants shown in place of the truth. */
export function merchantOrderJson(merchantOrder: MerchantOrderFacts): Record<string, unknown> {
  return { ...merchantOrderFacts(merchantOrder), ...merchantOrder.shownInstead };
}

/** A merchant order as it is, in the API's form (merchant_orders reference, sample response). */
export function merchantOrderFacts(merchantOrder: MerchantOrderFacts) {
  const { order, payments } = merchantOrder;
  const site = sites[order.siteId];
  const money = (minor: number) => toJsonAmount(minor, site.decimals);
  return {
    id: merchantOrder.id,
    status: merchantOrder.status,
    external_reference: order.externalReference,
    preference_id: '',
    payments: payments.map((payment) => ({
      id: payment.id,
      transaction_amount: money(payment.amount),
      total_paid_amount: money(payment.amount),
      shipping_cost: 0,
      currency_id: site.currency,
      status: payment.status,
      status_detail: payment.statusDetail,
      operation_type: 'regular_payment',
      date_approved: payment.approvedAt === null ? null : toMercadoPagoDate(payment.approvedAt),
      date_created: toMercadoPagoDate(payment.createdAt),
      last_modified: toMercadoPagoDate(payment.updatedAt),
      amount_refunded: money(payment.refundedAmount),
    })),
    shipments: [],
    collector: { id: order.userId, nickname: null, email: '' },
    marketplace: 'NONE',
    notification_url: order.notificationUrl,
    date_created: toMercadoPagoDate(merchantOrder.createdAt),
    last_updated: toMercadoPagoDate(merchantOrder.updatedAt),
    sponsor_id: order.sponsorId,
    shipping_cost: 0,
    total_amount: money(order.total),
    site_id: site.id,
    paid_amount: money(total(payments, (payment) => payment.status === 'approved')),
    refunded_amount: money(payments.reduce((sum, payment) => sum + payment.refundedAmount, 0)),
    payer: payments.length === 0 ? null : { id: payerId, email: '' },
    items: order.items.map((item) => ({
      id: item.skuNumber ?? '',
      category_id: item.category ?? '',
      currency_id: site.currency,
      description: item.description ?? '',
      picture_url: null,
      title: item.title,
      quantity: item.quantity,
      unit_price: money(item.unitPrice),
    })),
    cancelled: merchantOrder.status === 'expired',
    additional_info: '',
    application_id: 7_910_800_073_137_785,
    is_test: true,
    order_status: orderStatus(merchantOrder),
  };
}

/** merchant_orders reference, `order_status`. */
function orderStatus({ status, order, payments }: MerchantOrderFacts): string {
  const some = (...statuses: PaymentFacts['status'][]) => payments.some((payment) => statuses.includes(payment.status));
  const counted = payments.filter((payment) => payment.status !== 'rejected' && payment.status !== 'cancelled');
  if (status === 'expired') return 'expired';
  if (counted.length > 0 && counted.every((payment) => payment.status === 'refunded')) return 'reverted';
  const covering = (payment: PaymentFacts) => ['approved', 'charged_back', 'in_mediation'].includes(payment.status);
  if (total(payments, covering) >= order.total) return 'paid';
  if (some('refunded', 'charged_back')) return 'partially_reverted';
  if (some('approved')) return 'partially_paid';
  if (some('in_process', 'pending', 'authorized')) return 'payment_in_process';
  return 'payment_required';
}

function total(payments: readonly PaymentFacts[], counts: (payment: PaymentFacts) => boolean): number {
  return payments.filter(counts).reduce((sum, payment) => sum + payment.amount, 0);
}
