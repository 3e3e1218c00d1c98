import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { scriptAt } from './script-at';

interface Size {
  readonly width: number;
  readonly height: number;
}

const { smallPng } = (await import(scriptAt('pictures/small-png.mjs'))) as {
  smallPng: (png: Buffer, size: Size) => Promise<Buffer>;
};

const size = { width: 120, height: 80 };

/** Two areas, one of them hardly different, and more colours than a palette holds. */
function aScreen(width = size.width) {
  const canvas = createCanvas(width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#888c8a';
  context.fillRect(0, 0, width, size.height);
  context.fillStyle = '#86868e';
  context.fillRect(0, 0, 20, 20);
  for (let index = 0; index < 400; index += 1) {
    context.fillStyle = `rgb(${index % 256}, ${(index * 7) % 256}, ${(index * 13) % 256})`;
    context.fillRect(40 + (index % 20), 40 + Math.floor(index / 20), 1, 1);
  }
  return canvas.toBuffer('image/png');
}

async function pixelsOf(png: Buffer) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data];
  return { width: image.width, height: image.height, at };
}

describe('a picture with few colours', () => {
  it('keeps its size, and what fills an area exactly', async () => {
    const small = await pixelsOf(await smallPng(aScreen(), size));
    expect(small).toMatchObject(size);
    expect(small.at(5, 5)).toEqual([0x86, 0x86, 0x8e, 255]);
    expect(small.at(100, 10)).toEqual([0x88, 0x8c, 0x8a, 255]);
  });

  it('is cut by the part of a pixel that it is too large, and refused when it is another size', async () => {
    expect(await pixelsOf(await smallPng(aScreen(size.width + 1), size))).toMatchObject(size);
    await expect(smallPng(aScreen(size.width - 1), size)).rejects.toThrow('119 by 80 instead of 120 by 80');
  });
});
