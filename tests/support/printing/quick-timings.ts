import type { PrinterTimings } from '../../../electron/printing/printer-timings';

/** As the real ones in proportion, but short enough for a test to sit through. */
export const quickTimings: PrinterTimings = {
  openMs: 1000,
  answerMs: 150,
  stallMs: 400,
  fenceMs: 1500,
  silentFenceMs: 200,
  rescueMs: 3000,
  lookMs: 50,
};
