import { allocate } from '../../shared/allocate';
import { minor, type MinorUnits } from '../../shared/money';

/** Money of a sale that went back. */
export interface GivenBack {
  readonly amount: MinorUnits;
  /** The lines that came back with it, by their place; empty when it was about an amount. */
  readonly lines: readonly number[];
  /** Whether it belongs to what is asked about. */
  readonly counts: boolean;
}

export interface SaleGivenBack {
  /** What each of its lines cost. */
  readonly totals: readonly MinorUnits[];
  /** All there ever were, in their order. */
  readonly refunds: readonly GivenBack[];
  /** Whether nothing is left of what it brought. */
  readonly isAllBack: boolean;
}

/**
 * What went back for each line of a sale, to the minor unit. Who names lines says so; and with the last money of a sale
 * everything came back that had not come back before. Of any other amount nobody knows: it is for none.
 */
export function refundsByLine({ totals, refunds, isAllBack }: SaleGivenBack): readonly MinorUnits[] {
  const places = [...totals.keys()];
  const cameBack = new Set<number>();
  let sums: readonly MinorUnits[] = totals.map(() => minor(0));
  for (const [index, { amount, lines, counts }] of refunds.entries()) {
    const isRest = lines.length === 0 && isAllBack && index === refunds.length - 1;
    const named = new Set(isRest ? places.filter((line) => !cameBack.has(line)) : lines);
    for (const line of named) cameBack.add(line);
    if (!counts) continue;
    const shares = allocate(
      amount,
      totals.map((total, line) => (named.has(line) ? total : minor(0))),
    );
    sums = sums.map((sum, line) => minor(sum + (shares[line] ?? 0)));
  }
  return sums;
}
