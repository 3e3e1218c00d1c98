import type { Currency } from '../country';
import { minor, type MinorUnits } from '../money';

/** Notes and coins of a country that are in use, the largest first, in minor units. */
interface Denominations {
  readonly notes: readonly number[];
  readonly coins: readonly number[];
}

/** As the central banks issue them in 2026; what has lost its use (coins below a peso in Argentina) is left out. */
const denominations: Readonly<Record<Currency, Denominations>> = {
  ARS: {
    notes: [2_000_000, 1_000_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000],
    coins: [1_000, 500, 200, 100],
  },
  BRL: { notes: [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200], coins: [100, 50, 25, 10, 5] },
  CLP: { notes: [20_000, 10_000, 5_000, 2_000, 1_000], coins: [500, 100, 50, 10] },
  COP: { notes: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000], coins: [1_000, 500, 200, 100, 50] },
  MXN: { notes: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000], coins: [2_000, 1_000, 500, 200, 100, 50] },
  PEN: { notes: [20_000, 10_000, 5_000, 2_000, 1_000], coins: [500, 200, 100, 50, 20, 10] },
  UYU: { notes: [200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000], coins: [5_000, 1_000, 500, 200, 100] },
};

/** Every value once, the largest first: what a drawer is counted by. */
export function denominationsOf(currency: Currency): readonly MinorUnits[] {
  const { notes, coins } = denominations[currency];
  return [...new Set([...notes, ...coins])].sort((one, other) => other - one).map(minor);
}

/** More than anybody hands over, so that a product's code in the field of the money is never taken for money. */
export function isTooMuchCash(due: MinorUnits, received: MinorUnits, currency: Currency): boolean {
  return received - due >= 2 * largestNote(currency);
}

/**
 * What a customer is likely to hand over for this amount, the smallest first and never the amount itself: sums of few
 * notes, of which none could stay in the wallet.
 */
export function likelyNotes(due: MinorUnits, currency: Currency, most = 5): readonly MinorUnits[] {
  const { notes } = denominations[currency];
  const sums = new Set(notes.map((note) => Math.ceil(due / note) * note));
  return [...sums]
    .map((amount) => ({ amount, ...inNotes(amount, notes) }))
    .filter(({ amount, smallest }) => amount > due && amount - smallest < due)
    .sort((one, other) => one.count - other.count || one.amount - other.amount)
    .slice(0, most)
    .map(({ amount }) => minor(amount))
    .sort((one, other) => one - other);
}

/** The fewest notes that make a sum of the smallest one, and the smallest among them. */
function inNotes(amount: number, notes: readonly number[]): { readonly count: number; readonly smallest: number } {
  let left = amount;
  let count = 0;
  let smallest = 0;
  for (const note of notes) {
    if (left >= note) smallest = note;
    count += Math.floor(left / note);
    left %= note;
  }
  return { count, smallest };
}

function largestNote(currency: Currency): number {
  return denominations[currency].notes[0] ?? 0;
}
