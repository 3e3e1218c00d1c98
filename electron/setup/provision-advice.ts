import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { startTexts } from '../../shared/texts/start-texts';

/**
 * What to tell whoever left the provision file where it is after it was applied: it holds the token in the clear, and
 * nothing reads it any more. null where there is no such file, as when it came through a pipe.
 */
export function provisionAdvice(path: string): string | null {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile()) return null;
  const readableByOthers = process.platform !== 'win32' && (file.mode & 0o077) !== 0;
  return readableByOthers ? startTexts.provisionReadable(basename(path)) : startTexts.provisionStays(basename(path));
}
