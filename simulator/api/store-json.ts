import type { Store } from '../world/model';

import { toUtcDate } from '../world/mercado-pago-date';

/** A store as creation and search show it (Stores reference). */
export function storeJson(store: Store) {
  return { ...rest(store), date_created: toUtcDate(store.createdAt) };
}

/** A store as `GET /stores/{id}` shows it: the same with another name for its date. */
export function singleStoreJson(store: Store) {
  return { ...rest(store), date_creation: toUtcDate(store.createdAt) };
}

function rest({ id, name, externalId, businessHours, location }: Store) {
  const { street_name, street_number, city_name, state_name, latitude, longitude, reference } = location;
  return {
    id,
    name,
    business_hours: businessHours ?? {},
    location: {
      address_line: `${street_name}, ${street_number}, ${city_name}, ${state_name}.`,
      latitude,
      longitude,
      ...(reference === undefined ? {} : { reference }),
    },
    external_id: externalId,
  };
}
