import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurePicture } from '../../../electron/pictures/measure-picture';
import { readSmallPicture } from '../../../electron/pictures/read-small-picture';
import { fitWithin } from '../../../renderer/lib/fit-within';
import { bestThatFits } from '../../../renderer/lib/shrink-picture';
import { pictureAddress, smallPictureSchema, versionAt } from '../../../shared/product-picture';

const refused = { ok: false, error: { code: 'pictureUnusable' } };
const webp = (width: number, height: number) => createCanvas(width, height).toBuffer('image/webp');

/** The heads of the kinds of WebP, of that size. */
function webpHead(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(22, 4);
  bytes.write(`WEBP${kind}`, 8, 'latin1');
  if (kind === 'VP8 ') {
    bytes.writeUIntBE(0x9d012a, 23, 3);
    bytes.writeUInt16LE(width, 26);
    bytes.writeUInt16LE(height, 28);
  } else if (kind === 'VP8L') {
    bytes[20] = 0x2f;
    bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  } else {
    bytes.writeUIntLE(width - 1, 24, 3);
    bytes.writeUIntLE(height - 1, 27, 3);
  }
  return bytes;
}

describe('a WebP', () => {
  it.each(['VP8 ', 'VP8L', 'VP8X'] as const)('says its size before it is decoded, as %s', (kind) => {
    expect(measurePicture(webpHead(kind, 300, 77))).toEqual({ type: 'image/webp', width: 300, height: 77 });
    expect(measurePicture(webpHead(kind, 300, 77).subarray(0, 29))).toBeNull();
  });

  it('is the one that a drawing program writes', () => {
    expect(measurePicture(webp(120, 90))).toEqual({ type: 'image/webp', width: 120, height: 90 });
  });
});

describe('the picture of a product', () => {
  it('is taken as the window made it', () => {
    const bytes = webp(192, 108);
    expect(readSmallPicture(bytes.toString('base64'))).toEqual({ ok: true, value: bytes });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a PNG', createCanvas(20, 20).toBuffer('image/png')],
    ['one that is too wide', webp(193, 20)],
    ['one that is too high', webp(20, 193)],
    ['one that is cut off', webp(192, 192).subarray(0, 40)],
    ['one with too many bytes', Buffer.concat([webp(20, 20), Buffer.alloc(30_720)])],
    ['a drawing with a program in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ])('is not %s', (_what, bytes) => {
    expect(readSmallPicture(bytes.toString('base64'))).toEqual(refused);
  });

  it('is refused before it is decoded when it is longer than any', () => {
    expect(smallPictureSchema.safeParse('A'.repeat(40_960)).success).toBe(true);
    expect(smallPictureSchema.safeParse('A'.repeat(40_961)).success).toBe(false);
  });

  it('never breaks who looks at it', () => {
    fc.assert(
      fc.property(fc.constantFrom('VP8 ', 'VP8L', 'VP8X'), fc.uint8Array({ maxLength: 64 }), (kind, rest) => {
        const bytes = Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}`, 'latin1'), rest]);
        const read = readSmallPicture(bytes.toString('base64'));
        expect(read.ok || read.error.code === 'pictureUnusable').toBe(true);
      }),
    );
  });

  it('is drawn whole into its room, in its proportions, and never larger than it was', () => {
    const most = { width: 192, height: 192 };
    expect(fitWithin({ width: 4000, height: 3000 }, most)).toEqual({ width: 192, height: 144 });
    expect(fitWithin({ width: 30, height: 20 }, most)).toEqual({ width: 30, height: 20 });
    expect(fitWithin({ width: 8000, height: 2 }, most)).toEqual({ width: 192, height: 1 });
  });

  it('is as good as its bytes may be many', async () => {
    const tried: number[] = [];
    const size = (bytes: number) => (quality: number) => {
      tried.push(quality);
      return Promise.resolve(new Uint8Array(Math.round(bytes * quality)));
    };
    expect((await bestThatFits(size(10_000)))?.length).toBe(8_500);
    expect(tried).toEqual([0.85]);
    expect((await bestThatFits(size(80_000)))?.length).toBe(24_000);
    expect(await bestThatFits(size(1_000_000))).toBeNull();
  });
});

describe('the address of a picture', () => {
  it('is one of the page, and no other is about a picture', () => {
    const version = '0123456789abcdef'.repeat(2);
    expect(versionAt(new URL(pictureAddress(version), 'app://till/index.html').href)).toBe(version);
    for (const other of [
      `app://other/product-picture/${version}.webp`,
      `app://till/product-picture/${version}.webp?x`,
      `app://till/product-picture/../${version}.webp`,
      `app://till/product-picture/${version.toUpperCase()}.webp`,
      'app://till/product-picture/.webp',
    ]) {
      expect(versionAt(other)).toBeNull();
    }
  });
});
