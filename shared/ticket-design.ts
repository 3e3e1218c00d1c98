import { z } from 'zod';
import { printerSettingsSchema } from './printer';
import { logoSchema } from './ticket/bitmap';
import { businessSchema } from './ticket/ticket';

/** What of the printer a ticket is designed for. */
const designedPaperSchema = printerSettingsSchema.pick({ columns: true, codePage: true }).strict();

/** Everything that a shop decides about its tickets. */
export const ticketDesignSchema = z
  .object({
    business: businessSchema.strict(),
    logo: logoSchema.nullable(),
    paper: designedPaperSchema,
  })
  .strict();
export type TicketDesign = z.infer<typeof ticketDesignSchema>;

/** A picture out of a file, not decoded yet: that is done where nothing can come to harm. */
export const pictureFileSchema = z.object({
  file: z.string(),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
});
export type PictureFile = z.infer<typeof pictureFileSchema>;
