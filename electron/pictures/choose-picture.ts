import { ok, type Result } from '../../shared/errors';
import type { PictureFile } from '../../shared/picture-file';
import type { FileDialogs } from '../files/file-dialogs';
import { readPicture } from './read-picture';

/** Asks a person for a picture, and reads it; null when they chose none. */
export async function choosePicture(
  dialogs: FileDialogs,
  words: { readonly title: string; readonly filter: string },
): Promise<Result<PictureFile | null>> {
  const path = await dialogs.open({ ...words, extensions: ['png', 'jpg', 'jpeg', 'webp'] });
  return path === null ? ok(null) : readPicture(path);
}
