import { z } from 'zod';
import { scaleCodesSchema } from './codes/scale-code';
import { WHOLE } from './discount';

/** How a scanner's keys are told from a person's: the mean between two keys of one code, in milliseconds. */
const scannerSettingsSchema = z.object({ meanMs: z.int().min(10).max(150).default(50) });

/** How this store sells. */
export const sellingSettingsSchema = z.object({
  /** The most that may be taken off without asking, in hundredths of a percent; `WHOLE` is no limit. */
  discountLimit: z.int().min(0).max(WHOLE).default(WHOLE),
  /** Null: no scale prints labels here. */
  scaleCodes: scaleCodesSchema.nullable().default(null),
  scanner: scannerSettingsSchema.prefault({}),
});
export type SellingSettings = z.infer<typeof sellingSettingsSchema>;
