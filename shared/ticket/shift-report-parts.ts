import { minor, type MinorUnits } from '../money';
import type { Tally } from '../shift/shift';
import { blank, centered, sides } from './line-layout';
import { layoutBusiness, money, nameOfRegister, when } from './paper-frame';
import { printable } from './printable';
import type { LineStyle, PrintedLine } from './printed-line';
import type { PaperFacts } from './ticket';
import type { TicketTexts } from './ticket-texts';

interface ShiftMoment {
  readonly label: string;
  readonly at: string;
  readonly by: string;
}

/** What X and Z begin with: of which caja and shift, from when to when. */
export function layoutShiftHead(
  report: PaperFacts & { readonly number: number; readonly openedAt: string; readonly openedBy: string },
  title: string,
  moments: readonly ShiftMoment[],
  columns: number,
  texts: TicketTexts,
): PrintedLine[] {
  const { number, openedAt, openedBy } = report;
  return [
    ...layoutBusiness(report, columns),
    ...centered(`${printable(title)} ${number}`, columns, 'large'),
    blank,
    ...sides(nameOfRegister(report, texts), `${printable(texts.shift.shift)} ${number}`, columns),
    ...[{ label: texts.shift.opened, at: openedAt, by: openedBy }, ...moments].flatMap(({ label, at, by }) =>
      sides(`${printable(label)} ${printable(by)}`.trim(), when(at, report), columns, { hanging: 2 }),
    ),
  ];
}

/** "Ventas con QR (12)" and what they come to. */
export function tallyLine(label: string, { count, total }: Tally, paper: PaperFacts, columns: number): PrintedLine[] {
  return sides(`${printable(label)} (${count})`, money(total, paper), columns);
}

/** The same of money that went away. */
export function outLine(label: string, { count, total }: Tally, paper: PaperFacts, columns: number): PrintedLine[] {
  return tallyLine(label, { count, total: minor(0 - total) }, paper, columns);
}

export function amountLine(
  label: string,
  amount: MinorUnits,
  paper: PaperFacts,
  columns: number,
  style: LineStyle = 'normal',
): PrintedLine[] {
  return sides(printable(label), money(amount, paper), columns, { style });
}
