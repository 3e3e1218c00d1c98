import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sealer } from './secret-store';
import { renameForGood, syncFile } from './sync-to-disk';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The fallback where the system has no keyring: AES-256-GCM with a key in a file that only this system user may read.
 * It keeps secrets out of backups of the database and of anything that searches it; whoever reads the file reads all.
 */
export function createKeyFileSealer(path: string): Sealer {
  const key = readOrMakeKey(path);
  return {
    strong: false,
    seal: (secret) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open: (bytes) => {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        return null;
      }
    },
  };
}

function readOrMakeKey(path: string): Buffer {
  if (existsSync(path)) {
    keepToOurselves(path);
    const key = readFileSync(path);
    if (key.length === KEY_BYTES) return key;
  }
  const key = randomBytes(KEY_BYTES);
  mkdirSync(dirname(path), { recursive: true });
  // Whole and on the disk before anything is sealed with it: a token sealed with a key that is lost must be typed again.
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, key, { mode: 0o600 });
  syncFile(unfinished);
  renameForGood(unfinished, path);
  return key;
}

/** A copy that somebody put back may have lost its permissions. A disk without permissions (FAT) keeps what it has. */
function keepToOurselves(path: string): void {
  try {
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  } catch {
    // What can't be changed is still the key.
  }
}
