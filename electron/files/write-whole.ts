import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file beside its place and moves it there when all of it is on the disk: until then, what was there stays as it
 * was. False when it can't be written; nothing of it is left then. What a power cut leaves of one goes with the next.
 */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<boolean> {
  const part = partBeside(path);
  try {
    const file = await open(part, 'wx');
    try {
      await clearUp(path, (await file.stat()).mtimeMs);
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
  const part = partBeside(path);
  try {
    const file = openSync(part, 'wx');
    try {
      clearUpSync(path, fstatSync(file).mtimeMs);
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

/** A name that no file of a person has, and none of ours: what is removed on failure is what was made here. */
function partBeside(path: string): string {
  return join(dirname(path), `caja-qr-${randomUUID()}.part`);
}

const PART = /^caja-qr-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/;
/** Longer than any file takes: a younger part may be one that another process is writing. */
const GIVEN_UP_MS = 60 * 60 * 1000;

/** @param nowMs by the clock of the disk that the parts are on, which need not be this computer's */
async function clearUp(path: string, nowMs: number): Promise<void> {
  try {
    for (const part of partsAmong(await readdir(dirname(path)), path)) {
      if (nowMs - (await stat(part)).mtimeMs > GIVEN_UP_MS) await rm(part, { force: true });
    }
  } catch {
    // In nobody's way: the next file tries again.
  }
}

function clearUpSync(path: string, nowMs: number): void {
  try {
    for (const part of partsAmong(readdirSync(dirname(path)), path)) {
      if (nowMs - statSync(part).mtimeMs > GIVEN_UP_MS) rmSync(part, { force: true });
    }
  } catch {
    // In nobody's way: the next file tries again.
  }
}

function partsAmong(names: readonly string[], path: string): readonly string[] {
  return names.filter((name) => PART.test(name)).map((name) => join(dirname(path), name));
}

function drop(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // It is on a disk that is gone.
  }
}
