import type { RefundStateOf } from '../../shared/refund/refund';
import type { Sale } from '../../shared/sale';
import type { RefundSlip } from '../../shared/ticket/ticket';
import { linesBackOnPaper } from '../checkout/ticket-line-of';
import { paperOf, type TicketSettings } from '../checkout/ticket-of';
import type { PrintJob } from '../printing/print-job';

/** The print job of an approved refund's current slip. @param sale null where there is none, or it can't be read any more */
export function slipJobOf(
  approved: RefundStateOf<'approved'>,
  sale: Sale | null,
  settings: TicketSettings,
  systemZone: string | null,
): PrintJob {
  const { refund, slip } = approved;
  return {
    id: slip.jobId,
    checkoutId: refund.checkoutId,
    kind: 'refund',
    refundId: refund.id,
    copy: slip.copy,
    ticket: slipOf(approved, sale, settings, systemZone),
    state: 'queued',
    trouble: null,
  };
}

function slipOf(
  { refund, refundId, at, slip }: RefundStateOf<'approved'>,
  sale: Sale | null,
  settings: TicketSettings,
  systemZone: string | null,
): RefundSlip {
  return {
    ...paperOf(settings, systemZone),
    kind: 'refund',
    currency: refund.currency,
    saleNumber: refund.saleNumber,
    soldAt: refund.soldAt,
    saleTotal: refund.saleTotal,
    refundedAt: at,
    amount: refund.amount,
    payment: { id: refund.paymentId, reference: refund.reference },
    refundId,
    lines: linesBackOnPaper(sale?.lines, refund.lines),
    reason: refund.decision.note,
    by: refund.decision.by,
    copy: slip.copy,
    reprint: slip.asked,
  };
}
