import type { Currency, Locale } from '../../shared/country';
import type { Discount } from '../../shared/discount';
import { fail, ok, type Result } from '../../shared/errors';
import { parseAmount, type AmountProblem } from './parse-amount';
import { parsePercent } from './parse-percent';

export type DiscountProblem = AmountProblem | 'percent';

/** A discount as people type it: "10%" or "12,5 %" is a part, "500" an amount. */
export function parseDiscount(typed: string, currency: Currency, locale: Locale): Result<Discount, DiscountProblem> {
  const part = /^(.*)%\s*$/su.exec(typed)?.[1];
  if (part === undefined) {
    const amount = parseAmount(typed, currency, locale);
    return amount.ok ? ok({ kind: 'amount', amount: amount.value }) : amount;
  }
  const percent = parsePercent(part);
  // At most two decimals were read, so this is an integer but for a float's last bit.
  const hundredths = Math.round((percent ?? 0) * 100);
  return hundredths === 0 ? fail('percent') : ok({ kind: 'percent', hundredths });
}

/** The same as a person would type it. */
export function typedPercent(hundredths: number, locale: Locale): string {
  return `${new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 }).format(hundredths / 100)}%`;
}
