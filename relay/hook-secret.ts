import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreRefused } from './open-database';

/**
 * The key of the notification URLs: the one configured, or one made on the first start and kept in the data folder,
 * readable by its owner only. Losing it makes every notification URL wrong until the tills are restarted.
 */
export function hookSecretOf(dataDir: string, configured: string | null): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (configured !== null) return configured;
  const file = join(dataDir, 'hook-secret');
  return readSecret(file) ?? makeSecret(file);
}

function makeSecret(file: string): string {
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    // Only one of two processes starting together can make this name, and it never appears half written.
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  const kept = readSecret(file);
  if (kept === null) throw new StoreRefused(`${file} vanished while it was being made.`);
  return kept;
}

function readSecret(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
  if (text.length < 20) throw new StoreRefused(`${file} is damaged. Restore it, or delete it and restart every till.`);
  return text;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
