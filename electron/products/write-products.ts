import { z } from 'zod';
import { decimalsOf, taxesProducts, type Currency } from '../../shared/country';
import { toDecimal } from '../../shared/money';
import { unitSchema } from '../../shared/quantity';
import type { Product } from '../../shared/sale';
import { guarded } from './formula-guard';

/** The words of the file. */
export const productFileWordsSchema = z.object({
  /** Code, name, price, unit, category, favourite. */
  header: z.array(z.string()).length(6).readonly(),
  /** Of the column that comes after them where products have a tax of their own. */
  tax: z.string(),
  unit: z.record(unitSchema, z.string()).readonly(),
  yes: z.string(),
  no: z.string(),
});
export type ProductFileWords = z.infer<typeof productFileWordsSchema>;

/**
 * The catalogue as a file that Excel in Spanish or Portuguese opens right (byte order mark, `;`, decimal comma), and that
 * is read again as what it was.
 */
export function writeProducts(products: Iterable<Product>, currency: Currency, words: ProductFileWords): string {
  const isTaxed = taxesProducts(currency);
  const lines = [[...words.header, ...(isTaxed ? [words.tax] : [])].map(cellOf).join(';')];
  for (const { code, name, price, unit, category, favourite, tax } of products) {
    const decimal = toDecimal(price, currency).toFixed(decimalsOf(currency)).replace('.', ',');
    const cells = [code ?? '', name, decimal, words.unit[unit], category ?? '', favourite ? words.yes : words.no];
    if (isTaxed) cells.push(typeof tax === 'number' ? String(tax / 100).replace('.', ',') : '');
    lines.push(cells.map(cellOf).join(';'));
  }
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = guarded(text);
  return /[;"\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
