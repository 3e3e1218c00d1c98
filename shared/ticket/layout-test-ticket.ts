import { formatMoney } from '../money';
import { formatDateTime } from './format-date-time';
import { blank, centered, rule, sides, text } from './line-layout';
import { layoutMarks } from './paper-frame';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { SaleTicket } from './ticket';
import type { TicketPaper } from './ticket-paper';
import type { TicketTexts } from './ticket-texts';

/** The letters and signs of Spanish and Portuguese that printers most often get wrong. */
const SAMPLES = ['áéíóú ÁÉÍÓÚ', 'üÜ ñÑ ¿? ¡!', 'ãõâêôç ÃÕÂÊÔÇ', '€ $ R$ S/ º ª'];

/** A ticket that shows whether the columns, the code page and the double height are set right. */
export function layoutTestTicket(ticket: SaleTicket, paper: TicketPaper, texts: TicketTexts): PrintedLine[] {
  const { columns } = paper;
  const marks = layoutMarks(ticket, columns, texts);
  return [
    ...marks,
    ...centered(printable(texts.test.title), columns, 'tall'),
    ...centered(printable(ticket.business.name), columns),
    ...centered(printable(formatDateTime(ticket.paidAt, ticket.timeZone, ticket.locale)), columns),
    rule,
    ...sides(printable(texts.test.columns), String(columns), columns),
    ...ruler(columns),
    rule,
    ...sides(printable(texts.test.codePage), paper.codePage, columns),
    ...SAMPLES.map((sample) => text(sample)),
    rule,
    ...sides(printable(texts.total), printable(formatMoney(ticket.total, ticket.currency, ticket.locale)), columns, {
      style: 'tall',
    }),
    blank,
    ...centered(printable(texts.test.explanation), columns),
    blank,
    ...marks,
  ];
}

/** Two lines that count columns; the last digit must touch the right edge. */
function ruler(columns: number): PrintedLine[] {
  const marks = Array.from({ length: columns }, (_, index) => index + 1);
  const tens = marks.map((mark) => (mark % 10 === 0 ? String(mark / 10) : ' ')).join('');
  return [text(tens.trimEnd()), text(marks.map((mark) => mark % 10).join(''))];
}
