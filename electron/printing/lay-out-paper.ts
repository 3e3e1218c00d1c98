import type { PrinterSettings } from '../../shared/printer';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import type { Bitmap } from '../../shared/ticket/bitmap';
import { layoutTicket } from '../../shared/ticket/layout-ticket';
import type { PrintedLine } from '../../shared/ticket/printed-line';
import type { Ticket } from '../../shared/ticket/ticket';

/** What the customer takes home. The shop's own slips go without its logo: it costs paper and tells nobody anything. */
const withLogo: ReadonlySet<Ticket['kind']> = new Set(['sale', 'refund']);

/** A stored paper as the lines that leave for the printer, under the shop's logo of today. */
export function layOutPaper(
  ticket: Ticket,
  paper: Pick<PrinterSettings, 'columns' | 'codePage'>,
  logo: Bitmap | null,
): PrintedLine[] {
  const dressed = logo && withLogo.has(ticket.kind) ? { ...ticket, logo } : ticket;
  return layoutTicket(dressed, paper, ticketTexts(ticket.locale));
}
