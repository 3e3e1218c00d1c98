import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MB = 1024 * 1024;

/** A disk of its own that can really be filled. */
export interface SmallDisk {
  readonly folder: string;
  readonly free: () => number;
  /** Writes a file until so many bytes are left: 0 fills the disk to the last one. */
  readonly fill: (leave: number) => void;
  /** Deletes what filled it. */
  readonly makeRoom: () => void;
  readonly remove: () => void;
}

/** A file system in memory. Only root may mount one: otherwise the reason why there is none. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return `no small disk can be mounted on ${process.platform}`;
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return `no small disk can be mounted here: ${mounted.error?.message ?? mounted.stderr.trim()}`;
  }
  const filler = join(folder, 'somebody-elses-film.mp4');
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    free,
    fill: (leave) => {
      const file = openSync(filler, 'a');
      try {
        for (let left = free() - leave; left > 0; left = free() - leave)
          writeSync(file, Buffer.alloc(Math.min(left, MB), 1));
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => {
      rmSync(filler, { force: true });
    },
    remove: () => {
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
