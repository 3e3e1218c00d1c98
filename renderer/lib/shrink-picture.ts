import { MOST_PICTURE_BYTES, PICTURE_SIDE } from '../../shared/product-picture';
import type { PictureFile } from '../../shared/picture-file';
import { drawPicture } from './draw-picture';

/** From good to bad: a photograph fits with the first, and noise with the last. */
const qualities = [0.85, 0.6, 0.3, 0.05] as const;

/** A picture out of a file as a product keeps it, a small WebP in base64; null when it can't be decoded. */
export async function shrinkPicture(file: Pick<PictureFile, 'type' | 'base64'>): Promise<string | null> {
  const canvas = await drawPicture(file, { width: PICTURE_SIDE, height: PICTURE_SIDE });
  if (!canvas) return null;
  const bytes = await bestThatFits(async (quality) => {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    return new Uint8Array(await blob.arrayBuffer());
  });
  return bytes && btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The first of the qualities whose bytes are few enough; null when none is. */
export async function bestThatFits(encode: (quality: number) => Promise<Uint8Array>): Promise<Uint8Array | null> {
  for (const quality of qualities) {
    const bytes = await encode(quality);
    if (bytes.length <= MOST_PICTURE_BYTES) return bytes;
  }
  return null;
}
