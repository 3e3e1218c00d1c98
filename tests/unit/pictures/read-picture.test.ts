import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { measurePicture } from '../../../electron/pictures/measure-picture';
import { readPicture } from '../../../electron/pictures/read-picture';

const folder = mkdtempSync(join(tmpdir(), 'caja-qr-picture-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const png = createCanvas(20, 10).toBuffer('image/png');

/** The head of a JPEG: an APP0 segment, then a frame of that size. */
function jpegHead(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc2, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4]), frame]);
}

/** A PNG that says of itself that it is so large. */
function claiming(width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('a picture out of a file', () => {
  it('is handed on as it is, with its name', async () => {
    const read = await readPicture(written('logo.png', png));
    expect(read).toEqual({
      ok: true,
      value: { file: 'logo.png', type: 'image/png', base64: png.toString('base64') },
    });
  });

  it('is known by its bytes and not by its name', async () => {
    expect(await readPicture(written('foto.png', jpegHead(64, 48)))).toMatchObject({ value: { type: 'image/jpeg' } });
    expect(measurePicture(jpegHead(64, 48))).toEqual({ type: 'image/jpeg', width: 64, height: 48 });
  });

  it.each([
    ['a text', written('a.png', 'hola')],
    ['an empty file', written('b.png', '')],
    ['a drawing with a program in it', written('c.png', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a head without a size', written('d.png', png.subarray(0, 20))],
    ['a picture without a dot', written('e.png', claiming(0, 10))],
    ['a folder', folder],
    ['a file that is gone', join(folder, 'none.png')],
  ])('is refused when it is none: %s', async (_title, path) => {
    expect(await readPicture(path)).toEqual({ ok: false, error: { code: 'pictureUnusable' } });
  });

  it.each([
    ['bytes', written('f.png', Buffer.concat([png, Buffer.alloc(4 * 1024 * 1024)]))],
    ['pixels', written('g.png', claiming(60_000, 60_000))],
    ['width', written('h.png', claiming(9_000, 10))],
  ])('is refused when it unfolds to too many %s', async (_title, path) => {
    expect(await readPicture(path)).toEqual({ ok: false, error: { code: 'pictureTooLarge' } });
  });

  it.skipIf(process.platform === 'win32')('is never waited for: a pipe is no picture', async () => {
    const pipe = join(folder, 'pipe.png');
    execFileSync('/usr/bin/mkfifo', [pipe]);
    const link = join(folder, 'link.png');
    symlinkSync(pipe, link);
    expect(await readPicture(link)).toEqual({ ok: false, error: { code: 'pictureUnusable' } });
  });

  it('is measured without harm, whatever its bytes are', () => {
    const heads = fc.constantFrom(png.subarray(0, 16), Buffer.from([0xff, 0xd8]), jpegHead(3, 4).subarray(0, 12));
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 64 }), (head, rest) => {
        const measured = measurePicture(Buffer.concat([head, rest]));
        if (measured) expect(Math.min(measured.width, measured.height)).toBeGreaterThan(0);
      }),
    );
  });
});
