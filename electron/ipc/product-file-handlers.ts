import { ok } from '../../shared/errors';
import type { Till } from '../till';
import type { productFileRequests } from '../../shared/ipc/product-file-requests';
import type { RequestHandlers } from './serve-requests';

export function productFileHandlers({ productFile }: Till): Pick<RequestHandlers, keyof typeof productFileRequests> {
  return {
    'productFile.state': () => ok(productFile.state()),
    'productFile.choose': () => productFile.choose(),
    'productFile.apply': ({ planId, missing }) => productFile.apply(planId, missing),
    'productFile.undo': () => productFile.undo(),
    'productFile.export': () => productFile.export(),
  };
}
