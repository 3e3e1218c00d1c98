import type { SaleLine } from '../../shared/sale';
import type { TicketLine } from '../../shared/ticket/ticket';

/** What paper says of a line that was sold. */
export function ticketLineOf({ name, quantity, unit, unitPrice, discount, note, total }: SaleLine): TicketLine {
  return { name, quantity, unit, unitPrice, discount, note, total };
}

/** What paper says of the lines that came back. @param sold missing where the sale can't be read any more */
export function linesBackOnPaper(sold: readonly SaleLine[] = [], back: readonly number[] = []): TicketLine[] {
  return sold.filter((_, index) => back.includes(index)).map(ticketLineOf);
}
