import { decimalsOf, type Currency } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import { MAX_TOTAL, minor, type MinorUnits } from '../../shared/money';
import type { LineProblem } from '../../shared/product-file';

/** Which character stands before the decimals in a file; null while nothing in it says so. */
export type DecimalMark = '.' | ',' | 'both' | null;

const LONGEST = 40;

/**
 * Finds out from all prices of a file, because one alone may not tell: "1.250" is a thousand where others say "12,50",
 * and one and a quarter where they say "12.50".
 */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark {
  const seen = new Set<'.' | ','>();
  for (const text of texts) {
    const mark = markIn(digitsOf(text));
    if (mark !== null) seen.add(mark);
  }
  if (seen.size === 2) return 'both';
  const [only = null] = seen;
  return only;
}

/** A price as a person or another program wrote it, exactly: no floating point is in between. */
export function parsePrice(
  text: string,
  currency: Currency,
  fileMark: DecimalMark,
): Result<MinorUnits, LineProblem['code']> {
  const digits = digitsOf(text);
  if (digits.length > LONGEST || !/^\d+(?:[.,]\d{3})*(?:[.,]\d+)?$/.test(digits)) return fail('priceUnclear');
  const own = markIn(digits);
  const groups = own === null && /[.,]/.test(digits);
  // "1.250" in a file that writes decimals both ways could be either.
  if (groups && fileMark === 'both') return fail('priceUnclear');
  const isDecimal = groups && fileMark !== null && digits.split(fileMark).length === 2;
  const mark = own ?? (isDecimal ? fileMark : null);
  const at = mark === null ? -1 : digits.lastIndexOf(mark);
  const whole = (at === -1 ? digits : digits.slice(0, at)).replace(/[.,]/g, '');
  const fraction = at === -1 ? '' : digits.slice(at + 1).replace(/0+$/, '');
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals) return fail('priceDecimals');
  const amount = Number(whole + fraction.padEnd(decimals, '0'));
  if (amount > MAX_TOTAL) return fail('priceTooLarge');
  return amount === 0 ? fail('priceZero') : ok(minor(amount));
}

/** Without the currency's sign and spaces. */
function digitsOf(text: string): string {
  return text.replace(/[\s\u00a0\u202f]|R\$|US\$|S\/\.?|\$U|\$/g, '').replace(/^(?:ARS|BRL|CLP|COP|MXN|PEN|UYU)/i, '');
}

/** The decimal mark of one number, when the number itself says: after groups, or with other than three digits behind it. */
function markIn(digits: string): '.' | ',' | null {
  const marks = digits.replace(/[^.,]/g, '');
  const last = marks.at(-1);
  if (last !== '.' && last !== ',') return null;
  const behind = digits.length - digits.lastIndexOf(last) - 1;
  const repeated = marks.split(last).length > 2;
  if (repeated) return null;
  if (marks.length > 1) return last;
  // Neither "0.500" nor "1250.000" has groups of thousands before its mark.
  return behind === 3 && !/^(?:0?|\d{4,})[.,]/.test(digits) ? null : last;
}
