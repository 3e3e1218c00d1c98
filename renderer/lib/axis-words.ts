import type { Locale } from '../../shared/country';

const MILLION = 1_000_000;

/**
 * What stands beside a line of a chart: whole amounts, or millions where the highest line has them. CLDR's own short
 * forms would write "80 k" above "1 K" in Argentina, and no shop says either.
 * @param amounts of the whole scale, in units of the currency
 */
export function axisWords(amounts: readonly number[], locale: Locale): readonly string[] {
  const inMillions = Math.max(...amounts) >= MILLION;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: true });
  return amounts.map((amount) =>
    inMillions && amount !== 0 ? `${format.format(amount / MILLION)} M` : format.format(amount),
  );
}
