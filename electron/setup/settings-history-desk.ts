import { basename } from 'node:path';
import type { Locale } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import type { SettingsEntry } from '../../shared/settings-history';
import type { Translate } from '../../shared/texts/create-texts';
import type { FileDialogs } from '../files/file-dialogs';
import { writeWhole } from '../files/write-whole';
import type { Settings } from '../storage/settings-store';
import { provisionOf } from './provision-of';

export interface SettingsHistoryPorts {
  readonly settings: () => Settings;
  readonly history: (limit: number) => SettingsEntry[];
  readonly locale: () => Locale;
  readonly dialogs: FileDialogs;
  readonly texts: () => Translate;
}

const SHOWN = 200;

/** What was set up when and by whom, and the same for the next till. */
export class SettingsHistoryDesk {
  readonly #ports: SettingsHistoryPorts;

  constructor(ports: SettingsHistoryPorts) {
    this.#ports = ports;
  }

  list(): SettingsEntry[] {
    return this.#ports.history(SHOWN);
  }

  /** @param note puts it into the log, before there is a file */
  async export(note: (file: string) => void): Promise<Result<{ readonly file: string } | null>> {
    const { settings, locale, dialogs, texts } = this.#ports;
    const t = texts();
    const kind = { title: t('settingsHistory.export'), filter: t('settingsHistory.filter'), extensions: ['json'] };
    const path = await dialogs.save(kind, `${t('settingsHistory.fileName')}.json`);
    if (path === null) return ok(null);
    note(basename(path));
    const blanks = { token: t('settingsHistory.blankToken'), register: t('settingsHistory.blankRegister') };
    const written = await writeWhole(path, provisionOf(settings(), locale(), blanks));
    return written ? ok({ file: basename(path) }) : fail({ code: 'fileNotWritten' });
  }
}
