import { z } from 'zod';
import { WHOLE } from './discount';

/** How this store sells. */
export const sellingSettingsSchema = z.object({
  /** The most that may be taken off without asking, in hundredths of a percent; `WHOLE` is no limit. */
  discountLimit: z.int().min(0).max(WHOLE).default(WHOLE),
});
export type SellingSettings = z.infer<typeof sellingSettingsSchema>;
