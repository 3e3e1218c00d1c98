import { currencySigns } from '../country';
import type { CodePage } from '../printer';
import { banner, blank, centered, paragraph, rule } from './line-layout';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { SaleTicket } from './ticket';
import type { TicketTexts } from './ticket-texts';
import { wrapText } from './wrap-text';

const INDENT = 3;

/** In the order of their numbers on paper: the fullest first, and the one that every printer can last. */
export const calibrationPages = [
  'PC858',
  'WPC1252',
  'PC850',
  'PC860',
  'PC437',
  'ascii',
] as const satisfies readonly CodePage[];

/** What is read in each page: the letters of Spanish and Portuguese, and the sign of the country's money. */
export function calibrationSample(ticket: Pick<SaleTicket, 'currency'>): readonly string[] {
  return ['áéíóú ñÑ üÜ ¿? ¡!', `ç ãõ ÃÕ º ª ${currencySigns[ticket.currency]} €`];
}

/**
 * The same letters once in each page, numbered: the number of the line that reads right is the page of this printer.
 * Everything else is plain, because no page is known to be right yet.
 */
export function layoutCalibration(ticket: SaleTicket, columns: number, texts: TicketTexts): PrintedLine[] {
  const { calibration, practice } = texts;
  const marks = ticket.practice ? plain(banner(printable(practice), columns)) : [];
  return [
    ...marks,
    ...plain(centered(printable(calibration.title), columns, 'tall')),
    ...plain(paragraph(printable(calibration.explanation), columns)),
    rule,
    ...calibrationPages.flatMap((codePage, index) => [
      ...calibrationSample(ticket)
        .flatMap((sample) => wrapText(sample, columns - INDENT))
        .map((words, row) => line(label(row === 0 ? index + 1 : null) + words, codePage)),
      blank,
    ]),
    ...marks,
  ];
}

function line(words: string, codePage: CodePage): PrintedLine {
  return { kind: 'text', text: words, style: 'normal', codePage };
}

function label(number: number | null): string {
  return (number === null ? '' : `${number}.`).padEnd(INDENT);
}

function plain(lines: readonly PrintedLine[]): PrintedLine[] {
  return lines.map((line) => (line.kind === 'text' ? { ...line, codePage: 'ascii' } : line));
}
