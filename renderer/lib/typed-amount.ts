import { decimalsOf, type Currency, type Locale } from '../../shared/country';
import { toDecimal, type MinorUnits } from '../../shared/money';

/** An amount as a person would type it: no symbol, no thousands, so that `parseAmount` reads the very same back. */
export function typedAmount(amount: MinorUnits, currency: Currency, locale: Locale): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(toDecimal(amount, currency));
}
