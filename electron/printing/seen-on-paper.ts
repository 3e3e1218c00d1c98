import type { CodePage } from '../../shared/printer';
import type { PrintedLine } from '../../shared/ticket/printed-line';
import { readableAs } from './code-page-bytes';

/** Lines with the letters that come out: those that the page lacks as what is printed for them. */
export function seenOnPaper(lines: readonly PrintedLine[], codePage: CodePage): PrintedLine[] {
  return lines.map((line) =>
    line.kind === 'text' ? { ...line, text: readableAs(line.text, line.codePage ?? codePage) } : line,
  );
}
