import { z } from 'zod';

/** The slowest scanner that can be told from a hand, and what is set while nobody has measured the store's own. */
export const SLOWEST_MEAN_MS = 150;
export const USUAL_MEAN_MS = 50;

/** How this store's barcode scanner types. */
export const scannerSettingsSchema = z.object({
  /** Its keys are told from a person's by the mean between two of one code, in milliseconds. */
  meanMs: z.int().min(10).max(SLOWEST_MEAN_MS).default(USUAL_MEAN_MS),
  /** What ends a code: Enter or Tab, or (for scanners that send neither) the silence after it. */
  end: z.enum(['key', 'pause']).default('key'),
  /**
   * Digits are always read by the place of their key. `typed` takes letters and signs as this computer's keyboard writes them;
   * `us` by place too, for a scanner that believes in an English keyboard beside a Spanish one.
   */
  layout: z.enum(['typed', 'us']).default('typed'),
});
export type ScannerSettings = z.infer<typeof scannerSettingsSchema>;
