import { allocate } from '../../shared/allocate';
import type { CashRefund } from '../../shared/cash/cash-sale';
import type { CashRounding } from '../../shared/cash/cash-rounding';
import { roundForGivingBack } from '../../shared/cash/cash-rounding';
import { minor, sum, type MinorUnits } from '../../shared/money';
import type { SaleLine } from '../../shared/sale';

/** Cash that can be given back, as it stood when a person wanted to. */
export interface CashRefundTarget {
  readonly saleId: string;
  readonly number: number;
  readonly total: MinorUnits;
  /** What is left in the drawer of this sale. */
  readonly left: MinorUnits;
  readonly lines: readonly SaleLine[];
  /** Lines that came back before, by their place. */
  readonly cameBack: ReadonlySet<number>;
}

interface SoldForCash {
  readonly sale: {
    readonly id: string;
    readonly number: number;
    readonly total: MinorUnits;
    readonly lines: readonly SaleLine[];
  };
  /** What of it was paid in cash. */
  readonly paid: MinorUnits;
}

/** What was given back in cash. */
export function cashGivenBack(refunds: readonly CashRefund[]): MinorUnits {
  return sum(refunds.map(({ amount }) => amount));
}

/** Null when nothing is left. */
export function cashRefundTarget({ sale, paid }: SoldForCash, refunds: readonly CashRefund[]): CashRefundTarget | null {
  const left = minor(paid - cashGivenBack(refunds));
  if (left <= 0) return null;
  const { id: saleId, number, total, lines } = sale;
  return { saleId, number, total, left, lines, cameBack: new Set(refunds.flatMap((refund) => refund.lines)) };
}

/** What these lines are worth in coins: never less than they cost, never more than is left. */
export function worthOf(
  chosen: ReadonlySet<number>,
  { lines, total, left }: CashRefundTarget,
  rounding: CashRounding,
): MinorUnits {
  // Each line with its part of what was taken off the whole sale.
  const shares = allocate(
    total,
    lines.map((line) => line.total),
  );
  const cost = sum(shares.filter((_, index) => chosen.has(index)));
  return minor(Math.min(left, roundForGivingBack(cost, rounding)));
}
