import { settingsEntrySchema, type SettingsEntry } from '../../shared/settings-history';
import { valueOf, type Db } from './open-database';
import { readJson } from './read-json';

/** The newest changes of the set-up, newest first. */
export function readSettingsHistory(db: Db, limit: number): SettingsEntry[] {
  return db
    .prepare('SELECT json FROM settings_history ORDER BY seq DESC LIMIT ?')
    .all(limit)
    .flatMap((row) => readJson(settingsEntrySchema, valueOf(row, 'json')) ?? []);
}
