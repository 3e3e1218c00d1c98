import { statfs } from 'node:fs/promises';
import type { DiskStatus } from '../../shared/disk';
import type { Log } from '../log/log';
import { doubtWhenDamaged } from './doubt';
import type { Db } from './open-database';
import { backWith, createReserve, reservePath } from './reserve';

const MB = 1024 * 1024;

/** In bytes. */
export interface DiskLimits {
  /** Kept for the charge that is open when the disk fills up. Some 40 kB a step, and none can be put away meanwhile. */
  readonly reserve: number;
  /** Below this no charge begins: other programs write too, and faster than we look. */
  readonly full: number;
  /** A full disk counts as full until there is this much, so that the till does not open and close with every file. */
  readonly roomAgain: number;
  /** Below this the manager is told. */
  readonly low: number;
}

const usualLimits: DiskLimits = { reserve: 16 * MB, full: 32 * MB, roomAgain: 64 * MB, low: 512 * MB };

export interface DiskWatchOptions {
  readonly dataDir: string;
  /** Its writes may spend the reserve. */
  readonly db: Db;
  readonly onChange: () => void;
  readonly log: Log;
  readonly limits?: DiskLimits;
  /** How much this user may still write where the folder is. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly lookEveryMs?: number;
  /** While something is wrong. */
  readonly lookAgainMs?: number;
}

export interface DiskWatch {
  /** As of the last look. `full` from the moment a write has needed the reserve. */
  status(): DiskStatus;
  /** Looks now, and from now on. */
  start(): Promise<void>;
  look(): Promise<DiskStatus>;
  close(): void;
}

/**
 * Knows before money can be taken whether it could be written down: a charge may begin only while the reserve is whole,
 * so that every step of it finds room, whatever fills the disk meanwhile.
 */
export function createDiskWatch(options: DiskWatchOptions): DiskWatch {
  const {
    dataDir,
    db,
    onChange,
    log,
    limits = usualLimits,
    freeBytes = freeFor,
    lookEveryMs = 5_000,
    lookAgainMs = 1_000,
  } = options;
  let status: DiskStatus = { state: 'ok' };
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const become = (next: DiskStatus): DiskStatus => {
    const told = JSON.stringify(status) !== JSON.stringify(next);
    if (status.state !== next.state) log('disk.status', { ...next });
    status = next;
    if (told) onChange();
    return next;
  };
  const reserve = createReserve(reservePath(dataDir), limits.reserve, () => {
    become({ state: 'full', freeBytes: 0 });
  });
  backWith(reserve, db);
  doubtWhenDamaged(db, dataDir);

  const measure = async (): Promise<number> => {
    try {
      return await freeBytes(dataDir);
    } catch (error) {
      // A disk that can't be asked is a disk that nothing should be entrusted to.
      log('disk.unknown', { error: String(error) });
      return 0;
    }
  };
  const look = async (): Promise<DiskStatus> => {
    let free = await measure();
    if (!reserve.isWhole() && free >= limits.reserve + limits.full) {
      await reserve.fill();
      free = await measure();
    }
    const least = status.state === 'full' ? limits.roomAgain : limits.full;
    if (!reserve.isWhole() || free < least) return become({ state: 'full', freeBytes: free });
    return become(free < limits.low ? { state: 'low', freeBytes: free } : { state: 'ok' });
  };
  const goOn = async (): Promise<void> => {
    await look();
    if (closed) return;
    timer = setTimeout(() => void goOn(), status.state === 'ok' ? lookEveryMs : lookAgainMs);
    timer.unref();
  };

  return {
    status: () => status,
    start: goOn,
    look,
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** Bytes that this user may still write where the folder is. */
export async function freeFor(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
