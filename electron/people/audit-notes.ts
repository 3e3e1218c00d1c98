import type { StoredCashRefund } from '../../shared/cash/cash-sale';
import type { CheckoutEvent } from '../../shared/checkout/event';
import type { Decision } from '../../shared/checkout/ledger';
import type { CheckoutState } from '../../shared/checkout/state';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import type { AuditAct, AuditFacts } from '../../shared/people/audit';
import type { RefundEvent } from '../../shared/refund/refund-machine';
import type { Refund } from '../../shared/refund/refund';
import type { AuditNote } from '../storage/audit-store';

/** What a step of a charge leaves in the log: what a person decided or asked for, and nothing else. */
export function noteOfCheckoutStep(
  event: CheckoutEvent | { readonly kind: 'begun' },
  to: CheckoutState,
): AuditNote | null {
  const { attempt } = to;
  const sale = { sale: attempt.sale.number };
  switch (event.kind) {
    case 'reviewDismissed':
      return decided('reviewDismissed', event.decision, sale);
    case 'saleClaimed':
      if (to.kind !== 'paid') return null;
      return decided('saleLinked', event.decision, { ...sale, amount: attempt.sale.total });
    case 'reprintRequested':
      return { at: event.at, act: 'ticketReprinted', by: event.by, approvedBy: null, facts: sale };
    default:
      return null;
  }
}

/** What a step of a refund leaves in the log. */
export function noteOfRefundStep(event: RefundEvent | { readonly kind: 'begun' }, refund: Refund): AuditNote | null {
  const { amount, paymentId: payment, saleNumber } = refund;
  const about = { amount, payment, ...(saleNumber === null ? {} : { sale: saleNumber }) };
  if (event.kind === 'begun') return decided('refundRequested', refund.decision, about);
  if (event.kind !== 'slipRequested') return null;
  return { at: event.at, act: 'slipReprinted', by: event.by, approvedBy: null, facts: about };
}

/** What cash that goes back leaves in the log. */
export function noteOfCashRefund({ amount, saleNumber: sale, decision }: StoredCashRefund): AuditNote {
  return decided('cashRefunded', decision, { amount, sale });
}

export function noteOfStray({ paymentId: payment, amount }: StrayPayment, decision: Decision): AuditNote {
  return decided('strayDecided', decision, { payment, amount });
}

function decided(act: AuditAct, { by, note, at, askedBy }: Decision, about: AuditFacts): AuditNote {
  return { at, act, by: askedBy ?? by, approvedBy: askedBy ? by : null, facts: { ...about, note } };
}
