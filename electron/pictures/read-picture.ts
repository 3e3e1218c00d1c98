import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/errors';
import type { PictureFile } from '../../shared/picture-file';
import { measurePicture } from './measure-picture';

/** A photograph of a telephone fits; what is larger is for no screen and no paper. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Decoded, a pixel takes four bytes: a small file may unfold to more than the computer has. */
const MOST_PIXELS = 16_000_000;
const LONGEST_SIDE = 8_000;

/**
 * Reads a PNG, a JPEG or a WebP that a person pointed at, and looks at its head only: it is decoded in the window, whose
 * process may touch nothing.
 */
export async function readPicture(path: string): Promise<Result<PictureFile>> {
  const read = await readBytes(path);
  if (!read.ok) return read;
  const picture = measurePicture(read.value);
  if (!picture) return fail({ code: 'pictureUnusable' });
  const { type, width, height } = picture;
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) return fail({ code: 'pictureTooLarge' });
  return ok({ file: basename(path), type, base64: read.value.toString('base64') });
}

async function readBytes(path: string): Promise<Result<Buffer>> {
  try {
    // Without waiting: a pipe that nobody writes to would keep the till. (Windows has no such flag, and needs none.)
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const about = await file.stat();
      // A pipe or a device has no end.
      if (!about.isFile()) return fail({ code: 'pictureUnusable' });
      if (about.size > MOST_BYTES) return fail({ code: 'pictureTooLarge' });
      const bytes = Buffer.alloc(MOST_BYTES + 1);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytesRead > MOST_BYTES ? fail({ code: 'pictureTooLarge' }) : ok(bytes.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return fail({ code: 'pictureUnusable' });
  }
}
