import { formatQuantity, units } from '../quantity';
import { blank, centered, paragraph, rule, sides } from './line-layout';
import {
  apart,
  labelled,
  layoutBusiness,
  layoutLegend,
  layoutMarks,
  nameOfRegister,
  money,
  numbered,
  when,
} from './paper-frame';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { RefundSlip } from './ticket';
import type { TicketTexts } from './ticket-texts';

/** What the customer takes home when money is given back: what, of which sale, why, by whom, and where it goes. */
export function layoutRefundSlip(slip: RefundSlip, columns: number, texts: TicketTexts): PrintedLine[] {
  const marks = layoutMarks(slip, columns, texts);
  return [
    ...marks,
    ...layoutBusiness(slip, columns),
    ...centered(printable(texts.refund.title), columns, 'large'),
    blank,
    ...sides(nameOfRegister(slip, texts), when(slip.refundedAt, slip), columns),
    rule,
    ...layoutSale(slip, columns, texts),
    ...layoutLines(slip, columns),
    ...layoutAmount(slip, columns, texts),
    blank,
    ...layoutStory(slip, columns, texts),
    ...apart(layoutNumbers(slip, columns, texts)),
    blank,
    ...paragraph(printable(slip.payment ? texts.refund.destination : texts.refund.destinationCash), columns),
    ...layoutLegend(slip, columns, texts),
    blank,
    ...marks,
  ];
}

/** The sale that the money was taken for, as far as the till knows it. */
function layoutSale(slip: RefundSlip, columns: number, texts: TicketTexts): PrintedLine[] {
  const { saleNumber, soldAt, saleTotal } = slip;
  const day = soldAt === null ? '' : when(soldAt, slip);
  const sale = saleNumber === null ? printable(texts.refund.soldAt) : numbered(texts.refund.sale, saleNumber);
  const lines = [
    ...(saleNumber === null && soldAt === null ? [] : sides(sale, day, columns)),
    ...(saleTotal === null ? [] : sides(printable(texts.refund.saleTotal), money(saleTotal, slip), columns)),
  ];
  return lines.length === 0 ? [] : [...lines, rule];
}

/** What came back. */
function layoutLines({ lines = [], ...slip }: RefundSlip, columns: number): PrintedLine[] {
  if (lines.length === 0) return [];
  const rows = lines.flatMap(({ name, quantity, unit, total }) => {
    const count = unit === 'unit' && quantity === units(1) ? '' : `${formatQuantity(quantity, unit, slip.locale)} `;
    return sides(printable(`${count}${name}`).trim(), money(total, slip), columns, { hanging: 2 });
  });
  return [...rows, rule];
}

function layoutAmount(slip: RefundSlip, columns: number, texts: TicketTexts): PrintedLine[] {
  const { refund } = texts;
  const share = slip.saleTotal === null ? '' : slip.amount < slip.saleTotal ? refund.partial : refund.full;
  return [
    ...sides(printable(refund.amount), money(slip.amount, slip), columns, { style: 'tall' }),
    ...paragraph(printable(share), columns, 'bold'),
  ];
}

function layoutStory(slip: RefundSlip, columns: number, texts: TicketTexts): PrintedLine[] {
  return [...labelled(texts.refund.reason, slip.reason, columns), ...labelled(texts.refund.by, slip.by, columns)];
}

function layoutNumbers({ payment, refundId }: RefundSlip, columns: number, texts: TicketTexts): PrintedLine[] {
  if (payment === null) return [];
  return [
    ...sides(printable(texts.payment), printable(payment.id), columns),
    ...(refundId === null ? [] : sides(printable(texts.refund.id), printable(refundId), columns)),
    ...(payment.reference === null ? [] : sides(printable(texts.reference), printable(payment.reference), columns)),
  ];
}
