import { dinero, halfUp, multiply, toSnapshot, transformScale } from 'dinero.js';
import { z } from 'zod';
import { decimalsOf, type Currency, type Locale } from './country';
import type { Quantity } from './quantity';

/**
 * An amount in the smallest unit that the currency is charged in: centavos for ARS, whole pesos for CLP and COP.
 * Always an integer. The currency is the account's and is the same for everything in one till.
 */
export const minorUnitsSchema = z.int().brand<'MinorUnits'>();
export type MinorUnits = z.infer<typeof minorUnitsSchema>;

/** The largest sale that is accepted: 99 999 999.99 in a currency of two decimals. Far above a real one, far below 2^53. */
export const MAX_TOTAL = 9_999_999_999;

/** An integer known to be minor units. @throws when it is not an integer, which is a bug of the caller. */
export function minor(amount: number): MinorUnits {
  return minorUnitsSchema.parse(amount);
}

export function sum(amounts: readonly MinorUnits[]): MinorUnits {
  return minor(amounts.reduce<number>((total, amount) => total + amount, 0));
}

/** `unitPrice × quantity`, rounded half up to the minor unit: 0.350 kg at $ 1.234,50 is $ 432,08. */
export function timesQuantity(unitPrice: MinorUnits, quantity: Quantity): MinorUnits {
  const priced = dinero({ amount: unitPrice, currency: { code: 'XXX', base: 10, exponent: 0 } });
  const exact = multiply(priced, { amount: quantity, scale: 3 });
  return minor(toSnapshot(transformScale(exact, 0, halfUp)).amount);
}

/** A part of an amount, in hundredths of a percent, rounded half up to the minor unit: 10.5 % (1050) of 333 is 35. */
export function shareOf(amount: MinorUnits, hundredths: number): MinorUnits {
  const whole = dinero({ amount, currency: { code: 'XXX', base: 10, exponent: 0 } });
  const exact = multiply(whole, { amount: hundredths, scale: 4 });
  return minor(toSnapshot(transformScale(exact, 0, halfUp)).amount);
}

/** The decimal number that Mercado Pago's JSON carries: 1999 → 19.99. Exact for every amount up to `MAX_TOTAL`. */
export function toDecimal(amount: MinorUnits, currency: Currency): number {
  return amount / 10 ** decimalsOf(currency);
}

/**
 * The inverse of `toDecimal`. Rounds, because 19.99 × 100 is 1998.9999999999998 and truncating loses a cent in
 * 4 586 of the first 100 000 amounts. `null` when the number has more decimals than the currency.
 */
export function fromDecimal(value: number, currency: Currency): MinorUnits | null {
  const scaled = value * 10 ** decimalsOf(currency);
  const rounded = Math.round(scaled);
  if (!Number.isSafeInteger(rounded) || Math.abs(scaled - rounded) > 1e-4) return null;
  return minor(rounded);
}

/** Text for people in the store's locale, with plain spaces (Intl's no-break spaces do not exist on a printer). */
export function formatMoney(amount: MinorUnits, currency: Currency, locale: Locale): string {
  return moneyFormat(currency, locale)
    .format(toDecimal(amount, currency))
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** The same text in two parts, so that a screen can draw the symbol smaller than the digits. */
export function moneyParts(
  amount: MinorUnits,
  currency: Currency,
  locale: Locale,
): { readonly symbol: string; readonly digits: string } {
  const parts = moneyFormat(currency, locale).formatToParts(toDecimal(amount, currency));
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency;
  const digits = parts
    .filter((part) => part.type !== 'currency' && !(part.type === 'literal' && part.value.trim() === ''))
    .map((part) => part.value)
    .join('');
  return { symbol, digits };
}

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: Currency, locale: Locale): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    const decimals = decimalsOf(currency);
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  return format;
}
