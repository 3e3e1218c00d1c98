import type { PrinterSettings } from '../../shared/printer';

/** More than the longest argument of any command that we send. */
const NULS = 64;

/**
 * Goes before a ticket when the one before it may have stopped half-way: NULs to complete whatever command was cut off,
 * a reset, and a cut, so that the torn ticket and the new one are two pieces of paper.
 */
export function encodeRecovery(cut: PrinterSettings['cut']): Uint8Array {
  const reset = [0x1b, 0x40, 0x0a];
  const separate = cut === 'none' ? [0x1b, 0x64, 4] : [0x1d, 0x56, 66, 0];
  return Uint8Array.of(...Array<number>(NULS).fill(0), ...reset, ...separate);
}
