import { bytesPerRow, MOST_DOTS, type Bitmap } from './bitmap';

/** A picture as browsers, canvases and decoders hold it: four bytes a pixel (red, green, blue, opacity), row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

const WHITE = 255;
const BLACK_BELOW = 128;

/**
 * A picture as black and white dots on white paper: shrunk to what fits (never made larger), and its greys dithered
 * after Floyd and Steinberg.
 */
export function ditherBitmap(
  pixels: Pixels,
  most: { readonly width: number; readonly height: number } = MOST_DOTS,
): Bitmap {
  const scale = Math.min(1, most.width / pixels.width, most.height / pixels.height);
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const greys = shrink(pixels, width, height);
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
  return { width, height, bits: [...bits].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** The mean brightness of the pixels that each dot stands for, 0 is black. */
function shrink({ width, height, data }: Pixels, toWidth: number, toHeight: number): Float64Array {
  const greys = new Float64Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1) {
    const top = Math.floor((y * height) / toHeight);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / toHeight));
    for (let x = 0; x < toWidth; x += 1) {
      const left = Math.floor((x * width) / toWidth);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / toWidth));
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) sum += brightness(data, 4 * (row * width + column));
      }
      greys[y * toWidth + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return greys;
}

/** As the eye weighs colours (ITU-R BT.601), seen on white where the picture is transparent. */
function brightness(data: ArrayLike<number>, at: number): number {
  const [red = WHITE, green = WHITE, blue = WHITE, opacity = WHITE] = [
    data[at],
    data[at + 1],
    data[at + 2],
    data[at + 3],
  ];
  const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
  return WHITE + ((grey - WHITE) * opacity) / WHITE;
}
