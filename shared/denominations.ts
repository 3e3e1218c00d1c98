import { decimalsOf, type Currency } from './country';
import { minor, type MinorUnits } from './money';

/** A note or a coin of one worth. The same worth may exist as both. */
export interface Denomination {
  readonly kind: 'note' | 'coin';
  readonly value: MinorUnits;
}

/**
 * What is in a drawer of each country in 2026, in units of the currency, largest first: the central banks' lists, without
 * what they have called back.
 */
const inUse: Readonly<Record<Currency, { readonly notes: readonly number[]; readonly coins: readonly number[] }>> = {
  ARS: { notes: [20_000, 10_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10], coins: [10, 5, 2, 1] },
  BRL: { notes: [200, 100, 50, 20, 10, 5, 2], coins: [1, 0.5, 0.25, 0.1, 0.05] },
  CLP: { notes: [20_000, 10_000, 5_000, 2_000, 1_000], coins: [500, 100, 50, 10] },
  COP: { notes: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000], coins: [1_000, 500, 200, 100, 50] },
  MXN: { notes: [1_000, 500, 200, 100, 50, 20], coins: [20, 10, 5, 2, 1, 0.5] },
  PEN: { notes: [200, 100, 50, 20, 10], coins: [5, 2, 1, 0.5, 0.2, 0.1] },
  UYU: { notes: [2_000, 1_000, 500, 200, 100, 50, 20], coins: [50, 10, 5, 2, 1] },
};

/** The notes and then the coins of a country, each kind from the largest to the smallest. */
export function denominationsOf(currency: Currency): readonly Denomination[] {
  const { notes, coins } = inUse[currency];
  const worth = (units: number): MinorUnits => minor(Math.round(units * 10 ** decimalsOf(currency)));
  return [
    ...notes.map((units): Denomination => ({ kind: 'note', value: worth(units) })),
    ...coins.map((units): Denomination => ({ kind: 'coin', value: worth(units) })),
  ];
}
