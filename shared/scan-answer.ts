import { z } from 'zod';
import { minorUnitsSchema } from './money';
import { quantitySchema } from './quantity';
import { productSchema } from './sale';

/** What a code stands for. */
export const scanAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('product'), product: productSchema }),
  /** The label of a scale: so much of the product. */
  z.object({ kind: z.literal('weighed'), product: productSchema, quantity: quantitySchema }),
  /** The label of a scale: a piece of the product, at its own price. */
  z.object({ kind: z.literal('priced'), product: productSchema, price: minorUnitsSchema }),
  /** Its check digit does not fit. */
  z.object({ kind: z.literal('misread') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type ScanAnswer = z.infer<typeof scanAnswerSchema>;
