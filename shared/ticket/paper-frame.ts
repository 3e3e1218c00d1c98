import { countryOf } from '../country';
import { formatMoney, type MinorUnits } from '../money';
import type { Bitmap } from './bitmap';
import { formatDateTime } from './format-date-time';
import { banner, blank, centered, paragraph, text } from './line-layout';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { PaperFacts } from './ticket';
import type { TicketTexts } from './ticket-texts';
import { wrapText } from './wrap-text';

/** Of Font A. Some printers of 42 columns have a few more. */
const DOTS_PER_COLUMN = 12;

/** Says that a paper is a copy or worth nothing; on top and at the end, so that no half of it passes for an original. */
export function layoutMarks(paper: PaperFacts, columns: number, texts: TicketTexts): PrintedLine[] {
  const { copy, reprint, practice } = paper;
  const lines = practice ? banner(printable(texts.practice), columns) : [];
  if (copy > 0) {
    lines.push(...banner(printable(texts.reprint(copy)), columns));
    if (reprint) lines.push(...layoutReprint(printable(reprint.by).trim(), when(reprint.at, paper), columns));
  }
  return lines.length === 0 ? [] : [...lines, blank];
}

/** Who asked for the copy, and when: on one line where it fits, and a time is never broken. */
function layoutReprint(who: string, at: string, columns: number): PrintedLine[] {
  const both = `${who} · ${at}`;
  return who !== '' && both.length <= columns
    ? centered(both, columns)
    : [who, at].flatMap((each) => centered(each, columns));
}

/** Who the paper is from. */
export function layoutBusiness({ business, logo }: PaperFacts, columns: number): PrintedLine[] {
  const { name, address, taxId } = business;
  return [
    ...layoutPicture(logo ?? null, columns),
    ...layoutName(printable(name), columns),
    ...centered(printable(address), columns),
    ...centered(printable(taxId), columns),
    blank,
  ];
}

/** Left out where the paper is too narrow for it. */
export function layoutPicture(picture: Bitmap | null, columns: number): PrintedLine[] {
  if (picture === null || picture.width > columns * DOTS_PER_COLUMN) return [];
  return [{ kind: 'picture', bitmap: picture }, blank];
}

/** As large as the paper allows: double width only while it takes at most two lines and splits no word. */
function layoutName(name: string, columns: number): PrintedLine[] {
  const half = Math.floor(columns / 2);
  const splitsWord = name.split(' ').some((word) => word.length > half);
  const fits = !splitsWord && wrapText(name, half).length <= 2;
  return centered(name, columns, fits ? 'large' : 'tall');
}

/** Which caja it comes from. */
export function nameOfRegister({ registerName }: PaperFacts, texts: TicketTexts): string {
  const label = printable(texts.register);
  const name = printable(registerName);
  // Many shops name their caja "Caja 1", and nobody wants to read "Caja Caja 1".
  return name.toLowerCase().startsWith(label.toLowerCase()) ? name : `${label} ${name}`;
}

/** "Not a fiscal document", in the words of the country (whatever language the till speaks) or of the shop. */
export function layoutLegend({ business, currency }: PaperFacts, columns: number, texts: TicketTexts): PrintedLine[] {
  const legend = business.legend ?? texts.legends[countryOf(currency).locale];
  return apart(centered(printable(legend), columns));
}

/** Lines with a blank one before them; nothing where there is nothing. */
export function apart(lines: readonly PrintedLine[]): PrintedLine[] {
  return lines.length === 0 ? [] : [blank, ...lines];
}

/** The till's own number of a sale, with at least six digits. */
export function numbered(label: string, number: number): string {
  return `${printable(label)} ${String(number).padStart(6, '0')}`;
}

/** An amount as the paper's locale writes it. */
export function money(amount: MinorUnits, { currency, locale }: PaperFacts): string {
  return printable(formatMoney(amount, currency, locale));
}

/** A time as the shop's clock shows it. */
export function when(at: string, { timeZone, locale }: PaperFacts): string {
  return printable(formatDateTime(at, timeZone, locale));
}

/** Words of a person after what they are about; long ones go on under themselves. */
export function labelled(label: string, words: string, columns: number): PrintedLine[] {
  const said = printable(words).trim();
  return said === '' ? [] : paragraph(`${printable(label)}: ${said}`, columns, 'normal', 2);
}

/** Where somebody signs by hand. */
export function signatureLine(columns: number, texts: TicketTexts): PrintedLine[] {
  const label = `${printable(texts.shift.signature)}: `;
  return [text(label + '_'.repeat(Math.max(0, Math.min(columns - label.length, 30))))];
}
