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
    'productFile.apply': withProducts<'productFile.apply'>(async ({ planId, missing }, authority) => {
      const applied = await productFile.apply(planId, missing);
      if (applied.ok) people.note('productsImported', { note: applied.value.file }, authority);
      return applied;
    }),
    'productFile.undo': withProducts<'productFile.undo'>(async (_nothing, authority) => {
      const undone = await productFile.undo();
      if (undone.ok) people.note('importUndone', { note: undone.value.file }, authority);
      return undone;
    }),
    'productFile.export': withProducts<'productFile.export'>(() => productFile.export()),
  };
}
