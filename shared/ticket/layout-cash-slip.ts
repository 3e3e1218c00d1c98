import { blank, centered, rule, sides } from './line-layout';
import {
  labelled,
  layoutBusiness,
  layoutLegend,
  layoutMarks,
  money,
  nameOfRegister,
  signatureLine,
  when,
} from './paper-frame';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { CashSlip } from './ticket';
import type { TicketTexts } from './ticket-texts';

/** What stays in the drawer in the place of cash that left it, or with cash that came: how much, why, who. */
export function layoutCashSlip(slip: CashSlip, columns: number, texts: TicketTexts): PrintedLine[] {
  const { shift } = texts;
  const marks = layoutMarks(slip, columns, texts);
  const title = slip.direction === 'in' ? shift.cashInTitle : shift.cashOutTitle;
  return [
    ...marks,
    ...layoutBusiness(slip, columns),
    ...centered(printable(title), columns, 'tall'),
    blank,
    ...sides(nameOfRegister(slip, texts), when(slip.at, slip), columns),
    ...sides(`${printable(shift.shift)} ${slip.shiftNumber}`, '', columns),
    rule,
    ...sides(printable(texts.total), money(slip.amount, slip), columns, { style: 'tall' }),
    blank,
    ...labelled(shift.reason, slip.reason, columns),
    ...labelled(shift.by, slip.by, columns),
    blank,
    blank,
    ...signatureLine(columns, texts),
    ...layoutLegend(slip, columns, texts),
    blank,
    ...marks,
  ];
}
