import { fail, ok, type Result } from '../../shared/errors';
import type { RegisterSummary } from '../../shared/snapshot';
import type { Register, Store } from '../mercadopago/account-api';
import { failureFor, type Connection } from './connection';

/** A caja that can charge by attended QR, with its printed QR when Mercado Pago gives it. */
export interface FoundRegister {
  readonly register: RegisterSummary;
  /** PNG in base64. */
  readonly qrImage: string | null;
}

/** The attended model needs external ids in its paths, and a fixed amount so that nobody types their own. */
export function isUsable(register: Register): boolean {
  return register.externalId !== null && register.fixedAmount;
}

/** Looks a caja up by whatever the caller knows of it. */
export async function findRegister(
  connection: Connection,
  isStore: (store: Store) => boolean,
  isRegister: (register: Register) => boolean,
): Promise<Result<FoundRegister>> {
  const { accounts, account } = connection;
  const stores = await accounts.listStores(account.userId);
  if (!stores.ok) return fail(failureFor(stores.error));
  const store = stores.value.find(isStore);
  if (!store?.externalId) return fail({ code: 'storeNotFound' });

  const registers = await accounts.listRegisters(store);
  if (!registers.ok) return fail(failureFor(registers.error));
  const register = registers.value.find(isRegister);
  if (!register?.externalId || !isUsable(register)) return fail({ code: 'registerNotFound' });

  // Without the picture everything works but showing the QR on screen: no reason to refuse the caja.
  const image = register.qrImageUrl === null ? null : await accounts.fetchQrImage(register);
  return ok({
    register: {
      id: register.id,
      name: register.name,
      externalId: register.externalId,
      storeName: store.name,
      externalStoreId: store.externalId,
    },
    qrImage: image?.ok ? Buffer.from(image.value).toString('base64') : null,
  });
}
