import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'libsql';

/**
 * Space on the disk that is kept for the charge that is open when the disk fills up: money that is on its way must still
 * be written down. A file of random bytes, because a system that compresses would give zeros no room at all.
 */
export interface Reserve {
  readonly bytes: number;
  isWhole(): boolean;
  /** Takes the space. Resolves with whether it is all there. */
  fill(): Promise<boolean>;
  /** Gives the space to whoever writes next. False when there is none left to give. */
  spend(): boolean;
}

export function reservePath(dataDir: string): string {
  return join(dataDir, 'reserve.bin');
}

const CHUNK = 1024 * 1024;
const reserves = new WeakMap<Database.Database, Reserve>();

/** @param spent is told when the space was given away. */
export function createReserve(path: string, bytes: number, spent: () => void): Reserve {
  const isWhole = (): boolean => statSync(path, { throwIfNoEntry: false })?.size === bytes;
  return {
    bytes,
    isWhole,
    fill: async () => {
      if (isWhole()) return true;
      try {
        const file = await open(path, 'w');
        try {
          for (let left = bytes; left > 0; left -= CHUNK) await file.write(randomBytes(Math.min(CHUNK, left)));
          await file.sync();
        } finally {
          await file.close();
        }
        return isWhole();
      } catch {
        // Half a reserve helps nobody, and it is space that somebody else needs now.
        rmSync(path, { force: true });
        return false;
      }
    },
    spend: () => {
      if (statSync(path, { throwIfNoEntry: false }) === undefined) return false;
      rmSync(path, { force: true });
      spent();
      return true;
    },
  };
}

/** Whatever is written to the database atomically may spend the reserve. */
export function backWith(reserve: Reserve, db: Database.Database): void {
  reserves.set(db, reserve);
}

/** False when this database has no reserve, or none left. */
export function spendReserve(db: Database.Database): boolean {
  return reserves.get(db)?.spend() ?? false;
}
