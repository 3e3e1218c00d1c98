import type { NotificationOptions } from './notifications/notification-options';
import type { PracticePrinter } from './practice/practice-printer';
import type { Account } from './world/model';
import type { Clock } from './world/clock';
import type { SiteId } from './world/sites';

interface PosSeed {
  readonly name: string;
  readonly externalId: string;
  /** Default true, as integrated models need. */
  readonly fixedAmount?: boolean;
}

export interface StoreSeed {
  readonly name: string;
  readonly externalId: string;
  readonly cityName?: string;
  readonly stateName?: string;
  readonly pos: readonly PosSeed[];
}

export interface SimulatorOptions {
  /** Default 0: any free port. The address is always 127.0.0.1. */
  readonly port?: number;
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** Default MLA. */
  readonly site?: SiteId;
  /** Parts of the main account that differ from {@link defaultAccount}. */
  readonly account?: Partial<Omit<Account, 'siteId'>>;
  /** More accounts, each seen only through its own token. */
  readonly otherAccounts?: readonly Account[];
  /** Stores and cajas of the main account. Default: SUC001 with the caja SUC001CAJA01. */
  readonly stores?: readonly StoreSeed[];
  readonly behaviour?: Partial<Behaviour>;
  readonly notifications?: Partial<NotificationOptions>;
  /** Shown beside the customer's phone. Default: none. */
  readonly printer?: PracticePrinter;
}

/** Where Mercado Pago's documents are silent or disagree, each reading can be played. */
export interface Behaviour {
  /** A PUT on a caja that already has an order: V1 users report overwriting; the Orders API answers 409. */
  readonly pendingOrder: 'overwrite' | 'refuse';
  /** Until August 2024 every scan made a merchant order at once; since then it may come later. */
  readonly merchantOrderCreatedAt: 'scan' | 'firstPayment';
  /** Life of an order without `expiration_date`. Not documented for v2; v1 says 10 minutes. */
  readonly defaultExpiryMs: number;
  /** DELETE with no live order: the reference's generic 500, or the 400 that integrators capture. */
  readonly deleteWithoutOrder: 'in_store_order_creation_error' | 'in_store_order_delete_error';
  /** The order reference declares an array for one order, integrators read an object. */
  readonly orderShape: 'array' | 'object';
  /** The store reference shows the search's answer wrapped in an array. */
  readonly storeSearchShape: 'array' | 'object';
  /** How far the payments search is behind; reading a payment by its id is not. */
  readonly paymentSearchLagMs: number;
  /** How far the merchant orders search is behind; reading one by its id is not. */
  readonly merchantOrderSearchLagMs: number;
  /** How long after a refund the payment and its merchant order still show nothing of it. */
  readonly refundVisibleAfterMs: number;
  /** What Mercado Pago keeps of each payment, in hundredths of a percent; by country, medium and the day of the money. */
  readonly commissionBasisPoints: number;
}

export const defaultBehaviour: Behaviour = {
  pendingOrder: 'overwrite',
  merchantOrderCreatedAt: 'scan',
  defaultExpiryMs: 10 * 60_000,
  deleteWithoutOrder: 'in_store_order_creation_error',
  orderShape: 'array',
  storeSearchShape: 'array',
  paymentSearchLagMs: 0,
  merchantOrderSearchLagMs: 0,
  refundVisibleAfterMs: 0,
  commissionBasisPoints: 0,
};

export const defaultAccount: Omit<Account, 'siteId'> = {
  userId: 446566691,
  nickname: 'LAESQUINA',
  email: 'kiosco@example.com',
  accessToken: 'TEST-practice-token',
  businessName: 'Kiosco La Esquina',
};

export const defaultStores: readonly StoreSeed[] = [
  { name: 'Kiosco La Esquina', externalId: 'SUC001', pos: [{ name: 'Caja 1', externalId: 'SUC001CAJA01' }] },
];
