import { fail, ok, type Result } from '../../shared/errors';
import { MOST_PICTURE_BYTES, PICTURE_SIDE } from '../../shared/product-picture';
import { measurePicture } from './measure-picture';

/** The bytes of a picture that the window has made small: looked at again, because a window may be garbled or hostile. */
export function readSmallPicture(base64: string): Result<Buffer> {
  const bytes = Buffer.from(base64, 'base64');
  const picture = measurePicture(bytes);
  const isSmall = picture && Math.max(picture.width, picture.height) <= PICTURE_SIDE;
  return picture?.type === 'image/webp' && isSmall && bytes.length <= MOST_PICTURE_BYTES
    ? ok(bytes)
    : fail({ code: 'pictureUnusable' });
}
