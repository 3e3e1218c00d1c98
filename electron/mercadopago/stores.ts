import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/errors';
import type { GatewayFailure } from '../checkout/payment-gateway';
import type { AccountApi, NewStore, Store } from './account-api';
import { failureOf, notSent, unreadable } from './error-mapping';
import { mayExistAlready, sameExternalId } from './external-id';
import type { MercadoPagoHttp } from './mercado-pago-http';
import { readPages } from './pages';
import { path } from './path';
import { orNull, wireIdSchema, wireTextSchema } from './wire-schemas';

/** The stores (sucursales) of an account. */
export function stores(http: MercadoPagoHttp): Pick<AccountApi, 'listStores' | 'createStore'> {
  const search = async (
    userId: string,
    filter: Readonly<Record<string, string>>,
  ): Promise<Result<readonly Store[], GatewayFailure>> => {
    const base = path`/users/${userId}/stores/search`;
    if (base === null) return fail(notSent('listStores', 'accountForbidden', 'the account has no id'));
    return readPages(
      async (offset, limit) => {
        const query = new URLSearchParams({ ...filter, limit: String(limit), offset: String(offset) });
        const answer = await http.read('listStores', `${base}?${query.toString()}`);
        if (answer.kind !== 'answered' || answer.status !== 200 || answer.form !== 'json') {
          return fail(failureOf('listStores', answer));
        }
        const found = searchSchema.safeParse(answer.body);
        return found.success ? ok(found.data) : fail(unreadable('listStores', 'the list cannot be read'));
      },
      (store) => store.id,
    );
  };

  const findByExternalId = async (
    userId: string,
    externalId: string,
  ): Promise<Result<Store | null, GatewayFailure>> => {
    const found = await search(userId, { external_id: externalId });
    return found.ok ? ok(found.value.find((store) => sameExternalId(store.externalId, externalId)) ?? null) : found;
  };

  return {
    listStores: (userId) => search(userId, {}),

    createStore: async (userId, store) => {
      const existing = await findByExternalId(userId, store.externalId);
      if (!existing.ok) return existing;
      if (existing.value) return ok(existing.value);

      const url = path`/users/${userId}/stores`;
      if (url === null) return fail(notSent('createStore', 'accountForbidden', 'the account has no id'));
      const answer = await http.write('createStore', { method: 'POST', path: url, body: storeBody(store) });
      const created = answer.kind === 'answered' && answer.status < 300 ? storeSchema.safeParse(answer.body) : null;
      if (created?.success) return ok(created.data);

      const failure = failureOf('createStore', answer);
      if (!mayExistAlready(failure)) return fail(failure);
      const now = await findByExternalId(userId, store.externalId);
      return now.ok && now.value ? ok(now.value) : fail(failure);
    },
  };
}

const storeSchema = z
  .looseObject({ id: wireIdSchema, name: orNull(wireTextSchema), external_id: orNull(wireTextSchema) })
  .transform((store): Store => ({
    id: store.id,
    externalId: store.external_id === '' ? null : store.external_id,
    name: store.name ?? '',
  }));

const resultsSchema = z
  .looseObject({
    results: z.array(storeSchema),
    paging: orNull(z.looseObject({ total: orNull(z.number()) })),
  })
  .transform(({ results, paging }) => ({ items: results, total: paging?.total ?? null }));

/** The reference wraps the answer in an array of one; integrators also see it bare. */
const searchSchema = z.union([
  z.array(resultsSchema).transform((wrapped) => wrapped[0] ?? { items: [], total: 0 }),
  resultsSchema,
]);

function storeBody(store: NewStore) {
  const { location } = store;
  return {
    name: store.name,
    external_id: store.externalId,
    location: {
      street_name: location.streetName,
      street_number: location.streetNumber,
      city_name: location.city,
      state_name: location.state,
      latitude: location.latitude,
      longitude: location.longitude,
      reference: location.reference,
    },
  };
}
