import type { RefundStateOf } from '../../shared/refund/refund';
import type { Sale } from '../../shared/sale';
import type { TicketSettings } from '../checkout/ticket-of';
import type { PrintJob } from '../printing/print-job';
import { refundSlipOf } from './refund-slip-of';

/** The print job of an approved refund's current slip. @param sale null where there is none, or it can't be read any more */
export function slipJobOf(
  approved: RefundStateOf<'approved'>,
  sale: Sale | null,
  settings: TicketSettings,
  systemZone: string | null,
): PrintJob {
  const { refund, refundId, at, slip } = approved;
  const { paymentId, reference } = refund;
  const payment = { id: paymentId, reference };
  const way = { refundedAt: at, payment, refundId, copy: slip.copy, reprint: slip.asked };
  return {
    id: slip.jobId,
    checkoutId: refund.checkoutId,
    kind: 'refund',
    refundId: refund.id,
    copy: slip.copy,
    ticket: refundSlipOf(refund, sale, way, settings, systemZone),
    state: 'queued',
    trouble: null,
  };
}
