import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file beside its place and moves it there when all of it is on the disk: until then, what was there stays as it
 * was. False when it can't be written; nothing of it is left then.
 */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<boolean> {
  const part = partOf(path);
  try {
    const file = await open(part, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return true;
  } catch {
    // What can't be removed either is on a disk that is gone.
    await rm(part, { force: true }).catch(() => undefined);
    return false;
  }
}

/** The same at once, bit by bit, for what does not fit into memory. @throws what making the bits throws. */
export function writeWholeSync(path: string, bits: Iterable<string>): boolean {
  const part = partOf(path);
  try {
    const file = openSync(part, 'w');
    try {
      // Not `writeSync`, which may write less than it was given.
      for (const bit of bits) writeFileSync(file, bit);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
    return true;
  } catch (error) {
    drop(part);
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  }
}

function drop(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // It is on a disk that is gone.
  }
}

function partOf(path: string): string {
  return `${path}.part`;
}
