import { z } from 'zod';
import { decimalsOf, type Currency } from '../country';
import { minorUnitsSchema, type MinorUnits } from '../money';
import { quantitySchema, type Quantity } from '../quantity';
import { isMisread } from './check-digit';

/**
 * How a scale writes its labels: EAN-13 of the numbers that GS1 leaves to the shops (20 to 29): two digits of prefix, the
 * product's, then what it weighs in grams or costs, and the check digit.
 */
export const scaleCodesSchema = z.object({
  prefixes: z.array(z.string().regex(/^2\d$/)).min(1).max(10),
  /** Digits of the product's own code; the other ten less these are the value. */
  codeDigits: z.int().min(4).max(6),
  value: z.enum(['weight', 'price']),
  /** Of a price, behind the point; a currency without decimals has none. */
  decimals: z.int().min(0).max(2),
});
export type ScaleCodes = z.infer<typeof scaleCodesSchema>;

/** What a label says: which product, and how much of it or for how much. */
export type ScaleLabel = { readonly plu: string } & (
  { readonly kind: 'weighed'; readonly quantity: Quantity } | { readonly kind: 'priced'; readonly price: MinorUnits }
);

/** Null when the code is no label of this scale, was misread, or says zero. */
export function readScaleCode(code: string, scale: ScaleCodes | null, currency: Currency): ScaleLabel | null {
  if (!scale || !/^\d{13}$/.test(code) || isMisread(code) || !scale.prefixes.includes(code.slice(0, 2))) return null;
  const plu = code.slice(2, 2 + scale.codeDigits);
  const value = Number(code.slice(2 + scale.codeDigits, 12));
  if (scale.value === 'weight') {
    const quantity = quantitySchema.safeParse(value);
    return quantity.success ? { kind: 'weighed', plu, quantity: quantity.data } : null;
  }
  const price = minorUnitsSchema.safeParse(value * 10 ** (decimalsOf(currency) - scale.decimals));
  return price.success && price.data > 0 ? { kind: 'priced', plu, price: price.data } : null;
}

/** As the catalogue may know the product of a label: with the zeros in front of it, or without. */
export function pluForms(plu: string): readonly string[] {
  const bare = plu.replace(/^0+(?=\d)/, '');
  return bare === plu ? [plu] : [plu, bare];
}
