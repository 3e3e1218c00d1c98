import { createCanvas, Path2D } from '@napi-rs/canvas';
import { PICTURE_SIDE } from '../../shared/product-picture';

/** Something with a colour and a shape, as a WebP, where the till would send a photograph. */
export function drawProductPicture(version: string): Buffer {
  const number = Number(version);
  const canvas = createCanvas(PICTURE_SIDE, PICTURE_SIDE);
  const context = canvas.getContext('2d');
  context.fillStyle = `hsl(${number * 47}, 55%, 45%)`;
  if (number % 2 === 0) {
    context.arc(96, 96, 76, 0, 2 * Math.PI);
    context.fill();
  } else {
    context.fill(new Path2D('M70 8h52v40l22 34v102H48V82l22-34z'));
  }
  return canvas.toBuffer('image/webp');
}
