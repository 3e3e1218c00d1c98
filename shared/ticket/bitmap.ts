import { z } from 'zod';

/** As wide as 58 mm paper prints (48 mm at 8 dots a millimetre), and as high: a QR is square. */
export const MOST_DOTS = { width: 384, height: 384 } as const;

/** A logo is no higher than half of that: it is printed with every ticket. */
export const MOST_LOGO_DOTS = { width: MOST_DOTS.width, height: 192 } as const;

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

/** A picture that may stand above the name of the business. */
export const logoSchema = bitmapSchema.refine(({ height }) => height <= MOST_LOGO_DOTS.height);

export function bytesPerRow(width: number): number {
  return Math.ceil(width / 8);
}

/** Rows of dots as `bits` has them. */
export function hexOf(rows: Uint8Array): string {
  return [...rows].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
