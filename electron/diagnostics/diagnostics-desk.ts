import { basename } from 'node:path';
import type { Check } from '../../shared/diagnostics';
import { fail, ok, type Result } from '../../shared/errors';
import type { Translate } from '../../shared/texts/create-texts';
import type { FileDialogs } from '../files/file-dialogs';
import { writeWhole } from '../files/write-whole';
import { redact } from '../log/redact';
import { runChecks, type CheckPorts } from './run-checks';

export interface DiagnosticsPorts extends CheckPorts {
  readonly dialogs: FileDialogs;
  readonly texts: () => Translate;
  /** What must never be written anywhere in the clear. */
  readonly secrets: () => readonly string[];
}

/** Tries everything when somebody asks, and writes what was found for whoever helps them. */
export class DiagnosticsDesk {
  readonly #ports: DiagnosticsPorts;
  #underWay: Promise<Check[]> | null = null;
  #last: { readonly at: string; readonly checks: readonly Check[] } | null = null;

  constructor(ports: DiagnosticsPorts) {
    this.#ports = ports;
  }

  /** Once at a time: whoever asks meanwhile gets the same answer. */
  async run(): Promise<Result<Check[]>> {
    this.#underWay ??= runChecks(this.#ports).finally(() => {
      this.#underWay = null;
    });
    const checks = await this.#underWay;
    this.#last = { at: this.#ports.now().toISOString(), checks };
    return ok(checks);
  }

  async export(): Promise<Result<{ readonly file: string } | null>> {
    const { dialogs, texts, secrets } = this.#ports;
    if (this.#last === null) return fail({ code: 'nothingToDo' });
    const t = texts();
    const kind = { title: t('diagnostics.title'), filter: t('diagnostics.filter'), extensions: ['json'] };
    const path = await dialogs.save(kind, `${t('diagnostics.fileName')}-${this.#last.at.slice(0, 10)}.json`);
    if (path === null) return ok(null);
    const written = await writeWhole(path, redact(JSON.stringify(this.#report(), null, 2), secrets()));
    return written ? ok({ file: basename(path) }) : fail({ code: 'fileNotWritten' });
  }

  #report(): unknown {
    const { account, register, relay, printer, charge, practice } = this.#ports.settings();
    return {
      ...this.#last,
      system: { platform: process.platform, release: process.release.name, versions: process.versions },
      setUp: {
        practice,
        site: account?.site ?? null,
        register: register?.externalId ?? null,
        relay: relay !== null,
        printer: printer && { ...printer, transport: printer.transport.kind },
        charge,
      },
    };
  }
}
