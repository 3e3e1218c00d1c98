import { decimalsOf, type Currency, type Locale } from '../../shared/country';
import { guarded } from '../products/formula-guard';

/** How the cells of a file are written. Everything is text that a spreadsheet reads as what it is. */
export interface Cells {
  /** A spreadsheet separates by `;` where the comma is its decimal mark. */
  readonly separator: ';' | ',';
  readonly text: (text: string) => string;
  /** Minor units. */
  readonly money: (amount: number) => string;
  /** Thousandths. */
  readonly quantity: (quantity: number) => string;
  /** Hundredths of a percent. */
  readonly percent: (hundredths: number) => string;
  /** `2026-11-23`, the one way to write a day that every locale reads as the same. */
  readonly date: (at: string) => string;
  readonly time: (at: string) => string;
}

interface Sheet {
  readonly currency: Currency;
  readonly locale: Locale;
  readonly timeZone: string;
}

export function createCells({ currency, locale, timeZone }: Sheet): Cells {
  const point = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
  const mark = point === '.' ? '.' : ',';
  // Sweden writes days as the standard does.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const decimals = decimalsOf(currency);
  return {
    separator: mark === ',' ? ';' : ',',
    text: guarded,
    money: (amount) => decimal(amount, decimals, mark),
    quantity: (quantity) => withoutZeros(decimal(quantity, 3, mark)),
    percent: (hundredths) => withoutZeros(decimal(hundredths, 2, mark)),
    date: (at) => clock.format(new Date(at)).slice(0, 10),
    time: (at) => clock.format(new Date(at)).slice(11),
  };
}

/** Out of the digits, never through a fraction. */
function decimal(value: number, decimals: number, mark: string): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const sign = value < 0 ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}${mark}${digits.slice(-decimals)}`;
}

function withoutZeros(fraction: string): string {
  return fraction.replace(/[.,]?0+$/, '');
}
