import { blank, paragraph, rule } from './line-layout';
import { layoutLegend, layoutMarks } from './paper-frame';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import { amountLine, layoutShiftHead, outLine, tallyLine } from './shift-report-parts';
import type { XReport } from './ticket';
import type { TicketTexts } from './ticket-texts';

/** How an open shift stands, without what would spoil the count. */
export function layoutXReport(report: XReport, columns: number, texts: TicketTexts): PrintedLine[] {
  const { shift } = texts;
  const { float, cashIn, cashOut, qrSales, qrRefunds, at } = report;
  const marks = layoutMarks(report, columns, texts);
  return [
    ...marks,
    ...layoutShiftHead(report, shift.xTitle, [{ label: shift.printed, at, by: '' }], columns, texts),
    rule,
    ...tallyLine(shift.qrSales, qrSales, report, columns),
    ...outLine(shift.qrRefunds, qrRefunds, report, columns),
    rule,
    ...amountLine(shift.float, float, report, columns),
    ...tallyLine(shift.cashIn, cashIn, report, columns),
    ...outLine(shift.cashOut, cashOut, report, columns),
    blank,
    ...paragraph(printable(shift.blind), columns),
    ...layoutLegend(report, columns, texts),
    blank,
    ...marks,
  ];
}
