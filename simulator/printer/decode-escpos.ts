import { EscposDecoder } from './escpos-decoder';
import { textOf, type PaperElement } from './paper';

export interface DecodedJob {
  /** Nothing to object to. */
  readonly ok: boolean;
  readonly problems: readonly string[];
  /** What was printed, line by line, as text; blank lines are empty. */
  readonly lines: readonly string[];
  readonly elements: readonly PaperElement[];
  readonly cuts: readonly ('full' | 'partial')[];
  /** The pins of the drawers that were kicked. */
  readonly drawerKicks: readonly (2 | 5)[];
  /** How often the sender asked to be told that the printer got this far. */
  readonly fences: number;
}

/** Reads one whole job as a strict printer would. `columns` is the paper's width in characters of Font A. */
export function decode(bytes: Uint8Array, { columns }: { readonly columns: number }): DecodedJob {
  const problems: string[] = [];
  const elements: PaperElement[] = [];
  const cuts: ('full' | 'partial')[] = [];
  const drawerKicks: (2 | 5)[] = [];
  let fences = 0;
  const decoder = new EscposDecoder(columns, {
    print: (element) => void elements.push(element),
    cut: (kind) => void cuts.push(kind),
    kickDrawer: (pin) => void drawerKicks.push(pin),
    answerPaperSensor: () => void (fences += 1),
    answerProcessId: () => void (fences += 1),
    answerName: () => undefined,
    object: (problem) => void problems.push(problem),
  });
  for (const byte of bytes) decoder.write(byte);
  decoder.end();
  const lines = elements.flatMap((element) => (element.kind === 'line' ? [textOf(element)] : []));
  return { ok: problems.length === 0, problems, lines, elements, cuts, drawerKicks, fences };
}
