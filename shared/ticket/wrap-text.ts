/** A space that `wrapText` does not break at and that is printed as a plain one. */
const GLUE = '\u00a0';

/** Keeps an amount or a weight in one piece: "$ 1.234,50" never ends one line as "$". */
export function unbroken(text: string): string {
  return text.replaceAll(' ', GLUE);
}

/**
 * Breaks text between words into lines of at most `width` characters; a word longer than a line is split where it
 * must be. Runs of spaces become one. Empty text gives no line.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => each.replaceAll(GLUE, ' '));
}
