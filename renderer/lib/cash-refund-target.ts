import type { CashRefund } from '../../shared/cash/cash-sale';
import type { CashRounding } from '../../shared/cash/cash-rounding';
import { roundForGivingBack } from '../../shared/cash/cash-rounding';
import { minor, sum, type MinorUnits } from '../../shared/money';
import { linesBack } from '../../shared/refund/lines-back';
import type { RefundState } from '../../shared/refund/refund';
import type { SaleLine } from '../../shared/sale';
import { costOf, type LinesToGiveBack } from './lines-to-give-back';

/** Cash that can be given back, as it stood when a person wanted to. */
export interface CashRefundTarget extends LinesToGiveBack {
  readonly saleId: string;
  readonly number: number;
  /** What is left in the drawer of this sale. */
  readonly left: MinorUnits;
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

/** Null when nothing is left. @param byQr what of the sale went back by QR */
export function cashRefundTarget(
  { sale, paid }: SoldForCash,
  refunds: readonly CashRefund[],
  byQr: readonly RefundState[] = [],
): CashRefundTarget | null {
  const left = minor(paid - cashGivenBack(refunds));
  if (left <= 0) return null;
  const { id: saleId, number, total, lines } = sale;
  return { saleId, number, total, left, lines, cameBack: linesBack(refunds, byQr) };
}

/** What these lines are worth in coins: never less than they cost, never more than is left. */
export function worthOf(chosen: ReadonlySet<number>, target: CashRefundTarget, rounding: CashRounding): MinorUnits {
  return minor(Math.min(target.left, roundForGivingBack(costOf(chosen, target), rounding)));
}
