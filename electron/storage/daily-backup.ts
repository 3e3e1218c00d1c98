import { join } from 'node:path';
import type { Log } from '../log/log';
import { backupFolder, nextBackupName } from './backups';
import type { DiskWorker } from './disk-worker';
import { doubtData } from './doubt';
import type { BackupOutcome } from './make-backup';

/** After one that failed. */
const PATIENCE_MS = 15 * 60_000;

export interface DailyBackupOptions {
  readonly dataDir: string;
  readonly worker: DiskWorker;
  /** Nobody pays at this moment: reading a year of sales keeps the disk busy. */
  readonly isIdle: () => boolean;
  readonly now: () => Date;
  readonly log: Log;
  /** Bytes that a copy may not take from the disk. */
  readonly leaveFree?: number;
}

/** A copy of the whole data a day, in `<dataDir>/backups`. It also is the day's check: each page of the data is read. */
export class DailyBackup {
  readonly #options: DailyBackupOptions;
  #underWay = false;
  #failedAt: number | null = null;

  constructor(options: DailyBackupOptions) {
    this.#options = options;
  }

  /** Makes today's copy if it is missing and this is a good moment. Call it often. Never rejects. */
  async look(): Promise<void> {
    const { dataDir, worker, isIdle, now, log, leaveFree } = this.#options;
    if (this.#underWay || !isIdle() || this.#failedJustNow()) return;
    this.#underWay = true;
    try {
      const folder = backupFolder(dataDir);
      const name = nextBackupName(folder, now());
      if (name === null) return;
      const order = {
        database: join(dataDir, 'caja-qr.db'),
        folder,
        name,
        ...(leaveFree !== undefined && { leaveFree }),
      };
      this.#tell(await worker.makeBackup(order));
    } catch (error) {
      this.#failedAt = now().getTime();
      log('backup.failed', { error: String(error) });
    } finally {
      this.#underWay = false;
    }
  }

  #tell(outcome: BackupOutcome): void {
    const { now, log } = this.#options;
    this.#failedAt = outcome.kind === 'made' ? null : now().getTime();
    switch (outcome.kind) {
      case 'made':
        log('backup.made', { path: outcome.path, sales: outcome.sales });
        if (outcome.damage !== null) this.#doubt(outcome.damage);
        break;
      case 'noRoom':
        log('backup.noRoom');
        break;
      case 'damaged':
        this.#doubt(outcome.detail);
        break;
    }
  }

  #doubt(detail: string): void {
    doubtData(this.#options.dataDir);
    this.#options.log('backup.dataDamaged', { detail });
  }

  /** Either way round: a clock that was set back must not stop the copies for a year. */
  #failedJustNow(): boolean {
    return this.#failedAt !== null && Math.abs(this.#options.now().getTime() - this.#failedAt) < PATIENCE_MS;
  }
}
