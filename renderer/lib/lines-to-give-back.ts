import { allocate } from '../../shared/allocate';
import { sum, type MinorUnits } from '../../shared/money';
import type { SaleLine } from '../../shared/sale';

/** The lines of a sale, of which some may come back. */
export interface LinesToGiveBack {
  /** What the sale cost. */
  readonly total: MinorUnits;
  readonly lines: readonly SaleLine[];
  /** Lines that came back before, by their place. */
  readonly cameBack: ReadonlySet<number>;
}

/** What these lines cost, each with its part of what was taken off the whole sale. */
export function costOf(chosen: ReadonlySet<number>, { lines, total }: LinesToGiveBack): MinorUnits {
  const shares = allocate(
    total,
    lines.map((line) => line.total),
  );
  return sum(shares.filter((_, index) => chosen.has(index)));
}
