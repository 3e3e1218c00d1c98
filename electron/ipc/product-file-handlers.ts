import { ok } from '../../shared/errors';
import type { productFileRequests } from '../../shared/ipc/product-file-requests';
import type { Till } from '../till';
import { onlyWith } from './only-with';
import type { RequestHandlers } from './serve-requests';

type ProductFileRequest = keyof typeof productFileRequests;

export function productFileHandlers({ productFile, people }: Till): Pick<RequestHandlers, ProductFileRequest> {
  const withProducts = onlyWith(people, 'products');
  return {
    'productFile.state': withProducts<'productFile.state'>(() => ok(productFile.state())),
    'productFile.choose': withProducts<'productFile.choose'>(() => productFile.choose()),
    'productFile.apply': withProducts<'productFile.apply'>(({ planId, missing }, authority) =>
      productFile.apply(planId, missing, authority),
    ),
    'productFile.undo': withProducts<'productFile.undo'>((_nothing, authority) => productFile.undo(authority)),
    'productFile.export': withProducts<'productFile.export'>((_nothing, authority) =>
      productFile.export((file) => people.note('productsExported', { note: file }, authority)),
    ),
  };
}
