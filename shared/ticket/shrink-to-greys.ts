/** A picture as browsers, canvases and decoders hold it: four bytes a pixel (red, green, blue, opacity), row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

export interface Dots {
  readonly width: number;
  readonly height: number;
}

export const WHITE = 255;
export const BLACK_BELOW = 128;

/** A picture in grey, shrunk to what fits and never made larger. 0 is black; row by row. */
export function shrinkToGreys(pixels: Pixels, most: Dots): Dots & { readonly greys: Float64Array } {
  const scale = Math.min(1, most.width / pixels.width, most.height / pixels.height);
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  return { width, height, greys: means(pixels, width, height) };
}

/** The mean brightness of the pixels that each dot stands for. */
function means({ width, height, data }: Pixels, toWidth: number, toHeight: number): Float64Array {
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
