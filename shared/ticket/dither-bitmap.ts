import { bytesPerRow, hexOf, MOST_LOGO_DOTS, type Bitmap } from './bitmap';
import { BLACK_BELOW, shrinkToGreys, WHITE, type Dots, type Pixels } from './shrink-to-greys';

/**
 * A picture as black and white dots on white paper: shrunk to what fits (never made larger), and its greys dithered
 * after Floyd and Steinberg.
 */
export function ditherBitmap(pixels: Pixels, most: Dots = MOST_LOGO_DOTS): Bitmap {
  const { width, height, greys } = shrinkToGreys(pixels, most);
  const bits = new Uint8Array(bytesPerRow(width) * height);
  const spread = (x: number, y: number, error: number) => {
    if (x >= 0 && x < width && y < height) greys[y * width + x] = (greys[y * width + x] ?? WHITE) + error;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = greys[y * width + x] ?? WHITE;
      const black = grey < BLACK_BELOW;
      const error = black ? grey : grey - WHITE;
      spread(x + 1, y, (error * 7) / 16);
      spread(x - 1, y + 1, (error * 3) / 16);
      spread(x, y + 1, (error * 5) / 16);
      spread(x + 1, y + 1, error / 16);
      const index = y * bytesPerRow(width) + (x >> 3);
      if (black) bits[index] = (bits[index] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { width, height, bits: hexOf(bits) };
}
