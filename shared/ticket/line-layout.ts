import { columnsPerCharacter, type LineStyle, type PrintedLine } from './printed-line';
import { wrapText } from './wrap-text';

/** Narrower than this, a column of words reads as a ladder of syllables. */
export const LEAST_WORDS_COLUMN = 12;

export const blank: PrintedLine = { kind: 'blank' };
export const rule: PrintedLine = { kind: 'rule' };

export function text(content: string, style: LineStyle = 'normal'): PrintedLine {
  return { kind: 'text', text: content, style };
}

/** Wraps by word; from the second line on, indented by `hanging`. */
export function paragraph(content: string, columns: number, style: LineStyle = 'normal', hanging = 0): PrintedLine[] {
  return wrapText(content, Math.floor(columns / columnsPerCharacter(style)), hanging).map((line) => text(line, style));
}

/** Wraps by word and centers each line. */
export function centered(content: string, columns: number, style: LineStyle = 'normal'): PrintedLine[] {
  const width = Math.floor(columns / columnsPerCharacter(style));
  return wrapText(content, width).map((line) => text(' '.repeat(Math.floor((width - line.length) / 2)) + line, style));
}

/** A band across the whole paper: it must be seen by who only glances at the ticket. */
export function banner(content: string, columns: number): PrintedLine[] {
  return wrapText(content, columns).map((line) => {
    const before = Math.floor((columns - line.length) / 2);
    return text(' '.repeat(before) + line.padEnd(columns - before), 'band');
  });
}

/**
 * Words at the left, an amount that ends at the right edge. The words wrap within `wordsColumn` and the amount stands
 * beside their last line; where both can't share a line the amount gets its own.
 */
export function sides(
  words: string,
  amount: string,
  columns: number,
  options: {
    readonly style?: LineStyle;
    readonly wordsColumn?: number;
    readonly indent?: number;
    readonly hanging?: number;
  } = {},
): PrintedLine[] {
  const { style = 'normal', indent = 0, hanging = 0 } = options;
  const beside = Math.min(options.wordsColumn ?? columns, columns - amount.length - 1) - indent;
  // Without sharing, a word that the whole paper can hold is not split.
  const longestWord = Math.max(0, ...words.split(' ').map((word) => word.length));
  const share = beside >= words.length || (beside >= LEAST_WORDS_COLUMN && beside - hanging >= longestWord);
  const lines = wrapText(words, share ? beside : columns - indent, hanging).map((line) => ' '.repeat(indent) + line);
  const last = share ? (lines.pop() ?? '') : '';
  const ends = amount.length <= columns ? [amount] : wrapText(amount, columns);
  return [
    ...lines.map((line) => text(line, style)),
    ...ends.map((end, index) => text((index === 0 ? last : '').padEnd(columns - end.length) + end, style)),
  ];
}
