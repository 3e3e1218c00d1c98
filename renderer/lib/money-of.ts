import { balanceOf, remainingOf, type Ledger } from '../../shared/checkout/ledger';
import type { CheckoutState } from '../../shared/checkout/state';
import { minor, sum, type MinorUnits } from '../../shared/money';

/** One payment of a charge, as people need it to find it and to give it back. */
export interface PaymentMoney {
  readonly id: string;
  readonly amount: MinorUnits;
  /** What is left of it with us. */
  readonly left: MinorUnits;
}

/** The money of a charge: what came, what went back, and what is with us now. */
export interface ChargeMoney {
  readonly came: MinorUnits;
  readonly wentBack: MinorUnits;
  readonly remains: MinorUnits;
  readonly payments: readonly PaymentMoney[];
}

/** Null where no money is known of: it was never paid, or not yet. */
export function moneyOf(state: CheckoutState): ChargeMoney | null {
  return 'ledger' in state && state.ledger.payments.length > 0 ? moneyIn(state.ledger) : null;
}

function moneyIn(ledger: Ledger): ChargeMoney {
  const came = sum(ledger.payments.map(({ amount }) => amount));
  const remains = balanceOf(ledger);
  return {
    came,
    remains,
    wentBack: minor(came - remains),
    payments: ledger.payments.map((payment) => ({
      id: payment.id,
      amount: payment.amount,
      left: remainingOf(ledger, payment),
    })),
  };
}
