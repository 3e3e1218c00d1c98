import type { CashSale } from '../../shared/cash/cash-sale';
import type { HeldSale } from '../../shared/held-sale';
import { minor } from '../../shared/money';
import { checkoutOf, idOf, minutesAgo, startedAt, typedTotal } from './builders';

/** What waits at the counter, the longest first. */
export const heldSales: readonly HeldSale[] = [
  { saleId: idOf(71), name: 'Señora de rojo', heldAt: minutesAgo(24), total: minor(1_230_000), lines: 4 },
  { saleId: idOf(72), name: 'Mesa 3', heldAt: minutesAgo(11), total: minor(589_050), lines: 1 },
  { saleId: idOf(73), name: '', heldAt: minutesAgo(2), total: minor(2_410_000), lines: 12 },
];

/** A sale that was paid over the counter a moment ago, with change. */
export function cashSale(): CashSale {
  const { sale, register, currency } = checkoutOf(1284, { kind: 'expired', at: startedAt }).state.attempt;
  // To the peso, in the customer's favour.
  const due = minor(Math.floor(typedTotal / 100) * 100);
  const received = minor(3_000_000);
  return {
    sale,
    currency,
    registerName: register.name,
    due,
    rounding: minor(due - typedTotal),
    received,
    change: minor(received - due),
    paidAt: startedAt,
    by: 'Marina',
    ticket: { jobId: 'job-2', copy: 0, status: 'printed', trouble: null, asked: null },
  };
}
