import type { CashRefund } from '../cash/cash-sale';
import type { RefundState } from './refund';

/** The lines of a sale that came back, by their place, or that are on their way: none comes back twice. */
export function linesBack(
  inCash: readonly Pick<CashRefund, 'lines'>[],
  byQr: readonly RefundState[],
): ReadonlySet<number> {
  const standing = byQr.filter(({ kind }) => kind !== 'refused').map(({ refund }) => refund.lines ?? []);
  return new Set([...inCash.map(({ lines }) => lines), ...standing].flat());
}
