import { ok } from '../../shared/errors';
import type { heldSaleRequests } from '../../shared/ipc/held-sale-requests';
import type { Till } from '../till';
import { absenceOf } from './absence-of';
import type { RequestHandlers } from './serve-requests';

export function heldSaleHandlers({ held, people }: Till): Pick<RequestHandlers, keyof typeof heldSaleRequests> {
  const absence = () => absenceOf(people);
  return {
    'held.list': () => ok([...held.list()]),
    'held.hold': ({ draft, name }) => absence() ?? held.hold(draft, name),
    'held.resume': ({ saleId, current }) => absence() ?? held.resume(saleId, current),
    // It will not be charged: as when a sale on the screen is emptied.
    'held.discard': async ({ saleId, approval }) => {
      const allowed = await people.authorise('voidSale', approval);
      if (!allowed.ok) return allowed;
      return held.discard(saleId, ({ total, name }) =>
        people.note('saleVoided', { amount: total, ...(name !== '' && { note: name }) }, allowed.value),
      );
    },
  };
}
