import type { PrinterSettings } from '../../shared/printer';

/** `ESC @`: forgets a line that was not printed yet, and every style. */
export const RESET = Buffer.from([0x1b, 0x40]);

export const LINE_FEED = Buffer.from([0x0a]);

/**
 * Ends a piece of paper. `GS V` feeds to the cutter and cuts; where there is no cutter, `ESC d` feeds to the tear bar.
 * (node-thermal-printer's own cut resets the code page behind its own back.)
 */
export const ENDINGS: Readonly<Record<PrinterSettings['cut'], Buffer>> = {
  partial: Buffer.from([0x1d, 0x56, 66, 0]),
  full: Buffer.from([0x1d, 0x56, 65, 0]),
  none: Buffer.from([0x1b, 0x64, 4]),
};

/**
 * The most bytes that one of our commands may have, its data included. A command that was cut off is completed with
 * NULs, so it decides how many of them a recovery takes; it also keeps one picture within what cheap printers hold.
 */
export const LONGEST_COMMAND = 2048;
