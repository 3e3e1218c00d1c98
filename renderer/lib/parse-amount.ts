import { decimalsOf, type Currency, type Locale } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import { MAX_TOTAL, minor, type MinorUnits } from '../../shared/money';

export type AmountProblem =
  'empty' | 'notANumber' | 'ambiguous' | 'tooManyDecimals' | 'noDecimals' | 'zero' | 'tooLarge';

const SHAPE = /^(?<whole>\d+|\d{1,3}(?:(?<group>[.,])\d{3})(?:\k<group>\d{3})*)(?:(?<point>[.,])(?<decimals>\d+))?$/;

/**
 * An amount as people type it, in minor units: "1234,5", "1.234,50" and "1234.50" are the same in Argentina. Built from the
 * digits, never through a float. What could be read in two ways is refused rather than guessed: a wrong guess is a
 * thousand times the price.
 */
export function parseAmount(typed: string, currency: Currency, locale: Locale): Result<MinorUnits, AmountProblem> {
  const text = typed.trim().replace(/^(?:R\$|S\/\.?|\$U?)\s*/u, '');
  if (text === '') return fail('empty');
  const parts = SHAPE.exec(text)?.groups;
  if (!parts?.whole) return fail('notANumber');

  const { group, point } = parts;
  let whole = parts.whole;
  let decimals = parts.decimals ?? '';

  if (group !== undefined && point === group) return fail('notANumber');
  const mayGroup = group === undefined && decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  if (mayGroup) {
    // "1.234" is a thousand and something only where the point groups thousands.
    if (point === decimalPointOf(locale)) return fail('ambiguous');
    whole += decimals;
    decimals = '';
  }
  return inMinorUnits(whole.replace(/[.,]/g, ''), decimals, decimalsOf(currency));
}

function inMinorUnits(whole: string, decimals: string, scale: 0 | 2): Result<MinorUnits, AmountProblem> {
  if (scale === 0 && decimals !== '') return fail('noDecimals');
  if (decimals.length > scale) return fail('tooManyDecimals');
  const digits = (whole + decimals.padEnd(scale, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > String(MAX_TOTAL).length) return fail('tooLarge');
  const amount = Number(digits);
  if (amount === 0) return fail('zero');
  if (amount > MAX_TOTAL) return fail('tooLarge');
  return ok(minor(amount));
}

/** The sign between whole and cents in a locale. */
export function decimalPointOf(locale: Locale): ',' | '.' {
  const part = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  return part?.value === '.' ? '.' : ',';
}
