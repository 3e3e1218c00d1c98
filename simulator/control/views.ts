import type { Scanned } from '../customer/scan';
import type { InstoreOrder, MerchantOrder, OrderFate, Payment, PaymentStatus, Pos, Refund, Scan } from '../world/model';
import type { World } from '../world/world';

import { toJsonAmount } from '../world/amount';
import { sites } from '../world/sites';
import { orderOnPos } from '../world/world';

/** Read-only pictures of the world, safe to send as JSON. Amounts in currency units, as in the API. */
export interface OrderView {
  readonly pos: string;
  readonly externalReference: string;
  readonly title: string;
  readonly description: string;
  readonly amount: number;
  readonly currency: string;
  readonly items: readonly { readonly title: string; readonly quantity: number; readonly amount: number }[];
  readonly notificationUrl: string | null;
  readonly sponsorId: number | null;
  readonly taxes: readonly { readonly type: string; readonly value: number }[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly state: OrderFate | 'expired';
}

export interface PosView {
  readonly id: number;
  readonly externalId: string | null;
  readonly name: string;
  readonly store: string | null;
  /** The order that would be scanned now. */
  readonly order: OrderView | null;
}

export interface PaymentView {
  readonly id: number;
  readonly merchantOrderId: number;
  readonly amount: number;
  readonly refundedAmount: number;
  readonly status: PaymentStatus;
  /** ISO 8601 UTC; null while it was never approved. */
  readonly approvedAt: string | null;
  readonly refunds: readonly RefundView[];
}

export interface RefundView {
  readonly id: number;
  readonly amount: number;
  readonly status: Refund['status'];
}

export interface MerchantOrderView {
  readonly id: number;
  readonly status: MerchantOrder['status'];
  readonly externalReference: string;
  readonly amount: number;
  readonly payments: readonly PaymentView[];
}

export interface ScanView {
  readonly id: string;
  /** null while Mercado Pago has made none yet. */
  readonly merchantOrderId: number | null;
  readonly order: OrderView;
  /** Name the customer reads: the account's business name or, without one, the first item's title. */
  readonly seller: string;
  readonly left: boolean;
  readonly payments: readonly PaymentView[];
  readonly paid: boolean;
}

export type ScanResult =
  ({ readonly kind: 'payScreen' } & ScanView) | { readonly kind: 'waitingScreen' } | { readonly kind: 'amountScreen' };

export function viewOrder(world: World, order: InstoreOrder): OrderView {
  const site = sites[order.siteId];
  const money = (minor: number) => toJsonAmount(minor, site.decimals);
  const expired = order.fate === 'assigned' && order.expiresAt <= world.clock.now();
  return {
    pos: world.pos.get(order.posId)?.externalId ?? '',
    externalReference: order.externalReference,
    title: order.title,
    description: order.description,
    amount: money(order.total),
    currency: site.currency,
    items: order.items.map((item) => ({ title: item.title, quantity: item.quantity, amount: money(item.total) })),
    notificationUrl: order.notificationUrl,
    sponsorId: order.sponsorId,
    taxes: order.taxes.map((tax) => ({ type: tax.type, value: money(tax.value) })),
    createdAt: order.createdAt.toISOString(),
    expiresAt: order.expiresAt.toISOString(),
    state: expired ? 'expired' : order.fate,
  };
}

export function viewPos(world: World, pos: Pos): PosView {
  const order = orderOnPos(world, pos.id);
  return {
    id: pos.id,
    externalId: pos.externalId,
    name: pos.name,
    store: pos.externalStoreId,
    order: order === undefined ? null : viewOrder(world, order),
  };
}

export function viewPayment(payment: Payment): PaymentView {
  const money = (minor: number) => toJsonAmount(minor, sites[payment.order.siteId].decimals);
  return {
    id: payment.id,
    merchantOrderId: payment.merchantOrderId,
    amount: money(payment.amount),
    refundedAmount: money(payment.refundedAmount),
    status: payment.status,
    approvedAt: payment.approvedAt?.toISOString() ?? null,
    refunds: payment.refunds.map((refund) => viewRefund(payment, refund)),
  };
}

export function viewRefund(payment: Payment, { id, amount, status }: Refund): RefundView {
  return { id, amount: toJsonAmount(amount, sites[payment.order.siteId].decimals), status };
}

export function viewMerchantOrder(merchantOrder: MerchantOrder): MerchantOrderView {
  const { order } = merchantOrder;
  return {
    id: merchantOrder.id,
    status: merchantOrder.status,
    externalReference: order.externalReference,
    amount: toJsonAmount(order.total, sites[order.siteId].decimals),
    payments: merchantOrder.payments.map(viewPayment),
  };
}

export function viewScan(world: World, scan: Scan): ScanView {
  const account = [...world.accounts.values()].find(({ userId }) => userId === scan.order.userId);
  return {
    id: scan.id,
    merchantOrderId: scan.merchantOrder?.id ?? null,
    order: viewOrder(world, scan.order),
    seller: account?.businessName ?? scan.order.items[0]?.title ?? scan.order.title,
    left: scan.left,
    payments: (scan.merchantOrder?.payments ?? []).map(viewPayment),
    paid: scan.merchantOrder?.status === 'closed',
  };
}

export function viewScanned(world: World, scanned: Scanned): ScanResult {
  return scanned.kind === 'payScreen' ? { kind: 'payScreen', ...viewScan(world, scanned.scan) } : scanned;
}
