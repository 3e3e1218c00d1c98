import { createHash, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Names this installation at the relay: the same at every start, another on another computer, also when the data folder
 * was copied there. Made on first use and kept in the data folder. Throws when that can't be written.
 */
export function installationIdIn(dataDir: string, computer: string = hostname()): string {
  const file = join(dataDir, 'installation-id');
  const kept = read(file) ?? make(file);
  return createHash('sha256').update(`${kept}\n${computer}`).digest('base64url').slice(0, 32);
}

function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^[0-9a-f]{32}$/.test(text) ? text : null;
  } catch {
    return null;
  }
}

function make(file: string): string {
  const made = randomBytes(16).toString('hex');
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, made, { flush: true });
  try {
    // Only one of two programs that start together can make this name.
    linkSync(draft, file);
  } catch {
    // Either the other program was first, or what is there can't be read: a new name costs at most half a minute's wait.
    if (read(file) === null) writeFileSync(file, made, { flush: true });
  } finally {
    unlinkSync(draft);
  }
  return read(file) ?? made;
}
