import type { PrinterTrouble } from '../../../shared/printer';

/** An open way to a printer, for bytes in both directions; it knows nothing of tickets. */
export interface Connection {
  /** False where nothing is ever answered, such as a file: then no question is asked either. */
  readonly twoWay: boolean;
  /**
   * Hands all bytes over, calling `onTaken` with each number of them that can't be taken back any more. Resolves with
   * what stopped it, or null when all are taken. It gives up when nothing was taken for `stallMs`.
   */
  write(bytes: Uint8Array, onTaken: (count: number) => void): Promise<PrinterTrouble | null>;
  /** What was taken and drained has arrived for good, as in a file. Matters only where nothing is ever answered. */
  readonly arrives: boolean;
  /**
   * Resolves when what was taken has been handed to the printer, or with what stopped it. `onWaiting` is told why it takes
   * long, as often as it is looked at.
   */
  drain(onWaiting?: (trouble: PrinterTrouble | null) => void): Promise<PrinterTrouble | null>;
  /** Lets `drain` wait no longer, and take back what it waits for. Only where it would else come out when nobody is there. */
  takeBack?(): void;
  /** What the printer sends. */
  readonly onBytes: (listener: (bytes: Uint8Array) => void) => void;
  /** Called once, when the printer goes away without being asked to. */
  readonly onLost: (listener: (trouble: PrinterTrouble) => void) => void;
  /** Never throws, and never waits longer than `stallMs`. */
  close(): Promise<void>;
}

export type Opened =
  { readonly ok: true; readonly connection: Connection } | { readonly ok: false; readonly trouble: PrinterTrouble };
