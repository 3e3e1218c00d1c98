import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything that is built or remembered inside the repository; safe to delete. */
export const out = join(root, 'out');

/** Large things shared by every clone of this person: `$XDG_CACHE_HOME/caja-qr`, or `~/.cache/caja-qr`. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'caja-qr');
