import { z } from 'zod';
import { codePageSchema } from '../printer';
import { bitmapSchema } from './bitmap';

/**
 * How a line looks. `bold` and `normal` are one column wide and one row high; `tall` is bold and two rows high; `large`
 * is bold, two rows high and two columns wide; `band` is white on black.
 */
const lineStyleSchema = z.enum(['normal', 'bold', 'tall', 'large', 'band']);
export type LineStyle = z.infer<typeof lineStyleSchema>;

/** One line of paper. `text` is exactly what is printed, padding included, so that nothing depends on the printer's own idea of width. */
export const printedLineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    style: lineStyleSchema,
    /** Of this line alone; left out: the paper's. */
    codePage: codePageSchema.optional(),
  }),
  /** In the middle of the paper. */
  z.object({ kind: z.literal('picture'), bitmap: bitmapSchema }),
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('blank') }),
]);
export type PrintedLine = z.infer<typeof printedLineSchema>;

/** Columns of paper that one character takes. */
export function columnsPerCharacter(style: LineStyle): 1 | 2 {
  return style === 'large' ? 2 : 1;
}
