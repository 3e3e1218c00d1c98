import { z } from 'zod';
import type { Currency } from '../country';
import { denominationsOf } from '../denominations';
import { MAX_TOTAL, minor, minorUnitsSchema, type MinorUnits } from '../money';

/** More of one kind than any drawer holds. */
const MOST_PIECES = 99_999;

/** What somebody counted: how many of each note and coin, and what is in no list (old coins, foreign ones) as an amount. */
export const cashCountSchema = z.object({
  pieces: z
    .array(
      z.object({
        kind: z.enum(['note', 'coin']),
        value: minorUnitsSchema.positive().max(MAX_TOTAL),
        count: z.int().min(1).max(MOST_PIECES),
      }),
    )
    .max(40),
  other: minorUnitsSchema.nonnegative().max(MAX_TOTAL),
});
export type CashCount = z.infer<typeof cashCountSchema>;

/** What is being counted, as far as it is typed. Kept, so that a power cut costs nobody a second count. */
export const countDraftSchema = z.object({ purpose: z.enum(['opening', 'closing']), count: cashCountSchema });
export type CountDraft = z.infer<typeof countDraftSchema>;

export const emptyCount: CashCount = { pieces: [], other: minor(0) };

export function countedOf({ pieces, other }: CashCount): MinorUnits {
  return minor(pieces.reduce((total, { value, count }) => total + value * count, Number(other)));
}

/** Whether all of it exists in that country, and nothing is in it twice. */
export function isCountIn(currency: Currency, { pieces }: CashCount): boolean {
  const known = new Set(denominationsOf(currency).map(keyOf));
  const counted = pieces.map(keyOf);
  return new Set(counted).size === counted.length && counted.every((key) => known.has(key));
}

/** The count with that many of one note or coin; zero takes it out. */
export function withPieces(
  count: CashCount,
  { kind, value }: Omit<CashCount['pieces'][number], 'count'>,
  pieces: number,
): CashCount {
  const others = count.pieces.filter((each) => keyOf(each) !== keyOf({ kind, value }));
  return { ...count, pieces: pieces === 0 ? others : [...others, { kind, value, count: pieces }] };
}

export function piecesOf(
  count: CashCount,
  denomination: { readonly kind: string; readonly value: MinorUnits },
): number {
  return count.pieces.find((each) => keyOf(each) === keyOf(denomination))?.count ?? 0;
}

function keyOf({ kind, value }: { readonly kind: string; readonly value: MinorUnits }): string {
  return `${kind} ${value}`;
}
