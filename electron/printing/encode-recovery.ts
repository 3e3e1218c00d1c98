import type { PrinterSettings } from '../../shared/printer';
import { ENDINGS, LINE_FEED, LONGEST_COMMAND, RESET } from './escpos-commands';

/**
 * Brings a printer that may stand in the middle of a command back to its senses: NULs complete whatever was cut off,
 * and a printer that waits for a command passes over them. Prints nothing of its own.
 */
export const FLUSH: Uint8Array = Buffer.concat([Buffer.alloc(LONGEST_COMMAND), RESET]);

/**
 * Goes before a ticket when the one before it may have stopped half-way: the torn ticket and the new one become two
 * pieces of paper.
 */
export function encodeRecovery(cut: PrinterSettings['cut']): Uint8Array {
  return Buffer.concat([FLUSH, LINE_FEED, ENDINGS[cut]]);
}
