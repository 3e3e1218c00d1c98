import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Currency } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import type { CatalogueState, ProductImport, ReadFileOutcome } from '../../shared/product-file';
import type { Translate } from '../../shared/texts/create-texts';
import type { FileDialogs, FileKind } from '../files/file-dialogs';
import type { Log } from '../log/log';
import { signedBy, type Authority } from '../people/authority';
import type { DiskWorker } from '../storage/disk-worker';
import type { CatalogueOrder } from './change-catalogue';

export interface ProductFilePorts {
  readonly dataDir: string;
  readonly state: () => CatalogueState;
  /** Lets the till's own writes wait for a longer one of another process, until it is done. */
  readonly patiently: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly worker: DiskWorker;
  readonly dialogs: FileDialogs;
  readonly currency: () => Currency;
  /** In the language of the till. */
  readonly texts: () => Translate;
  /** A charge is going on: its writes wait for nothing. */
  readonly isCharging: () => boolean;
  readonly now: () => Date;
  readonly log: Log;
}

/** The catalogue by file: read, looked at, applied, taken back, written. */
export class ProductFileDesk {
  readonly #ports: ProductFilePorts;
  /** The plan that a person is looking at. */
  #planned: { readonly id: string; readonly file: string } | null = null;

  constructor(ports: ProductFilePorts) {
    this.#ports = ports;
    this.#forget();
  }

  state(): CatalogueState {
    return this.#ports.state();
  }

  async choose(): Promise<Result<ReadFileOutcome | null>> {
    const { dialogs, worker, dataDir, currency, log } = this.#ports;
    const file = await dialogs.open(this.#kind());
    if (file === null) return ok(null);
    this.#forget();
    const planId = randomUUID();
    const outcome = await worker.planImport({
      file,
      database: join(dataDir, 'caja-qr.db'),
      plan: this.#plan(),
      planId,
      currency: currency(),
    });
    if (outcome.kind === 'preview') this.#planned = { id: planId, file: outcome.preview.file };
    log('products.fileRead', { outcome: outcome.kind === 'preview' ? 'preview' : outcome.fault });
    return ok(outcome);
  }

  async apply(planId: string, missing: 'keep' | 'remove', authority: Authority): Promise<Result<ProductImport>> {
    const planned = this.#planned;
    if (planned?.id !== planId) return fail({ code: 'catalogueChanged' });
    const { file } = planned;
    const applied = await this.#change({ kind: 'apply', plan: this.#plan(), planId, file, missing }, authority);
    if (!applied.ok) return applied;
    this.#forget();
    const { added, changed, removed } = applied.value;
    this.#ports.log('products.imported', { added, changed, removed });
    return applied;
  }

  async undo(authority: Authority): Promise<Result<ProductImport>> {
    const undone = await this.#change({ kind: 'undo' }, authority);
    if (undone.ok) this.#ports.log('products.importUndone');
    return undone;
  }

  /** @param note puts it into the log, before there is a file */
  async export(note: (file: string) => void): Promise<Result<{ readonly file: string } | null>> {
    const { dialogs, texts, now, worker, currency, dataDir } = this.#ports;
    const t = texts();
    const name = `${t('productFile.fileName')}-${now().toISOString().slice(0, 10)}.csv`;
    const path = await dialogs.save(this.#kind(), name);
    if (path === null) return ok(null);
    note(basename(path));
    const columns = ['code', 'name', 'price', 'unit', 'category', 'favourite'] as const;
    const written = await worker.exportProducts({
      database: join(dataDir, 'caja-qr.db'),
      path,
      currency: currency(),
      words: {
        header: columns.map((column) => t(`productFile.columns.${column}`)),
        tax: t('productFile.columns.tax'),
        unit: { unit: t('productFile.units.unit'), kg: t('productFile.units.kg') },
        yes: t('productFile.yes'),
        no: t('productFile.no'),
      },
    });
    return written ? ok({ file: basename(path) }) : fail({ code: 'fileNotWritten' });
  }

  /** In another process: a hundred thousand lines take seconds, and the till goes on meanwhile. */
  async #change(change: CatalogueOrder['change'], authority: Authority): Promise<Result<ProductImport>> {
    const { worker, dataDir, now, isCharging, patiently } = this.#ports;
    if (isCharging()) return fail({ code: 'chargeInProgress' });
    const order = {
      database: join(dataDir, 'caja-qr.db'),
      at: now().toISOString(),
      signed: signedBy(authority),
      change,
    };
    return patiently(() => worker.changeCatalogue(order));
  }

  #kind(): FileKind {
    const t = this.#ports.texts();
    return { title: t('productFile.dialog'), filter: t('productFile.filter'), extensions: ['csv', 'txt', 'tsv'] };
  }

  #plan(): string {
    return join(this.#ports.dataDir, 'product-plan.db');
  }

  #forget(): void {
    this.#planned = null;
    rmSync(this.#plan(), { force: true });
  }
}
