import { ok } from '../../shared/errors';
import type { heldSaleRequests } from '../../shared/ipc/held-sale-requests';
import type { HeldSales } from '../selling/held-sales';
import type { RequestHandlers } from './serve-requests';

export function heldSaleHandlers(held: HeldSales): Pick<RequestHandlers, keyof typeof heldSaleRequests> {
  return {
    'held.list': () => ok([...held.list()]),
    'held.hold': ({ draft, name }) => held.hold(draft, name),
    'held.resume': ({ saleId, current }) => held.resume(saleId, current),
    'held.discard': ({ saleId }) => held.discard(saleId),
  };
}
