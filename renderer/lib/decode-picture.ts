import type { PictureFile } from '../../shared/ticket-design';
import { MOST_DOTS } from '../../shared/ticket/bitmap';
import type { Pixels } from '../../shared/ticket/shrink-to-greys';

/** More pixels than this for each dot show no difference on paper. */
const PIXELS_PER_DOT = 4;

/**
 * The pixels of a PNG or a JPEG; null when it can't be decoded. This process is the one that may touch nothing, so a picture
 * that breaks the decoder breaks no more than the window.
 */
export async function decodePicture({ type, base64 }: Pick<PictureFile, 'type' | 'base64'>): Promise<Pixels | null> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type }));
    try {
      return draw(picture);
    } finally {
      picture.close();
    }
  } catch {
    return null;
  }
}

function draw(picture: ImageBitmap): Pixels | null {
  const most = PIXELS_PER_DOT * MOST_DOTS.width;
  const scale = Math.min(1, most / picture.width, most / picture.height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
