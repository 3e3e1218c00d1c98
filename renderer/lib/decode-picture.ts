import type { PictureFile } from '../../shared/picture-file';
import { MOST_DOTS } from '../../shared/ticket/bitmap';
import type { Pixels } from '../../shared/ticket/shrink-to-greys';
import { drawPicture } from './draw-picture';

/** More pixels than this for each dot show no difference on paper. */
const PIXELS_PER_DOT = 4;
const most = PIXELS_PER_DOT * MOST_DOTS.width;

/** The pixels of a picture for paper; null when it can't be decoded. */
export async function decodePicture(file: Pick<PictureFile, 'type' | 'base64'>): Promise<Pixels | null> {
  const canvas = await drawPicture(file, { width: most, height: most });
  return canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}
