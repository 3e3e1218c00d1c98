import type { InstoreOrder, Pos } from '../world/model';

import { toJsonAmount } from '../world/amount';
import { toMercadoPagoDate } from '../world/mercado-pago-date';
import { sites } from '../world/sites';

/** The order as GET shows it (Instore Orders v2, GET): what will be scanned, and nothing about payments. */
export function instoreOrderJson(order: InstoreOrder, pos: Pos) {
  const money = (minor: number) => toJsonAmount(minor, sites[order.siteId].decimals);
  return {
    external_reference: order.externalReference,
    total_amount: money(order.total),
    items: order.items.map((item) => ({
      sku_number: item.skuNumber,
      category: item.category,
      title: item.title,
      description: item.description,
      unit_measure: item.unitMeasure,
      quantity: item.quantity,
      unit_price: money(item.unitPrice),
      total_amount: money(item.total),
    })),
    title: order.title,
    description: order.description,
    ...(order.sponsorId === null ? {} : { sponsor: { id: order.sponsorId } }),
    ...(order.cashOut === null ? {} : { cash_out: { amount: money(order.cashOut) } }),
    ...(order.taxes.length === 0
      ? {}
      : { taxes: order.taxes.map((tax) => ({ type: tax.type, value: money(tax.value) })) }),
    expiration_date: toMercadoPagoDate(order.expiresAt),
    notification_url: order.notificationUrl,
    user_id: order.userId,
    external_pos_id: pos.externalId,
  };
}
