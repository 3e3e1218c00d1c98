import type { PaperElement } from './paper';

/** What a printer does with the bytes, in their order. */
export interface PrinterActions {
  readonly print: (element: PaperElement) => void;
  readonly cut: (kind: 'full' | 'partial') => void;
  readonly kickDrawer: (pin: 2 | 5) => void;
  /** `GS r 1`: answered when its turn comes, so the answer means that everything before it was done. */
  readonly answerPaperSensor: () => void;
  /** `GS ( H`: the same, with an id of four bytes that the sender chose. */
  readonly answerProcessId: (id: Uint8Array) => void;
  /** `GS I`: what the printer calls itself, likewise in its turn. */
  readonly answerName: (field: 'maker' | 'model') => void;
  /** Something that no careful sender does. */
  readonly object: (problem: string) => void;
}
