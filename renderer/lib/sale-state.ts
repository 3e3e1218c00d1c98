import { dueOf } from '../../shared/checkout/attempt';
import { refundedOf } from '../../shared/checkout/ledger';
import type { CheckoutKind, CheckoutState } from '../../shared/checkout/state';
import type { CashRecord } from '../../shared/snapshot';
import { cashGivenBack } from './cash-refund-target';
import { moneyOf } from './money-of';

/** How a charge stands, in the words of a list: a paid one also by how much of it went back. */
export type SaleState = CheckoutKind | 'paidPartBack' | 'paidAllBack';

export function saleState(state: CheckoutState): SaleState {
  if (state.kind !== 'paid') return state.kind;
  const money = moneyOf(state);
  if (!money || money.remains >= dueOf(state.attempt)) return 'paid';
  if (money.remains === 0) return 'paidAllBack';
  return refundedOf(state.ledger) > 0 || money.wentBack > 0 ? 'paidPartBack' : 'paid';
}

/** The same of a sale that was paid over the counter. */
export function cashSaleState({ sale, cashRefunds }: CashRecord): 'cashPaid' | 'cashPartBack' | 'cashAllBack' {
  const back = cashGivenBack(cashRefunds);
  if (back === 0) return 'cashPaid';
  return back >= sale.due ? 'cashAllBack' : 'cashPartBack';
}
