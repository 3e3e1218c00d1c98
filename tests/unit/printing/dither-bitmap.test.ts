import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitmapSchema, type Bitmap } from '../../../shared/ticket/bitmap';
import { ditherBitmap } from '../../../shared/ticket/dither-bitmap';
import type { Pixels } from '../../../shared/ticket/shrink-to-greys';

/** A picture of one colour: red, green, blue, opacity. */
function plain(width: number, height: number, colour: readonly [number, number, number, number]): Pixels {
  return { width, height, data: Array.from({ length: width * height }, () => colour).flat() };
}

/** The share of black dots. */
function blackness({ width, height, bits }: Bitmap): number {
  const black = [...Buffer.from(bits, 'hex')].map((byte) => byte.toString(2).replaceAll('0', '').length);
  return black.reduce((sum, each) => sum + each, 0) / (width * height);
}

it.each([
  ['black', [0, 0, 0, 255], 1],
  ['white', [255, 255, 255, 255], 0],
  ['nothing at all, which is white paper', [0, 0, 0, 0], 0],
  ['a half-transparent black, which is grey', [0, 0, 0, 128], 0.5],
  ['a grey', [191, 191, 191, 255], 0.25],
  ['yellow, which is bright', [255, 255, 0, 255], 0.11],
] as const)('%s becomes dots as dark as it looks', (_title, colour, dark) => {
  expect(blackness(ditherBitmap(plain(64, 64, colour)))).toBeCloseTo(dark, 1);
});

it('a picture that is too large is shrunk in its proportions, and a small one stays as it is', () => {
  expect(ditherBitmap(plain(768, 200, [0, 0, 0, 255]))).toMatchObject({ width: 384, height: 100 });
  expect(ditherBitmap(plain(400, 800, [0, 0, 0, 255]))).toMatchObject({ width: 96, height: 192 });
  expect(ditherBitmap(plain(50, 20, [0, 0, 0, 255]))).toMatchObject({ width: 50, height: 20 });
});

it('black and white stay where they are', () => {
  const data = [0, 255, 255, 0].flatMap((grey) => [grey, grey, grey, 255]);
  expect(ditherBitmap({ width: 2, height: 2, data })).toEqual({ width: 2, height: 2, bits: '8040' });
});

it('every picture becomes one that a ticket can hold', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 700 }),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(255),
      (width, height, grey) => {
        const bitmap = ditherBitmap(plain(width, height, [grey, 255 - grey, grey, 255]));
        expect(bitmapSchema.safeParse(bitmap).success).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});
