import type { PictureFile } from '../../shared/picture-file';
import { fitWithin } from './fit-within';

/**
 * Draws a picture out of a file within that much room; null when it can't be decoded. This process is the one that may touch
 * nothing, so a picture that breaks the decoder breaks no more than the window.
 */
export async function drawPicture(
  { type, base64 }: Pick<PictureFile, 'type' | 'base64'>,
  most: { readonly width: number; readonly height: number },
): Promise<OffscreenCanvas | null> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type }));
    try {
      return draw(picture, most);
    } finally {
      picture.close();
    }
  } catch {
    return null;
  }
}

function draw(picture: ImageBitmap, most: { readonly width: number; readonly height: number }): OffscreenCanvas | null {
  const { width, height } = fitWithin(picture, most);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}
