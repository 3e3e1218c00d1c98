import { bytesPerRow, hexOf, MOST_DOTS, type Bitmap } from './bitmap';
import { BLACK_BELOW, shrinkToGreys, WHITE, type Dots, type Pixels } from './shrink-to-greys';

/** A picture that has no greys, as a QR: each dot is what most of its pixels are, because dithered edges can't be scanned. */
export function sharpBitmap(pixels: Pixels, most: Dots = MOST_DOTS): Bitmap {
  const { width, height, greys } = shrinkToGreys(pixels, most);
  const bits = new Uint8Array(bytesPerRow(width) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * bytesPerRow(width) + (x >> 3);
      if ((greys[y * width + x] ?? WHITE) < BLACK_BELOW) bits[index] = (bits[index] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { width, height, bits: hexOf(bits) };
}
