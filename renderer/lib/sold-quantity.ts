import type { Locale } from '../../shared/country';
import type { Unit } from '../../shared/quantity';

/** How much was sold of something, however much it is: "2.412" or "12,350 kg". */
export function soldQuantity(thousandths: number, unit: Unit, locale: Locale): string {
  const decimals = unit === 'kg' ? 3 : 0;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: 3 });
  return `${format.format(thousandths / 1000)}${unit === 'kg' ? ' kg' : ''}`;
}
