import { z } from 'zod';

/** A picture out of a file, not decoded yet: that is done where nothing can come to harm. */
export const pictureFileSchema = z.object({
  file: z.string(),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
});
export type PictureFile = z.infer<typeof pictureFileSchema>;
