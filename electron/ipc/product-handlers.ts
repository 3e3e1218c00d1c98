import { countries } from '../../shared/country';
import { ok } from '../../shared/errors';
import { MOST_QUICK_KEYS, type productRequests } from '../../shared/ipc/product-requests';
import { readSmallPicture } from '../pictures/read-small-picture';
import { lookUpCode } from '../selling/look-up-code';
import { saveProduct } from '../selling/save-product';
import type { Till } from '../till';
import { absenceOf } from './absence-of';
import type { RequestHandlers } from './serve-requests';

export function productHandlers({
  catalogue,
  quickKeys,
  pictures,
  people,
  settings,
}: Pick<Till, 'catalogue' | 'quickKeys' | 'pictures' | 'people' | 'settings'>): Pick<
  RequestHandlers,
  keyof typeof productRequests
> {
  return {
    'catalogue.lookUp': ({ code }) => {
      const { selling, account } = settings.read();
      return ok(lookUpCode(code, catalogue, selling.scaleCodes, countries[account?.site ?? 'MLA'].currency));
    },
    'catalogue.categories': () => ok([...catalogue.categories()]),
    'catalogue.ofCategory': ({ category, limit }) => ok([...catalogue.ofCategory(category, limit)]),
    'catalogue.find': ({ id }) => ok(catalogue.findWhole(id)),
    'catalogue.save': async ({ approval, newPicture, ...entry }) => {
      const allowed = await people.authorise('products', approval);
      if (!allowed.ok) return allowed;
      const picture = typeof newPicture === 'string' ? readSmallPicture(newPicture) : ok(newPicture);
      if (!picture.ok) return picture;
      return saveProduct(entry, catalogue, ({ id, price, name }) => {
        if (picture.value !== undefined) pictures.put(id, picture.value);
        people.note('productSaved', { amount: price, note: name }, allowed.value);
      });
    },
    'catalogue.choosePicture': () => absenceOf(people) ?? pictures.choose(),
    'catalogue.favourites': () => ok([...catalogue.favourites(MOST_QUICK_KEYS)]),
    'catalogue.arrangeFavourites': async ({ approval, ids }) => {
      const allowed = await people.authorise('products', approval);
      if (!allowed.ok) return allowed;
      quickKeys.arrange(ids, () => people.note('quickKeysArranged', {}, allowed.value));
      return ok(undefined);
    },
  };
}
