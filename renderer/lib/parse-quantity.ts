import { fail, ok, type Result } from '../../shared/errors';
import { quantitySchema, type Quantity, type Unit } from '../../shared/quantity';

export type QuantityProblem = 'notANumber' | 'notWhole' | 'tooPrecise' | 'zero' | 'tooLarge';

/** A quantity as people type it: "3" packets, "0,350" or "0.350" kg. There is no sign for thousands in a quantity. */
export function parseQuantity(typed: string, unit: Unit): Result<Quantity, QuantityProblem> {
  const match = /^(\d{1,12})(?:[.,](\d{1,12}))?$/.exec(typed.trim());
  if (!match) return fail('notANumber');
  const [, whole = '', decimals = ''] = match;
  if (unit === 'unit' && /[1-9]/.test(decimals)) return fail('notWhole');
  if (/[1-9]/.test(decimals.slice(3))) return fail('tooPrecise');
  const thousandths = Number(whole + decimals.slice(0, 3).padEnd(3, '0'));
  if (thousandths === 0) return fail('zero');
  const quantity = quantitySchema.safeParse(thousandths);
  return quantity.success ? ok(quantity.data) : fail('tooLarge');
}
