import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DAYS_KEPT = 14;
const MONTHS_KEPT = 12;

/** A copy of the whole data, by its file's name: `caja-qr-000123-2026-11-23.db`. */
export interface BackupFile {
  readonly name: string;
  readonly path: string;
  /** Which copy it is, counted from 1. The order is this, never the date: a computer's clock goes back now and then. */
  readonly count: number;
  /** `2026-11-23`, UTC, so that no time zone moves it. */
  readonly day: string;
}

// Copies of before they were counted have a day only.
const fileName = /^caja-qr-(?:(\d{6,9})-)?(\d{4}-\d{2}-\d{2})\.db$/;

export function backupFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** Every copy there is, newest first. */
export function listBackups(folder: string): readonly BackupFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): BackupFile[] => {
      const [, count, day] = fileName.exec(name) ?? [];
      return day === undefined ? [] : [{ name, path: join(folder, name), count: Number(count ?? 0), day }];
    })
    .sort((one, other) => other.count - one.count || other.day.localeCompare(one.day));
}

/** The name of the copy to be made now, or null when the newest one is of today. */
export function nextBackupName(folder: string, now: Date): string | null {
  const [newest] = listBackups(folder);
  const day = now.toISOString().slice(0, 10);
  if (newest?.day === day) return null;
  return `caja-qr-${String((newest?.count ?? 0) + 1).padStart(6, '0')}-${day}.db`;
}

/** Keeps the newest 14 and, of the twelve newest months, the last of each. */
export function thinOut(folder: string): void {
  const all = listBackups(folder);
  const months = new Map<string, BackupFile>();
  for (const backup of all) {
    const month = backup.day.slice(0, 7);
    if (!months.has(month) && months.size < MONTHS_KEPT) months.set(month, backup);
  }
  const kept = new Set([...all.slice(0, DAYS_KEPT), ...months.values()]);
  for (const backup of all) if (!kept.has(backup)) rmSync(backup.path, { force: true });
}

/**
 * From when on this copy may know nothing of what was sold: the start of its day, or when it was written if that is
 * earlier. Whoever looks for the sales since then must rather look too far back than not far enough.
 */
export function knowsUntil(backup: BackupFile): Date {
  return new Date(Math.min(Date.parse(`${backup.day}T00:00:00Z`), writtenAt(backup).getTime()));
}

export function writtenAt(backup: BackupFile): Date {
  return statSync(backup.path).mtime;
}
