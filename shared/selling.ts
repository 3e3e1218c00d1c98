import { z } from 'zod';
import { scaleCodesSchema } from './codes/scale-code';
import { WHOLE } from './discount';
import { scannerSettingsSchema } from './scanner';

/** How this store sells. */
export const sellingSettingsSchema = z.object({
  /** The most that a cashier may take off without asking, in hundredths of a percent; `WHOLE` is no limit. A manager has none. */
  discountLimit: z.int().min(0).max(WHOLE).default(WHOLE),
  /** Null: no scale prints labels here. */
  scaleCodes: scaleCodesSchema.nullable().default(null),
  scanner: scannerSettingsSchema.prefault({}),
});
export type SellingSettings = z.infer<typeof sellingSettingsSchema>;
