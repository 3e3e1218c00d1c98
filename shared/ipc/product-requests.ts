import { z } from 'zod';
import { MAX_TOTAL, minorUnitsSchema } from '../money';
import { smallPictureSchema } from '../product-picture';
import { categorySchema, productSchema } from '../sale';
import { scanAnswerSchema } from '../scan-answer';
import { pictureFileSchema } from '../picture-file';
import { approved } from './people-requests';

/** As many keys as anybody finds their way among. */
export const MOST_QUICK_KEYS = 200;

/** A product as the editor hands it over; without an id it is a new one. */
const productEntrySchema = productSchema.omit({ picture: true }).extend({
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
    input: z.object({ category: categorySchema, limit: z.int().min(1).max(MOST_QUICK_KEYS) }),
    output: z.array(productSchema),
  },
  'catalogue.find': { input: z.object({ id: productSchema.shape.id }), output: productSchema.nullable() },
  /**
   * Stores it and answers what is stored: `codeTaken` when another product has its code. Without `newPicture` its picture
   * stays, null takes it away.
   */
  'catalogue.save': {
    input: productEntrySchema.extend({ newPicture: smallPictureSchema.nullable().optional(), ...approved }),
    output: productSchema,
  },
  /** Asks a person for a picture; null when they chose none. Nothing is stored. */
  'catalogue.choosePicture': { input: z.undefined(), output: pictureFileSchema.nullable() },
  /** The favourites for the quick keys: those that have a place in their order, then the others by name. */
  'catalogue.favourites': { input: z.undefined(), output: z.array(productSchema) },
  /** Gives these favourites their places, the first to the first; others lose theirs. */
  'catalogue.arrangeFavourites': {
    input: z.object({ ids: z.array(productSchema.shape.id).max(MOST_QUICK_KEYS), ...approved }),
    output: z.undefined(),
  },
} as const;
