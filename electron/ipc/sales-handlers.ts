import { ok } from '../../shared/errors';
import type { salesRequests } from '../../shared/ipc/sales-requests';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

export function salesHandlers({ history }: Till): Pick<RequestHandlers, keyof typeof salesRequests> {
  return {
    'sales.find': async ({ before, limit, ...filter }) => {
      if (filter.text !== '') await history.prepareSearch();
      return ok(history.find(filter, before, limit));
    },
    'sales.story': ({ saleId }) => ok(history.story(saleId)),
  };
}
