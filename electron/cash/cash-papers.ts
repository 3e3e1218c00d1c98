import type { StoredCashRefund, StoredCashSale } from '../../shared/cash/cash-sale';
import type { Sale } from '../../shared/sale';
import type { SaleTicket } from '../../shared/ticket/ticket';
import { ticketLineOf } from '../checkout/ticket-line-of';
import { paperOf, type TicketSettings } from '../checkout/ticket-of';
import type { PrintJob } from '../printing/print-job';
import { refundSlipOf } from '../refunds/refund-slip-of';

/** The print job of a cash sale's current ticket. The original opens the drawer; a copy does not. */
export function cashTicketJob(cashSale: StoredCashSale, settings: TicketSettings, systemZone: string | null): PrintJob {
  const { sale, paper } = cashSale;
  return {
    id: paper.jobId,
    checkoutId: null,
    kind: 'sale',
    cashSaleId: sale.id,
    copy: paper.copy,
    ticket: ticketOf(cashSale, settings, systemZone),
    ...(paper.copy === 0 ? { drawer: true } : {}),
    state: 'queued',
    trouble: null,
  };
}

/** The print job of a cash refund's current slip. @param sale null where it can't be read any more */
export function cashSlipJob(
  refund: StoredCashRefund,
  sale: Sale | null,
  settings: TicketSettings,
  systemZone: string | null,
): PrintJob {
  const { id, paper, decision } = refund;
  const way = { refundedAt: decision.at, payment: null, refundId: null, copy: paper.copy, reprint: paper.asked };
  return {
    id: paper.jobId,
    checkoutId: null,
    kind: 'refund',
    cashRefundId: id,
    copy: paper.copy,
    ticket: refundSlipOf(refund, sale, way, settings, systemZone),
    ...(paper.copy === 0 ? { drawer: true } : {}),
    state: 'queued',
    trouble: null,
  };
}

function ticketOf(
  { sale, currency, registerName, due, rounding, received, change, paidAt, operator, paper }: StoredCashSale,
  settings: TicketSettings,
  systemZone: string | null,
): SaleTicket {
  return {
    ...paperOf(settings, systemZone, registerName),
    kind: 'sale',
    number: sale.number,
    paidAt,
    currency,
    lines: sale.lines.map(ticketLineOf),
    discount: sale.discount,
    total: sale.total,
    operator: operator?.name ?? null,
    payment: null,
    tenders: [{ kind: 'cash', amount: due, received, change, rounding }],
    copy: paper.copy,
    reprint: paper.asked,
  };
}
