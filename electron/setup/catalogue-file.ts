import { z } from 'zod';
import type { Currency } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import { fromDecimal, MAX_TOTAL } from '../../shared/money';
import type { Product } from '../../shared/sale';
import { unitSchema } from '../../shared/quantity';
import { startTexts } from '../../shared/texts/start-texts';
import { lineOf, parseLocated, type FileProblem } from './located-json';

/** `price` is a decimal number in the account's currency: 1250.5 is $ 1.250,50. */
const entrySchema = z.strictObject({
  code: z.string().trim().min(1).max(64).optional(),
  name: z.string().trim().min(1).max(120),
  price: z.number().positive(),
  unit: unitSchema.default('unit'),
  category: z.string().trim().min(1).max(60).optional(),
  favourite: z.boolean().default(false),
});
const fileSchema = z.strictObject({ products: z.array(entrySchema).max(100_000) });

/** Reads a catalogue file whole, or says which line is wrong. A product's id is its code, or its name without one. */
export function parseCatalogue(
  file: string,
  text: string,
  currency: Currency,
): Result<readonly Product[], FileProblem> {
  const parsed = parseLocated(file, text, fileSchema);
  if (!parsed.ok) return parsed;
  const seen = new Set<string>();
  const products: Product[] = [];
  for (const [index, { code, name, price, unit, category, favourite }] of parsed.value.products.entries()) {
    const problem = (reason: string) =>
      fail({ file, line: lineOf(text, ['products', index]), reason: `${name}: ${reason}` });
    const id = code ?? name;
    if (seen.has(id)) return problem(startTexts.repeatedProduct(id));
    seen.add(id);
    const amount = fromDecimal(price, currency);
    if (amount === null) return problem(startTexts.tooManyDecimals(price, currency));
    if (amount > MAX_TOTAL) return problem(startTexts.priceTooLarge(price));
    products.push({ id, code: code ?? null, name, price: amount, unit, category: category ?? null, favourite });
  }
  return ok(products);
}
