import { allocate } from '../../shared/allocate';
import { minor, sum, type MinorUnits } from '../../shared/money';

/** Money of a sale that went back. */
export interface GivenBack {
  readonly amount: MinorUnits;
  /** The lines that came back with it, by their place; empty when it was about an amount. */
  readonly lines: readonly number[];
  /** On the store's calendar: `2026-11-23`. */
  readonly day: string;
  /** Whether it belongs to what is asked about: all refunds of a day do, or none. */
  readonly counts: boolean;
}

export interface SaleGivenBack {
  /** What each of its lines cost. */
  readonly totals: readonly MinorUnits[];
  /** What it came to. */
  readonly brought: MinorUnits;
  /** What was paid, which may be more. A surplus is given back first. */
  readonly paid: MinorUnits;
  /** All that the till ever gave back of it, in their order. */
  readonly refunds: readonly GivenBack[];
}

/**
 * What went back for each line of a sale, to the minor unit. Who names lines says so. On the day on which the till gives
 * back the last of what was paid, everything came back: what names no line that day is shared by what each line still lacks
 * of its share of the sale, and none gets more. Any other amount is for no line and stays so, for nothing that happens later
 * changes what an earlier day was told; the lines go without it in the end.
 */
export function refundsByLine({ totals, brought, paid, refunds }: SaleGivenBack): readonly MinorUnits[] {
  const shared = refunds.map((refund) => ({ ...refund, shares: sharesOf(refund, totals) }));
  const toLines = (part: typeof shared) =>
    totals.map((_, line) => sum(part.map(({ shares }) => shares[line] ?? minor(0))));
  const told = toLines(shared.filter(({ counts }) => counts));
  const untilLast = shared.slice(0, placeOfLast(refunds, paid) + 1);
  const last = untilLast.at(-1);
  if (!last?.counts) return told;
  const cameBack = toLines(untilLast);
  const lacking = allocate(brought, totals).map((share, line) => minor(Math.max(0, share - (cameBack[line] ?? 0))));
  const unnamed = untilLast.filter(({ day, shares }) => day === last.day && sum(shares) === 0);
  const rest = Math.min(sum(unnamed.map(({ amount }) => amount)), sum(lacking));
  const restOf = allocate(minor(rest), lacking);
  return told.map((amount, line) => minor(amount + (restOf[line] ?? 0)));
}

/** All zero where it names no line that cost something. */
function sharesOf({ amount, lines }: GivenBack, totals: readonly MinorUnits[]): readonly MinorUnits[] {
  const named = new Set(lines);
  return allocate(
    amount,
    totals.map((total, line) => (named.has(line) ? total : minor(0))),
  );
}

/** Which refund gave back the last of what was paid; -1 while something is left of it, or went back outside of the till. */
function placeOfLast(refunds: readonly GivenBack[], paid: MinorUnits): number {
  let left: number = paid;
  return refunds.findIndex(({ amount }) => (left -= amount) <= 0);
}
