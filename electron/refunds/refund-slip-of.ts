import type { Refund } from '../../shared/refund/refund';
import type { Sale } from '../../shared/sale';
import type { RefundSlip } from '../../shared/ticket/ticket';
import { linesBackOnPaper } from '../checkout/ticket-line-of';
import { paperOf, type TicketSettings } from '../checkout/ticket-of';

type Returned = Pick<Refund, 'currency' | 'saleNumber' | 'soldAt' | 'saleTotal' | 'amount' | 'lines' | 'decision'>;

/**
 * What the slip of a refund says, whichever way the money went.
 * @param sale null where there is none, or it can't be read any more
 */
export function refundSlipOf(
  { decision, lines, currency, saleNumber, soldAt, saleTotal, amount }: Returned,
  sale: Sale | null,
  way: Pick<RefundSlip, 'refundedAt' | 'payment' | 'refundId' | 'copy' | 'reprint'>,
  settings: TicketSettings,
  systemZone: string | null,
): RefundSlip {
  return {
    ...paperOf(settings, systemZone),
    kind: 'refund',
    currency,
    saleNumber,
    soldAt,
    saleTotal,
    amount,
    lines: linesBackOnPaper(sale?.lines, lines),
    reason: decision.note,
    by: decision.by,
    ...way,
  };
}
