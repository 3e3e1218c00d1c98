import { layoutCashSlip } from './layout-cash-slip';
import { layoutCalibration } from './layout-calibration';
import { layoutRegisterQr } from './layout-register-qr';
import { layoutRefundSlip } from './layout-refund-slip';
import { layoutSaleTicket } from './layout-sale-ticket';
import { layoutTestTicket } from './layout-test-ticket';
import { layoutXReport } from './layout-x-report';
import { layoutZReport } from './layout-z-report';
import type { PrintedLine } from './printed-line';
import type { Ticket } from './ticket';
import type { TicketPaper } from './ticket-paper';
import type { TicketTexts } from './ticket-texts';

/** A paper as the lines that will be on it: none is wider than the paper, and amounts end at its right edge. */
export function layoutTicket(ticket: Ticket, paper: TicketPaper, texts: TicketTexts): PrintedLine[] {
  switch (ticket.kind) {
    case 'sale':
      return layoutSaleTicket(ticket, paper.columns, texts);
    case 'refund':
      return layoutRefundSlip(ticket, paper.columns, texts);
    case 'cashMovement':
      return layoutCashSlip(ticket, paper.columns, texts);
    case 'xReport':
      return layoutXReport(ticket, paper.columns, texts);
    case 'zReport':
      return layoutZReport(ticket, paper.columns, texts);
    case 'registerQr':
      return layoutRegisterQr(ticket, paper.columns, texts);
    case 'test':
      return layoutTestTicket(ticket, paper, texts);
    case 'calibration':
      return layoutCalibration(ticket, paper.columns, texts);
  }
}
