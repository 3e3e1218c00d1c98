import { minor, sum, type MinorUnits } from '../money';
import { formatQuantity, units } from '../quantity';
import { blank, centered, LEAST_WORDS_COLUMN, paragraph, rule, sides, text } from './line-layout';
import { apart, layoutBusiness, layoutLegend, layoutMarks, nameOfRegister, money, numbered, when } from './paper-frame';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { SaleTicket, TicketLine, TicketTender } from './ticket';
import type { TicketTexts } from './ticket-texts';
import { unbroken, wrapText } from './wrap-text';

/** Columns that the second line of an item stands in from the first. */
const INDENT = 2;

/** What the customer takes home after paying. */
export function layoutSaleTicket(ticket: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  const marks = layoutMarks(ticket, columns, texts);
  return [
    ...marks,
    ...layoutBusiness(ticket, columns),
    ...sides(numbered(texts.ticket, ticket.number), when(ticket.paidAt, ticket), columns),
    ...paragraph(nameOfRegister(ticket, texts), columns),
    ...layoutOperator(ticket, columns, texts),
    rule,
    ...layoutItems(ticket, columns, texts),
    rule,
    ...layoutDiscount(ticket, columns, texts),
    ...sides(printable(texts.total), money(ticket.total, ticket), columns, { style: 'tall' }),
    blank,
    ...layoutPayment(ticket, columns, texts),
    ...layoutLegend(ticket, columns, texts),
    ...apart(centered(printable(ticket.business.footer), columns)),
    blank,
    ...marks,
  ];
}

function layoutOperator({ operator }: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  const name = printable(operator ?? '').trim();
  return name === '' ? [] : paragraph(`${printable(texts.servedBy)} ${name}`, columns);
}

function layoutItems(ticket: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  const totals = ticket.lines.map((line) => money(minor(line.total + (line.discount ?? 0)), ticket));
  const widest = Math.max(0, ...totals.map((total) => total.length));
  const beside = columns - widest - 2;
  // One column for all names, so that the amounts stand in white. What belongs to an item is indented under it.
  const grid = { wordsColumn: beside < LEAST_WORDS_COLUMN ? columns : beside, hanging: INDENT };
  return ticket.lines.flatMap((line, index) => {
    const name = printable(line.name).trim() || '?';
    const total = totals[index] ?? '';
    const one = line.unit === 'unit' && line.quantity === units(1);
    return [
      ...(one
        ? sides(name, total, columns, grid)
        : [
            ...paragraph(name, columns, 'normal', INDENT),
            ...sides(detail(line, ticket, texts), total, columns, { indent: INDENT }),
          ]),
      ...layoutExtras(line, ticket, columns, texts),
    ];
  });
}

/** Under a line: what was taken off it, and what the cashier wrote about it. */
function layoutExtras(line: TicketLine, ticket: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  const note = printable(line.note ?? '').trim();
  const words = wrapText(note, columns - INDENT).map((each) => text(' '.repeat(INDENT) + each));
  if (!line.discount) return words;
  return [...sides(printable(texts.discount), off(line.discount, ticket), columns, { indent: INDENT }), ...words];
}

/** Between the lines and the total: what was taken off the whole sale. */
function layoutDiscount(ticket: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  if (!ticket.discount) return [];
  const subtotal = sum(ticket.lines.map((line) => line.total));
  return [
    ...sides(printable(texts.subtotal), money(subtotal, ticket), columns),
    ...sides(printable(texts.discount), off(ticket.discount, ticket), columns),
  ];
}

function off(amount: MinorUnits, ticket: SaleTicket): string {
  return money(minor(0 - amount), ticket);
}

function detail(line: TicketLine, ticket: SaleTicket, texts: TicketTexts): string {
  const quantity = printable(formatQuantity(line.quantity, line.unit, ticket.locale));
  const amount = line.unit === 'kg' ? `${quantity} ${printable(texts.kilogram)}` : quantity;
  return `${unbroken(amount)} ${unbroken(`x ${money(line.unitPrice, ticket)}`)}`;
}

function layoutPayment(ticket: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  const { payment, tenders = [] } = ticket;
  return [
    ...paragraph(printable(howPaid(tenders, texts)), columns, 'bold'),
    ...tenders.flatMap((tender) => layoutTender(tender, ticket, columns, texts)),
    ...(payment
      ? [
          ...payment.ids.flatMap((id) => sides(printable(texts.payment), printable(id), columns)),
          ...sides(printable(texts.reference), printable(payment.reference), columns),
        ]
      : []),
  ];
}

function howPaid(tenders: readonly TicketTender[], { paidWith, tenders: { paidCash, paidBoth } }: TicketTexts): string {
  if (!tenders.some(({ kind }) => kind === 'cash')) return paidWith;
  return tenders.some(({ kind }) => kind === 'qr') ? paidBoth : paidCash;
}

/** What was handed over and what went back only where they differ from what was to be paid. */
function layoutTender(tender: TicketTender, ticket: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  const { kind, amount, received, change, rounding } = tender;
  const line = (words: string, value: MinorUnits) => sides(printable(words), money(value, ticket), columns);
  const { tenders } = texts;
  const rounded = rounding ? [...line(tenders.rounding, rounding), ...line(tenders.due, amount)] : [];
  if (kind === 'cash' && typeof received === 'number' && typeof change === 'number' && change > 0) {
    return [...rounded, ...line(tenders.received, received), ...line(tenders.change, change)];
  }
  return rounding ? rounded : line(kind === 'cash' ? tenders.cash : tenders.qr, amount);
}
