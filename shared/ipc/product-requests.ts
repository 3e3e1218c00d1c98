import { z } from 'zod';
import { MAX_TOTAL, minorUnitsSchema } from '../money';
import { categorySchema, productSchema } from '../sale';
import { scanAnswerSchema } from '../scan-answer';
import { approved } from './people-requests';

/** A product as the editor hands it over; without an id it is a new one. */
const productEntrySchema = productSchema.extend({
  id: productSchema.shape.id.nullable(),
  code: z.string().trim().min(1).max(64).nullable(),
  price: minorUnitsSchema.positive().max(MAX_TOTAL),
});
export type ProductEntry = z.infer<typeof productEntrySchema>;

export const productRequests = {
  /** What a code stands for, scanned or typed. */
  'catalogue.lookUp': { input: z.object({ code: z.string().min(1).max(64) }), output: scanAnswerSchema },
  /** In the order of the alphabet. */
  'catalogue.categories': { input: z.undefined(), output: z.array(categorySchema) },
  'catalogue.ofCategory': {
    input: z.object({ category: categorySchema, limit: z.int().min(1).max(200) }),
    output: z.array(productSchema),
  },
  'catalogue.find': { input: z.object({ id: productSchema.shape.id }), output: productSchema.nullable() },
  /** Stores it and answers what is stored: `codeTaken` when another product has its code. */
  'catalogue.save': { input: productEntrySchema.extend(approved), output: productSchema },
} as const;
