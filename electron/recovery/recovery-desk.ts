import { fail, type Result } from '../../shared/errors';
import type { BackupChoice, RecoveryState } from '../../shared/recovery';
import type { Log } from '../log/log';
import { backupFolder, knowsUntil, listBackups, writtenAt, type BackupFile } from '../storage/backups';
import type { DiskWorker } from '../storage/disk-worker';
import type { Inspection } from '../storage/inspect-database';
import { isDiskFull } from '../storage/sqlite-error';
import { numbersPossiblyUsed, type KnownNumber } from './number-gap';
import { decideReplacement, replacementFiles } from './replace-data';

export interface RecoveryDeskOptions {
  readonly dataDir: string;
  readonly damage: Extract<Inspection, { ok: false }>;
  readonly worker: DiskWorker;
  readonly now: () => Date;
  readonly log: Log;
  /** Exchanges the data as decided and goes on with it. */
  readonly goOn: () => Promise<Result<undefined>>;
}

type Examined = Exclude<BackupChoice['state'], { kind: 'waiting' }> & { readonly lastNumber?: number };

/** While the data can't be used: which copies are good, and whatever a person decides. */
export class RecoveryDesk {
  readonly #options: RecoveryDeskOptions;
  readonly #backups: readonly BackupFile[];
  readonly #examined = new Map<string, Examined>();
  #examining: Promise<void> | null = null;
  #deciding = false;

  constructor(options: RecoveryDeskOptions) {
    this.#options = options;
    this.#backups = listBackups(backupFolder(options.dataDir));
  }

  /** Reads every copy from end to end, once, the newest first. */
  examineBackups(): Promise<void> {
    this.#examining ??= (async () => {
      for (const backup of this.#backups) this.#examined.set(backup.name, await this.#examine(backup));
    })();
    return this.#examining;
  }

  state(): RecoveryState {
    const { dataDir, damage } = this.#options;
    const backups = this.#backups.map((backup): BackupChoice => {
      const state = this.#examined.get(backup.name) ?? { kind: 'waiting' };
      return { name: backup.name, madeAt: writtenAt(backup).toISOString(), state };
    });
    // Not before every newer one is known to be worse.
    const firstNotDamaged = backups.find(({ state }) => state.kind !== 'damaged');
    return {
      fault: damage.fault,
      detail: damage.detail,
      backups,
      recommended: firstNotDamaged?.state.kind === 'good' ? firstNotDamaged.name : null,
      keptIn: replacementFiles(dataDir).kept,
    };
  }

  async restore(name: string): Promise<Result<undefined>> {
    const backup = this.#backups.find((it) => it.name === name);
    if (!backup || this.#examined.get(name)?.kind === 'damaged') return fail({ code: 'backupUnusable' });
    return this.#replaceWith(backup);
  }

  /** Begins with nothing, as on the first day. */
  startEmpty(): Promise<Result<undefined>> {
    return this.#replaceWith(null);
  }

  async #replaceWith(backup: BackupFile | null): Promise<Result<undefined>> {
    if (this.#deciding) return fail({ code: 'nothingToDo' });
    this.#deciding = true;
    const { dataDir, worker, now, log, goOn } = this.#options;
    try {
      const at = now();
      const since = backup && knowsUntil(backup);
      const outcome = await worker.prepareReplacement({
        from: backup?.path ?? null,
        to: replacementFiles(dataDir).replacement,
        at: at.toISOString(),
        knowsUntil: since?.toISOString() ?? null,
        numbersAbove: numbersPossiblyUsed(await this.#knownNumbers(at), at),
      });
      if (outcome.kind === 'noRoom') return fail({ code: 'diskFull' });
      if (outcome.kind === 'backupDamaged') {
        log('recovery.backupDamaged', { backup: backup?.name, detail: outcome.detail });
        if (backup) this.#examined.set(backup.name, { kind: 'damaged' });
        return fail({ code: 'backupUnusable' });
      }
      decideReplacement(dataDir, at);
      log('recovery.decided', { backup: backup?.name ?? null });
      return await goOn();
    } catch (error) {
      log('recovery.failed', { error: String(error) });
      return fail({ code: isDiskFull(error) ? 'diskFull' : 'diskProblem' });
    } finally {
      this.#deciding = false;
    }
  }

  /** Of what is damaged, as far as it can be read, and of every copy: the newest one knows most. */
  async #knownNumbers(now: Date): Promise<KnownNumber[]> {
    await this.examineBackups();
    const { lastNumber } = this.#options.damage;
    const inBackups = this.#backups.flatMap((backup): KnownNumber[] => {
      const { lastNumber: number } = this.#examined.get(backup.name) ?? {};
      return number === undefined ? [] : [{ number, until: knowsUntil(backup) }];
    });
    return lastNumber === null ? inBackups : [{ number: lastNumber, until: now }, ...inBackups];
  }

  async #examine({ name, path }: BackupFile): Promise<Examined> {
    const { worker, log } = this.#options;
    try {
      const inspection = await worker.inspect(path, 'whole');
      if (inspection.ok) return { kind: 'good', sales: inspection.sales, lastNumber: inspection.lastNumber };
      log('recovery.backupDamaged', { backup: name, detail: inspection.detail });
    } catch (error) {
      log('recovery.backupUnread', { backup: name, error: String(error) });
    }
    return { kind: 'damaged' };
  }
}
