import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallDisk {
  readonly dir: string;
  /** Leaves no byte free. */
  fill(): void;
  free(): void;
}

/** A file system of a few megabytes, or in words why this machine gives us none. */
export function aSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small file system needs root on Linux';
  const dir = mkdtempSync(join(tmpdir(), 'relay-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'pipe' });
  } catch (error) {
    rmdirSync(dir);
    return `a small file system could not be mounted: ${String(error)}`;
  }
  onTestFinished(() => {
    // Lazily: a process that is only just ending may still have it open.
    execFileSync('umount', ['-l', dir]);
    rmdirSync(dir);
  });
  const ballast = join(dir, 'ballast');
  return {
    dir,
    fill() {
      let bytes = megabytes * 2 ** 20;
      for (let piece = 0; bytes >= 4096 && piece < 10_000; piece += 1) {
        try {
          writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
        } catch {
          bytes = Math.floor(bytes / 2);
        }
      }
    },
    free() {
      rmSync(ballast);
    },
  };
}
