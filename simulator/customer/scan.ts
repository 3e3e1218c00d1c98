import type { InstoreOrder, MerchantOrder, Pos, Scan } from '../world/model';
import type { World } from '../world/world';

import { setMerchantOrderStatus } from '../world/versions';
import { orderOnPos } from '../world/world';

/** What the customer's phone shows after reading a caja's printed QR. */
export type Scanned =
  | { readonly kind: 'payScreen'; readonly scan: Scan }
  /** No order yet; shown only by a POS with `fixed_amount: true`. */
  | { readonly kind: 'waitingScreen' }
  /** No order, and the POS lets the customer type an amount. */
  | { readonly kind: 'amountScreen' };

/** Reads the caja's QR. Each scan of an order makes its own merchant order (in-person notifications guide). */
export function scanPos(world: World, pos: Pos): Scanned {
  const order = orderOnPos(world, pos.id);
  if (order === undefined) return { kind: pos.fixedAmount ? 'waitingScreen' : 'amountScreen' };
  const scan: Scan = { id: world.ids.scan(), order, merchantOrder: null, left: false };
  world.scans.set(scan.id, scan);
  if (world.behaviour.merchantOrderCreatedAt === 'scan') ensureMerchantOrder(world, scan);
  return { kind: 'payScreen', scan };
}

/** The scan's merchant order, made and announced now if there was none. */
export function ensureMerchantOrder(world: World, scan: Scan): MerchantOrder {
  if (scan.merchantOrder !== null) return scan.merchantOrder;
  const merchantOrder = createMerchantOrder(world, scan.order);
  scan.merchantOrder = merchantOrder;
  world.announce({ topic: 'merchant_order', merchantOrder, reason: 'created' });
  return merchantOrder;
}

function createMerchantOrder(world: World, order: InstoreOrder): MerchantOrder {
  const now = world.clock.now();
  const merchantOrder: MerchantOrder = {
    id: world.ids.merchantOrder(),
    order,
    createdAt: now,
    updatedAt: now,
    payments: [],
    versions: [],
    status: 'opened',
    shownInstead: {},
  };
  setMerchantOrderStatus(world, merchantOrder, 'opened');
  world.merchantOrders.set(merchantOrder.id, merchantOrder);
  return merchantOrder;
}
