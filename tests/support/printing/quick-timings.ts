import type { PrinterTimings } from '../../../electron/printing/printer-timings';

/** As the real ones in proportion, but short enough for a test to sit through. */
export const quickTimings: PrinterTimings = {
  openMs: 1000,
  answerMs: 250,
  stallMs: 400,
  fenceMs: 1000,
  silentFenceMs: 200,
  rescueMs: 1500,
  lookMs: 50,
};
