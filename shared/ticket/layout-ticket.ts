import { formatMoney, type MinorUnits } from '../money';
import { formatQuantity, units } from '../quantity';
import { formatDateTime } from './format-date-time';
import { layoutTestTicket } from './layout-test-ticket';
import { banner, blank, centered, LEAST_WORDS_COLUMN, paragraph, rule, sides } from './line-layout';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { Ticket, TicketLine } from './ticket';
import type { TicketPaper } from './ticket-paper';
import type { TicketTexts } from './ticket-texts';
import { unbroken, wrapText } from './wrap-text';

/** Columns that the second line of an item stands in from the first. */
const INDENT = 2;

/** A ticket as the lines that will be on paper: none is wider than the paper, and amounts end at its right edge. */
export function layoutTicket(ticket: Ticket, paper: TicketPaper, texts: TicketTexts): PrintedLine[] {
  if (ticket.kind === 'test') return layoutTestTicket(ticket, paper, texts);
  const { columns } = paper;
  const marks = layoutMarks(ticket, columns, texts);
  return [
    ...marks,
    ...layoutBusiness(ticket, columns),
    ...layoutIdentity(ticket, columns, texts),
    rule,
    ...layoutItems(ticket, columns, texts),
    rule,
    ...sides(printable(texts.total), money(ticket.total, ticket), columns, { style: 'tall' }),
    blank,
    ...layoutPayment(ticket, columns, texts),
    ...layoutClosing(ticket, columns, texts),
    ...marks,
  ];
}

function layoutMarks(ticket: Ticket, columns: number, texts: TicketTexts): PrintedLine[] {
  const marks = [ticket.practice ? texts.practice : '', ticket.copy > 0 ? texts.reprint(ticket.copy) : ''];
  const lines = marks.flatMap((mark) => banner(printable(mark), columns));
  return lines.length === 0 ? [] : [...lines, blank];
}

function layoutBusiness(ticket: Ticket, columns: number): PrintedLine[] {
  const { name, address, taxId } = ticket.business;
  return [
    ...layoutName(printable(name), columns),
    ...centered(printable(address), columns),
    ...centered(printable(taxId), columns),
    blank,
  ];
}

/** As large as the paper allows: double width only while it takes at most two lines and splits no word. */
function layoutName(name: string, columns: number): PrintedLine[] {
  const half = Math.floor(columns / 2);
  const splitsWord = name.split(' ').some((word) => word.length > half);
  const fits = !splitsWord && wrapText(name, half).length <= 2;
  return centered(name, columns, fits ? 'large' : 'tall');
}

function layoutIdentity(ticket: Ticket, columns: number, texts: TicketTexts): PrintedLine[] {
  const number = `${printable(texts.ticket)} ${String(ticket.number).padStart(6, '0')}`;
  const when = printable(formatDateTime(ticket.paidAt, ticket.timeZone, ticket.locale));
  const label = printable(texts.register);
  const name = printable(ticket.registerName);
  // Many shops name their caja "Caja 1", and nobody wants to read "Caja Caja 1".
  const named = name.toLowerCase().startsWith(label.toLowerCase()) ? name : `${label} ${name}`;
  return [...sides(number, when, columns), ...paragraph(named, columns)];
}

function layoutItems(ticket: Ticket, columns: number, texts: TicketTexts): PrintedLine[] {
  const totals = ticket.lines.map((line) => money(line.total, ticket));
  const widest = Math.max(0, ...totals.map((total) => total.length));
  const beside = columns - widest - 2;
  // One column for all names, so that the amounts stand in white. What belongs to an item is indented under it.
  const grid = { wordsColumn: beside < LEAST_WORDS_COLUMN ? columns : beside, hanging: INDENT };
  return ticket.lines.flatMap((line, index) => {
    const name = printable(line.name).trim() || '?';
    const total = totals[index] ?? '';
    if (line.unit === 'unit' && line.quantity === units(1)) return sides(name, total, columns, grid);
    return [
      ...paragraph(name, columns, 'normal', INDENT),
      ...sides(detail(line, ticket, texts), total, columns, { indent: INDENT }),
    ];
  });
}

function detail(line: TicketLine, ticket: Ticket, texts: TicketTexts): string {
  const quantity = printable(formatQuantity(line.quantity, line.unit, ticket.locale));
  const amount = line.unit === 'kg' ? `${quantity} ${printable(texts.kilogram)}` : quantity;
  return `${unbroken(amount)} ${unbroken(`x ${money(line.unitPrice, ticket)}`)}`;
}

function layoutPayment(ticket: Ticket, columns: number, texts: TicketTexts): PrintedLine[] {
  return [
    ...paragraph(printable(texts.paidWith), columns, 'bold'),
    ...ticket.payment.ids.flatMap((id) => sides(printable(texts.payment), printable(id), columns)),
    ...sides(printable(texts.reference), printable(ticket.payment.reference), columns),
  ];
}

function layoutClosing(ticket: Ticket, columns: number, texts: TicketTexts): PrintedLine[] {
  const legend = centered(printable(ticket.business.legend ?? texts.legends[ticket.locale]), columns);
  const footer = centered(printable(ticket.business.footer), columns);
  return [...(legend.length > 0 ? [blank, ...legend] : []), ...(footer.length > 0 ? [blank, ...footer] : []), blank];
}

function money(amount: MinorUnits, ticket: Ticket): string {
  return printable(formatMoney(amount, ticket.currency, ticket.locale));
}
