import type { Site } from '../../shared/country';
import type { Result } from '../../shared/errors';
import type { GatewayFailure } from '../checkout/payment-gateway';

/** The account behind an access token. */
export interface Account {
  readonly userId: string;
  readonly nickname: string;
  readonly site: Site;
  /** A test user's payments are not real money. */
  readonly kind: 'production' | 'test';
}

/** A sucursal. `externalId` is null for stores made in Mercado Pago's own screens. */
export interface Store {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
}

/** A caja of Mercado Pago (`pos`). */
export interface Register {
  readonly id: string;
  readonly externalId: string | null;
  readonly externalStoreId: string | null;
  readonly storeId: string | null;
  readonly name: string;
  /** Must be true for the attended model; false lets the customer type the amount. */
  readonly fixedAmount: boolean;
  /** Address of the printed QR's picture, PNG. */
  readonly qrImageUrl: string | null;
}

/** What a new store needs. City and state must be spelled as Mercado Pago's own lists spell them. */
export interface NewStore {
  readonly externalId: string;
  readonly name: string;
  readonly location: {
    readonly streetName: string;
    readonly streetNumber: string;
    readonly city: string;
    readonly state: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly reference: string;
  };
}

export interface NewRegister {
  readonly externalId: string;
  readonly name: string;
  readonly storeId: string;
  readonly externalStoreId: string;
}

/** The set-up side of Mercado Pago: whose token this is, its stores and its cajas. */
export interface AccountApi {
  whoAmI(): Promise<Result<Account, GatewayFailure>>;
  listStores(userId: string): Promise<Result<readonly Store[], GatewayFailure>>;
  /** Creates the store, or returns the one that already has this external id (a crash may have lost our answer). */
  createStore(userId: string, store: NewStore): Promise<Result<Store, GatewayFailure>>;
  listRegisters(store: Store): Promise<Result<readonly Register[], GatewayFailure>>;
  /** Creates the caja with `fixed_amount`, or returns the one that already has this external id in this store. */
  createRegister(register: NewRegister): Promise<Result<Register, GatewayFailure>>;
  /** The caja's QR as a PNG. Only from Mercado Pago's own hosts or the configured base URL. */
  fetchQrImage(register: Register): Promise<Result<Uint8Array, GatewayFailure>>;
}
