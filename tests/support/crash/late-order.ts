import type { Stage } from './stage';

/** A request for this charge's order that was lost on its way reaches Mercado Pago after all. */
export async function orderArrivesLate({ shop, attempt, control }: Stage): Promise<void> {
  const { userId, accessToken } = control.account;
  const { externalStoreId, externalPosId } = attempt.register;
  const path = `/instore/qr/seller/collectors/${userId}/stores/${externalStoreId}/pos/${externalPosId}/orders`;
  const total = attempt.sale.total / 100;
  const known = control.orders().findLast((order) => order.notificationUrl !== null);
  const item = { title: 'Varios', unit_price: total, quantity: 1, unit_measure: 'unit', total_amount: total };
  const answer = await fetch(`${shop.simulator.url}${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      external_reference: attempt.reference,
      title: 'Compra',
      description: 'Compra',
      total_amount: total,
      items: [item],
      ...(known && { notification_url: known.notificationUrl }),
    }),
  });
  if (!answer.ok) throw new Error(`the late order was refused: ${answer.status} ${await answer.text()}`);
}
