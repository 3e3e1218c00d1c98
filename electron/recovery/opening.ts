import { existsSync, rmSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/errors';
import type { Log } from '../log/log';
import { DataUnusable } from '../storage/data-unusable';
import type { DiskWorker } from '../storage/disk-worker';
import { doubtPath } from '../storage/doubt';
import { inspectDatabase, type Depth, type Inspection } from '../storage/inspect-database';
import { wasCutOff } from '../storage/open-database';
import { reservePath } from '../storage/reserve';
import { faultOf, isDiskFull } from '../storage/sqlite-error';
import { RecoveryDesk } from './recovery-desk';
import { finishReplacement, replacementFiles } from './replace-data';

/** Read at every start: 32 MB take half a second from a slow disk. More is read after an unclean end only. */
const READ_ALWAYS_BYTES = 32 * 1024 * 1024;

export interface OpeningOptions<Opened> {
  readonly dataDir: string;
  readonly worker: DiskWorker;
  readonly now: () => Date;
  readonly log: Log;
  /** Opens the data and begins to sell. Throws when the data can't be used. */
  readonly open: () => Promise<Opened>;
  /** Ends this program and starts it again, when only that lets go of the files. */
  readonly startAgain: () => void;
}

type Stage<Opened> =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'recovering'; readonly desk: RecoveryDesk };

/** The way from a folder on the disk to a till that sells, or to a person who decides how to go on. */
export class Opening<Opened> {
  readonly #options: OpeningOptions<Opened>;
  #stage: Stage<Opened> = { kind: 'opening' };
  /** A connection that could write was made in this process, if only for a moment. */
  #written = false;

  constructor(options: OpeningOptions<Opened>) {
    this.#options = options;
  }

  /** null until the data is open. */
  get opened(): Opened | null {
    return this.#stage.kind === 'open' ? this.#stage.opened : null;
  }

  /** null unless a person has to decide. */
  get recovery(): RecoveryDesk | null {
    return this.#stage.kind === 'recovering' ? this.#stage.desk : null;
  }

  /** @throws when the data can't be opened for a reason that replacing it would not mend. */
  async start(): Promise<void> {
    const { dataDir, log } = this.#options;
    finishReplacement(dataDir);
    const inspection = await this.#inspect();
    if (!inspection.ok) {
      this.#recover(inspection);
      return;
    }
    try {
      this.#stage = { kind: 'open', opened: await this.#openWithRoom() };
    } catch (error) {
      const fault = error instanceof DataUnusable ? error.fault : faultOf(error);
      if (fault === null) throw error;
      log('data.unusable', { fault, error: String(error) });
      this.#recover({ ok: false, fault, detail: String(error).slice(0, 300), lastNumber: null });
    }
  }

  #recover(damage: Extract<Inspection, { ok: false }>): void {
    const { dataDir, worker, now, log } = this.#options;
    log('recovery.needed', { fault: damage.fault, detail: damage.detail });
    const desk = new RecoveryDesk({ dataDir, damage, worker, now, log, goOn: () => this.#goOn() });
    this.#stage = { kind: 'recovering', desk };
    void desk.examineBackups();
  }

  /** The exchange is decided: finish it, and open what is there now. */
  async #goOn(): Promise<Result<undefined>> {
    const { dataDir, startAgain, log } = this.#options;
    try {
      // libsql ends a connection when it is collected, long after close(), and SQLite then deletes the log by its name: by
      // that time the new database's. Only a process that never wrote may exchange the files; reading leaves nothing.
      if (this.#written) throw new Error('this process has written to the database');
      finishReplacement(dataDir);
    } catch (error) {
      log('recovery.startsAgain', { error: String(error) });
      startAgain();
      return ok(undefined);
    }
    this.#stage = { kind: 'opening' };
    await this.start();
    return this.recovery === null ? ok(undefined) : fail({ code: 'dataUnusable' });
  }

  async #inspect(): Promise<Inspection> {
    const { dataDir, worker, log } = this.#options;
    const { database } = replacementFiles(dataDir);
    const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0;
    const suspect = existsSync(doubtPath(dataDir));
    const depth: Depth = size <= READ_ALWAYS_BYTES || suspect || wasCutOff(database) ? 'quick' : 'skim';
    const began = performance.now();
    const far = depth === 'quick' && size > READ_ALWAYS_BYTES;
    const inspection = far ? await worker.inspect(database, depth) : inspectDatabase(database, depth);
    log('data.inspected', { depth, size, ok: inspection.ok, ms: Math.round(performance.now() - began) });
    if (suspect && inspection.ok) rmSync(doubtPath(dataDir), { force: true });
    return inspection;
  }

  /** A disk without a free byte has no room for SQLite's own files either; what was open at the last end must go on. */
  async #openWithRoom(): Promise<Opened> {
    const { dataDir, open, log } = this.#options;
    const reserve = reservePath(dataDir);
    this.#written = true;
    try {
      return await open();
    } catch (error) {
      const maybeFull = isDiskFull(error) || faultOf(error) === 'unreadable';
      if (!maybeFull || !existsSync(reserve)) throw error;
      log('reserve.spentToOpen', { error: String(error) });
      rmSync(reserve, { force: true });
      return open();
    }
  }
}
