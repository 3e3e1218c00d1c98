import { z } from 'zod';

/** As wide as 58 mm paper prints (48 mm at 8 dots a millimetre), and no higher than half of that. */
export const MOST_DOTS = { width: 384, height: 192 } as const;

/**
 * A picture of black and white dots, as a ticket printer burns it. `bits` is hexadecimal: row by row from the top, each
 * row padded to whole bytes, the leftmost dot in the highest bit, 1 is black.
 */
export const bitmapSchema = z
  .object({
    width: z.int().min(1).max(MOST_DOTS.width),
    height: z.int().min(1).max(MOST_DOTS.height),
    bits: z.string().regex(/^[0-9a-f]*$/),
  })
  .refine(({ width, height, bits }) => bits.length === 2 * bytesPerRow(width) * height);
export type Bitmap = z.infer<typeof bitmapSchema>;

export function bytesPerRow(width: number): number {
  return Math.ceil(width / 8);
}
