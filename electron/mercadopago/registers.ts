import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/errors';
import type { GatewayFailure } from '../checkout/payment-gateway';
import type { AccountApi, NewRegister, Register } from './account-api';
import { failureOf, notSent, unreadable } from './error-mapping';
import type { MercadoPagoHttp } from './mercado-pago-http';
import { readPages } from './pages';
import { mayExistAlready, sameExternalId } from './external-id';
import { orNull, wireIdSchema, wireTextSchema } from './wire-schemas';

/** The cajas (`pos`) of an account. */
export function registers(http: MercadoPagoHttp): Pick<AccountApi, 'listRegisters' | 'createRegister'> {
  const search = (filter: Readonly<Record<string, string>>): Promise<Result<readonly Register[], GatewayFailure>> =>
    readPages(
      async (offset, limit) => {
        const query = new URLSearchParams({ ...filter, limit: String(limit), offset: String(offset) });
        const answer = await http.read('listRegisters', `/pos?${query.toString()}`);
        if (answer.kind !== 'answered' || answer.status !== 200 || answer.form !== 'json') {
          return fail(failureOf('listRegisters', answer));
        }
        const found = searchSchema.safeParse(answer.body);
        return found.success ? ok(found.data) : fail(unreadable('listRegisters', 'the list cannot be read'));
      },
      (register) => register.id,
    );

  /** The caja with this external id if it is in the wanted store; `externalIdTaken` if it is in another. */
  const findInStore = async (wanted: NewRegister): Promise<Result<Register | null, GatewayFailure>> => {
    const found = await search({ external_id: wanted.externalId });
    if (!found.ok) return found;
    const namesakes = found.value.filter((register) => sameExternalId(register.externalId, wanted.externalId));
    const ours = namesakes.find((register) => isIn(register, wanted));
    if (ours) return ok(ours);
    return namesakes.length === 0
      ? ok(null)
      : fail(notSent('createRegister', 'externalIdTaken', 'a caja of another store has this external id'));
  };

  return {
    listRegisters: async (store) => {
      const found = await search({ store_id: store.id });
      // A search that does not know a filter leaves it out instead of refusing.
      return found.ok ? ok(found.value.filter(({ storeId }) => storeId === null || storeId === store.id)) : found;
    },

    createRegister: async (register) => {
      const existing = await findInStore(register);
      if (!existing.ok) return existing;
      if (existing.value) return ok(existing.value);

      const storeId = Number(register.storeId);
      if (!Number.isSafeInteger(storeId)) {
        return fail(notSent('createRegister', 'storeNotFound', 'the id of the store is not a number'));
      }
      const answer = await http.write('createRegister', {
        method: 'POST',
        path: '/pos',
        body: {
          name: register.name,
          // Without it a customer who scans too early is asked to type the amount.
          fixed_amount: true,
          // As text it is refused.
          store_id: storeId,
          external_store_id: register.externalStoreId,
          external_id: register.externalId,
        },
      });
      const created = answer.kind === 'answered' && answer.status < 300 ? registerSchema.safeParse(answer.body) : null;
      if (created?.success) return ok(created.data);

      const failure = failureOf('createRegister', answer);
      if (!mayExistAlready(failure)) return fail(failure);
      const now = await findInStore(register);
      return now.ok && now.value ? ok(now.value) : fail(failure);
    },
  };
}

function isIn(register: Register, wanted: NewRegister): boolean {
  return register.storeId === null
    ? sameExternalId(register.externalStoreId, wanted.externalStoreId)
    : register.storeId === wanted.storeId;
}

const registerSchema = z
  .looseObject({
    id: wireIdSchema,
    name: orNull(wireTextSchema),
    external_id: orNull(wireTextSchema),
    external_store_id: orNull(wireTextSchema),
    store_id: orNull(wireIdSchema),
    fixed_amount: orNull(z.boolean()),
    qr: orNull(z.looseObject({ image: orNull(z.string()) })),
  })
  .transform((pos): Register => ({
    id: pos.id,
    externalId: pos.external_id === '' ? null : pos.external_id,
    externalStoreId: pos.external_store_id === '' ? null : pos.external_store_id,
    storeId: pos.store_id,
    name: pos.name ?? '',
    fixedAmount: pos.fixed_amount ?? false,
    qrImageUrl: pos.qr?.image ?? null,
  }));

const searchSchema = z
  .looseObject({
    results: z.array(registerSchema),
    paging: orNull(z.looseObject({ total: orNull(z.number()) })),
  })
  .transform(({ results, paging }) => ({ items: results, total: paging?.total ?? null }));
