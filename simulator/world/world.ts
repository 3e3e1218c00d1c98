import type { Problem } from '../api/problem';
import type { Announcement } from '../notifications/announcement';
import type { Behaviour, SimulatorOptions, StoreSeed } from '../options';
import type { OffsetClock } from './clock';
import type { Ids } from './ids';
import type { Account, InstoreOrder, MerchantOrder, Payment, Pos, RefundStatus, Scan, Store } from './model';

import { defaultAccount, defaultBehaviour, defaultStores } from '../options';
import { offsetClock, systemClock } from './clock';
import { createIds } from './ids';

/** A refusal that the next DELETE of a caja's order gets, while it has times left. */
interface DeleteRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  times: number;
}

/** Everything the simulated Mercado Pago knows. In memory only. */
export interface World {
  readonly clock: OffsetClock;
  readonly ids: Ids;
  behaviour: Behaviour;
  readonly mainAccount: Account;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly stores: Map<number, Store>;
  readonly pos: Map<number, Pos>;
  /** Every order ever put, oldest first; the fate says which one is on its caja. */
  readonly orders: InstoreOrder[];
  readonly merchantOrders: Map<number, MerchantOrder>;
  readonly payments: Map<number, Payment>;
  readonly scans: Map<string, Scan>;
  /** Keyed by caja. */
  readonly deleteRefusals: Map<number, DeleteRefusal>;
  /** What the next refunds become; `approved` when empty. */
  readonly nextRefunds: RefundStatus[];
  /** What the next refunds are refused with; used before {@link nextRefunds}. */
  readonly refundRefusals: Problem[];
  /** What the seller can give back, in minor units; null: no limit. */
  availableBalance: number | null;
  /** Tells the order's `notification_url`. Replaced once the notifier exists. */
  announce: (announcement: Announcement) => void;
}

export function createWorld(options: SimulatorOptions): World {
  const clock = offsetClock(options.clock ?? systemClock);
  const mainAccount: Account = { ...defaultAccount, siteId: options.site ?? 'MLA', ...options.account };
  const accounts = [mainAccount, ...(options.otherAccounts ?? [])];
  const world: World = {
    clock,
    ids: createIds(clock.now()),
    behaviour: { ...defaultBehaviour, ...options.behaviour },
    mainAccount,
    accounts: new Map(accounts.map((account) => [account.accessToken, account])),
    stores: new Map(),
    pos: new Map(),
    orders: [],
    merchantOrders: new Map(),
    payments: new Map(),
    scans: new Map(),
    deleteRefusals: new Map(),
    nextRefunds: [],
    refundRefusals: [],
    availableBalance: null,
    announce: () => undefined,
  };
  for (const seed of options.stores ?? defaultStores) plantStore(world, mainAccount, seed);
  return world;
}

function plantStore(world: World, account: Account, seed: StoreSeed): void {
  const now = world.clock.now();
  const store: Store = {
    id: world.ids.store(),
    userId: account.userId,
    createdAt: now,
    name: seed.name,
    externalId: seed.externalId,
    businessHours: undefined,
    location: {
      street_number: '1234',
      street_name: 'Av. Corrientes',
      city_name: seed.cityName ?? 'Buenos Aires',
      state_name: seed.stateName ?? 'CABA',
      latitude: -34.6037,
      longitude: -58.3816,
    },
  };
  world.stores.set(store.id, store);
  for (const posSeed of seed.pos) {
    const id = world.ids.pos();
    world.pos.set(id, {
      id,
      uuid: world.ids.posUuid(id),
      userId: account.userId,
      createdAt: now,
      updatedAt: now,
      name: posSeed.name,
      fixedAmount: posSeed.fixedAmount ?? true,
      category: null,
      storeId: store.id,
      externalStoreId: seed.externalId,
      externalId: posSeed.externalId,
      url: null,
    });
  }
}

/** The order a customer would read on this caja now, if there is one that has not expired. */
export function orderOnPos(world: World, posId: number): InstoreOrder | undefined {
  const order = world.orders.findLast((candidate) => candidate.posId === posId && candidate.fate === 'assigned');
  return order !== undefined && order.expiresAt > world.clock.now() ? order : undefined;
}

/** POS external ids do not distinguish upper and lower case (QR POS guide). */
export function findPosByExternalId(world: World, userId: number, externalId: string): Pos | undefined {
  const wanted = externalId.toLowerCase();
  return [...world.pos.values()].find((pos) => pos.userId === userId && pos.externalId?.toLowerCase() === wanted);
}
