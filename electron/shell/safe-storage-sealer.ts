import { join } from 'node:path';
import { safeStorage } from 'electron';
import { createKeyFileSealer } from '../storage/key-file-sealer';
import type { Sealer } from '../storage/secret-store';

/** The system's keyring, or a key file where there is none (then `strong` is false and the manager is told). */
export function createSealer(dataDir: string): Sealer {
  if (!hasKeyring()) return createKeyFileSealer(join(dataDir, 'secrets.key'));
  return {
    strong: true,
    seal: (secret) => safeStorage.encryptString(secret),
    open: (sealed) => {
      try {
        return safeStorage.decryptString(Buffer.from(sealed));
      } catch {
        return null;
      }
    },
  };
}

/** On Linux without a keyring, Electron "encrypts" with a password that everybody knows and still says that it can. */
function hasKeyring(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
