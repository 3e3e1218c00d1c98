import { sum, type MinorUnits } from '../../shared/money';
import type { RefundState } from '../../shared/refund/refund';

/** What went back by our own doing, as far as Mercado Pago has said so. */
export function approvedRefunds(refunds: readonly RefundState[]): MinorUnits {
  return sum(refunds.filter(({ kind }) => kind === 'approved').map(({ refund }) => refund.amount));
}
