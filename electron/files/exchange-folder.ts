import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FileDialogs } from './file-dialogs';

/**
 * For counters where no dialog of the system may open: files are read from and written to one folder. Of several that fit,
 * the newest is read.
 */
export function exchangeFolder(folder: string): FileDialogs {
  return {
    open: ({ extensions }) => {
      const fits = (name: string) => extensions.includes(extname(name).slice(1).toLowerCase());
      const found = namesIn(folder)
        .filter(fits)
        .map((name) => ({ path: join(folder, name), at: writtenAt(join(folder, name)) }))
        .sort((one, other) => other.at - one.at);
      return Promise.resolve(found[0]?.path ?? null);
    },
    save: (_kind, name) => {
      mkdirSync(folder, { recursive: true });
      return Promise.resolve(join(folder, name));
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
