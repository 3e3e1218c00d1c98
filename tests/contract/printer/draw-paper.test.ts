import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { decode } from '../../../simulator/printer/decode-escpos';
import { drawPaper } from '../../../simulator/printer/draw-paper';

/** Share of dark pixels in a picture's row of text, from 0 to 1. */
async function darkness(png: Uint8Array): Promise<{ width: number; height: number; dark: number }> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let dark = 0;
  for (let index = 0; index < data.length; index += 4) {
    if ((data[index] ?? 255) < 100 && (data[index + 3] ?? 0) > 200) dark += 1;
  }
  return { width: image.width, height: image.height, dark: dark / (image.width * image.height) };
}

function paper(text: string, style: readonly number[] = []): Uint8Array {
  return Buffer.concat([
    Buffer.of(0x1b, 0x40, 0x1b, 0x74, 19, ...style),
    Buffer.from(`${text}\n`),
    Buffer.of(0x1d, 0x56, 1),
  ]);
}

it.each([
  [32, 384],
  [42, 512],
  [48, 576],
])('paper of %i columns is drawn %i dots wide, with margins', async (columns, dots) => {
  const { elements } = decode(paper('Hola'), { columns });
  expect((await darkness(await drawPaper(elements, columns))).width).toBe(dots + 72);
});

it('ink is where the printer burnt, and white print stands on black', async () => {
  const drawn = async (bytes: Uint8Array) => darkness(await drawPaper(decode(bytes, { columns: 32 }).elements, 32));
  const plain = await drawn(paper('Hola'));
  const tall = await drawn(paper('Hola', [0x1b, 0x21, 0x10]));
  const band = await drawn(paper('Hola', [0x1d, 0x42, 1]));
  expect(plain.dark).toBeGreaterThan(0);
  expect(tall.height).toBeGreaterThan(plain.height);
  expect(band.dark).toBeGreaterThan(3 * plain.dark);
});
