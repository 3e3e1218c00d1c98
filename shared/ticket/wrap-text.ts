/** A space that `wrapText` does not break at and that is printed as a plain one. */
const GLUE = '\u00a0';

/** Keeps an amount or a weight in one piece: "$ 1.234,50" never ends one line as "$". */
export function unbroken(text: string): string {
  return text.replaceAll(' ', GLUE);
}

/**
 * Breaks text between words into lines of at most `width` characters; a word longer than a line is split where it
 * must be. From the second line on, each begins with `hanging` spaces. Runs of spaces become one. Empty text gives no line.
 */
export function wrapText(text: string, width: number, hanging = 0): string[] {
  if (text !== '' && text.length <= width && !/^ | $| {2}/.test(text)) return [text.replaceAll(GLUE, ' ')];
  const lines: string[] = [];
  let line = '';
  let room = width;
  const close = (full: string) => {
    lines.push(' '.repeat(lines.length === 0 ? 0 : hanging) + full.replaceAll(GLUE, ' '));
    room = width - hanging;
  };
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (word === '' || longer.length <= room) {
      if (word !== '') line = longer;
      continue;
    }
    if (line !== '') close(line);
    line = word;
    while (line.length > room) {
      const full = line.slice(0, room);
      line = line.slice(room);
      close(full);
    }
  }
  if (line !== '') close(line);
  return lines;
}
