import { fail, ok, type Result } from '../../shared/errors';
import type { LineProblem } from '../../shared/product-file';

const WHOLE = 10_000;

/**
 * The rate of a tax as a person or another program wrote it, "19", "19%" or "5,5", in hundredths of a percent. Less than one percent
 * is what a spreadsheet makes of a cell that it shows as a percentage: "0,19" is refused, because nobody taxes so little.
 */
export function parseTax(text: string): Result<number, LineProblem['code']> {
  const [, whole, fraction = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text) ?? [];
  if (whole === undefined) return fail('taxUnclear');
  const rate = Number(whole + fraction.padEnd(2, '0'));
  return rate > WHOLE || (rate > 0 && rate < WHOLE / 100) ? fail('taxUnclear') : ok(rate);
}
