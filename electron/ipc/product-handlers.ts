import { countries } from '../../shared/country';
import { ok } from '../../shared/errors';
import type { productRequests } from '../../shared/ipc/product-requests';
import { lookUpCode } from '../selling/look-up-code';
import { saveProduct } from '../selling/save-product';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

export function productHandlers({
  catalogue,
  people,
  settings,
}: Pick<Till, 'catalogue' | 'people' | 'settings'>): Pick<RequestHandlers, keyof typeof productRequests> {
  return {
    'catalogue.lookUp': ({ code }) => {
      const { selling, account } = settings.read();
      return ok(lookUpCode(code, catalogue, selling.scaleCodes, countries[account?.site ?? 'MLA'].currency));
    },
    'catalogue.categories': () => ok([...catalogue.categories()]),
    'catalogue.ofCategory': ({ category, limit }) => ok([...catalogue.ofCategory(category, limit)]),
    'catalogue.find': ({ id }) => ok(catalogue.find(id)),
    'catalogue.save': async ({ approval, ...entry }) => {
      const allowed = await people.authorise('products', approval);
      if (!allowed.ok) return allowed;
      return saveProduct(entry, catalogue, ({ price, name }) =>
        people.note('productSaved', { amount: price, note: name }, allowed.value),
      );
    },
  };
}
