import { minor } from '../money';
import { blank, paragraph, rule, sides, text } from './line-layout';
import { labelled, layoutLegend, layoutMarks, money, signatureLine } from './paper-frame';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import { amountLine, layoutShiftHead, outLine, tallyLine } from './shift-report-parts';
import type { ZReport } from './ticket';
import type { TicketTexts } from './ticket-texts';

/** A closed shift: what came by QR, what should be in the drawer, what was counted, and the difference largest. */
export function layoutZReport(report: ZReport, columns: number, texts: TicketTexts): PrintedLine[] {
  const { shift } = texts;
  const marks = layoutMarks(report, columns, texts);
  return [
    ...marks,
    ...layoutShiftHead(
      report,
      shift.zTitle,
      [{ label: shift.closed, at: report.closedAt, by: report.closedBy }],
      columns,
      texts,
    ),
    rule,
    ...layoutQr(report, columns, texts),
    rule,
    text(printable(shift.drawer), 'bold'),
    ...layoutDrawer(report, columns, texts),
    rule,
    text(printable(shift.counting), 'bold'),
    ...layoutCount(report, columns, texts),
    rule,
    ...layoutDifference(report, columns, texts),
    blank,
    blank,
    ...signatureLine(columns, texts),
    ...layoutLegend(report, columns, texts),
    blank,
    ...marks,
  ];
}

function layoutQr(report: ZReport, columns: number, { shift }: TicketTexts): PrintedLine[] {
  const { qrSales, qrRefunds, qrReturned } = report.figures;
  return [
    ...tallyLine(shift.qrSales, qrSales, report, columns),
    ...(qrRefunds.count === 0 ? [] : outLine(shift.qrRefunds, qrRefunds, report, columns)),
    ...(qrRefunds.count === 0 ? [] : amountLine(shift.qrNet, minor(qrSales.total - qrRefunds.total), report, columns)),
    ...(qrReturned.count === 0 ? [] : outLine(shift.qrReturned, qrReturned, report, columns)),
    ...layoutReconciled(report, columns, shift),
  ];
}

function layoutReconciled(report: ZReport, columns: number, shift: TicketTexts['shift']): PrintedLine[] {
  const { reconciled } = report;
  if (reconciled === null) return paragraph(printable(shift.notAsked), columns, 'bold');
  const { findings, commission, net, complete } = reconciled;
  return [
    ...(complete
      ? [...amountLine(shift.commission, commission, report, columns), ...amountLine(shift.net, net, report, columns)]
      : paragraph(printable(shift.netUnknown), columns)),
    ...paragraph(printable(findings === 0 ? shift.agrees : shift.differs(findings)), columns, 'bold'),
  ];
}

function layoutDrawer(report: ZReport, columns: number, { shift }: TicketTexts): PrintedLine[] {
  const { cashSales, cashRefunds, cashIn, cashOut, float, expected } = report.figures;
  return [
    ...amountLine(shift.float, float, report, columns),
    ...tallyLine(shift.cashSales, cashSales, report, columns),
    ...(cashRefunds.count === 0 ? [] : outLine(shift.cashRefunds, cashRefunds, report, columns)),
    ...(cashIn.count === 0 ? [] : tallyLine(shift.cashIn, cashIn, report, columns)),
    ...(cashOut.count === 0 ? [] : outLine(shift.cashOut, cashOut, report, columns)),
    ...amountLine(shift.expected, expected, report, columns, 'bold'),
  ];
}

function layoutCount(report: ZReport, columns: number, { shift }: TicketTexts): PrintedLine[] {
  const { count, counted, earlierCounts } = report;
  const pieces = count.pieces.toSorted((a, b) => a.kind.localeCompare(b.kind) * -1 || b.value - a.value);
  return [
    ...pieces.flatMap(({ kind, value, count: many }) =>
      sides(
        `${many} x ${money(value, report)}${kind === 'coin' ? ` ${printable(shift.coin)}` : ''}`,
        money(minor(value * many), report),
        columns,
      ),
    ),
    ...(count.other === 0 ? [] : amountLine(shift.other, count.other, report, columns)),
    ...amountLine(shift.counted, counted, report, columns, 'bold'),
    ...earlierCounts.flatMap((amount) => amountLine(shift.earlierCount, amount, report, columns)),
  ];
}

function layoutDifference(report: ZReport, columns: number, { shift }: TicketTexts): PrintedLine[] {
  const { difference, note } = report;
  const words = difference === 0 ? shift.exact : difference < 0 ? shift.short : shift.over;
  return [
    ...sides(printable(shift.difference), money(difference, report), columns, { style: 'tall' }),
    ...paragraph(printable(words), columns, 'bold'),
    ...(note === null ? [] : labelled(shift.note, note, columns)),
  ];
}
