import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './open-database';

const KEPT = 14;
const backupName = /^caja-qr-\d{4}-\d{2}-\d{2}\.db$/;

/**
 * A copy of the whole database a day, in `<dataDir>/backups`, the newest 14 kept. Made under another name and renamed,
 * so that a file with a backup's name is always a whole one. Returns its path, or null when today has one.
 */
export function backUpDaily(db: Db, dataDir: string, now: Date): string | null {
  const folder = join(dataDir, 'backups');
  const path = join(folder, `caja-qr-${now.toISOString().slice(0, 10)}.db`);
  if (existsSync(path)) return null;
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  renameSync(unfinished, path);
  const old = readdirSync(folder)
    .filter((name) => backupName.test(name))
    .sort()
    .slice(0, -KEPT);
  for (const name of old) rmSync(join(folder, name), { force: true });
  return path;
}
