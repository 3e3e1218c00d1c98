import { randomUUID } from 'node:crypto';
import { formsOf } from '../../shared/codes/check-digit';
import { fail, ok, type Result } from '../../shared/errors';
import type { ProductEntry } from '../../shared/ipc/product-requests';
import type { Product } from '../../shared/sale';
import type { CatalogueStore } from '../storage/catalogue-store';

/**
 * Stores a new product, or what has changed of one. Two products never share a code, in whichever form it is scanned.
 * @param alsoWrite is on disk with it, or neither is
 */
export function saveProduct(
  { id, ...entry }: ProductEntry,
  catalogue: Pick<CatalogueStore, 'find' | 'findByCode' | 'findWhole' | 'put'>,
  alsoWrite: (product: Product) => void,
): Result<Product> {
  if (id !== null && !catalogue.find(id)) return fail({ code: 'productUnknown' });
  const taken = entry.code === null ? [] : formsOf(entry.code).flatMap((code) => catalogue.findByCode(code) ?? []);
  if (taken.some((other) => other.id !== id)) return fail({ code: 'codeTaken' });
  const product = { ...entry, id: id ?? newId(entry.code, catalogue) };
  catalogue.put(product, () => alsoWrite(product));
  return ok(catalogue.findWhole(product.id) ?? product);
}

/** As in a file of products, an id is the code: reading the file in again finds the same product. */
function newId(code: string | null, catalogue: Pick<CatalogueStore, 'find'>): string {
  return code !== null && !catalogue.find(code) ? code : randomUUID();
}
