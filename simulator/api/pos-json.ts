import type { Pos } from '../world/model';

import { toUtcDate } from '../world/mercado-pago-date';

/**
 * A POS as the API shows it (POS reference, sample response).
 * @param baseUrl - where the QR's images are, without a final slash.
 */
export function posJson(pos: Pos, baseUrl: string) {
  const images = `${baseUrl}/instore/merchant/qr/${String(pos.id)}`;
  return {
    id: pos.id,
    qr: {
      image: `${images}/${pos.uuid}.png`,
      template_document: `${images}/template_${pos.uuid}.pdf`,
      template_image: `${images}/template_${pos.uuid}.png`,
    },
    status: 'active',
    date_created: toUtcDate(pos.createdAt),
    date_last_updated: toUtcDate(pos.updatedAt),
    uuid: pos.uuid,
    user_id: pos.userId,
    name: pos.name,
    fixed_amount: pos.fixedAmount,
    category: pos.category,
    store_id: pos.storeId,
    external_store_id: pos.externalStoreId,
    external_id: pos.externalId,
    ...(pos.url === null ? {} : { url: pos.url }),
  };
}
