import { z } from 'zod';
import { saleFilterSchema, salePageSchema } from '../sales/sale-filter';
import { storyStepSchema } from '../sales/sale-story';

/** Sales that were made, found again. */
export const salesRequests = {
  /** Newest first. `before` is where the page begins, as the page before it said. */
  'sales.find': {
    input: saleFilterSchema.extend({
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(60),
    }),
    output: salePageSchema,
  },
  /** Everything that happened to one, oldest first. */
  'sales.story': { input: z.object({ saleId: z.uuid() }), output: z.array(storyStepSchema) },
} as const;
