import { formsOf, isMisread } from '../../shared/codes/check-digit';
import { pluForms, readScaleCode, type ScaleCodes } from '../../shared/codes/scale-code';
import type { Currency } from '../../shared/country';
import type { Product } from '../../shared/sale';
import type { ScanAnswer } from '../../shared/scan-answer';
import type { CatalogueStore } from '../storage/catalogue-store';

type ByCode = Pick<CatalogueStore, 'findByCode'>;

/**
 * What a code stands for. The catalogue comes first: a shop may have given a product any code, also one that looks like a
 * scale's or that no check digit fits.
 */
export function lookUpCode(code: string, catalogue: ByCode, scale: ScaleCodes | null, currency: Currency): ScanAnswer {
  const product = firstOf(formsOf(code), catalogue);
  if (product) return { kind: 'product', product };
  const label = readScaleCode(code, scale, currency);
  const weighed = label && firstOf(pluForms(label.plu), catalogue);
  if (label && weighed) {
    if (label.kind === 'priced') return { kind: 'priced', product: weighed, price: label.price };
    if (weighed.unit === 'kg') return { kind: 'weighed', product: weighed, quantity: label.quantity };
  }
  return { kind: isMisread(code) ? 'misread' : 'unknown' };
}

function firstOf(codes: readonly string[], catalogue: ByCode): Product | null {
  for (const code of codes) {
    const product = catalogue.findByCode(code);
    if (product) return product;
  }
  return null;
}
