import { z } from 'zod';

/** How much of a product: thousandths of its unit, so that 0.350 kg and 3 packets are both integers (350 and 3000). */
export const quantitySchema = z.int().positive().max(9_999_999).brand<'Quantity'>();
export type Quantity = z.infer<typeof quantitySchema>;

export const unitSchema = z.enum(['unit', 'kg']);
export type Unit = z.infer<typeof unitSchema>;

/** Whole units as a quantity: `units(3)` is three packets. @throws when it is not a positive integer below 10 000. */
export function units(count: number): Quantity {
  return quantitySchema.parse(count * 1000);
}

/** "3" for three units, "0,350" for a weight. */
export function formatQuantity(quantity: Quantity, unit: Unit, locale: string): string {
  return quantityFormat(unit === 'kg' ? 3 : 0, locale).format(quantity / 1000);
}

// Making one costs more than a whole ticket.
const formats = new Map<string, Intl.NumberFormat>();

function quantityFormat(minimumFractionDigits: number, locale: string): Intl.NumberFormat {
  const key = `${locale} ${minimumFractionDigits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 3 });
  formats.set(key, format);
  return format;
}
