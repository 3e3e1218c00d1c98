import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Log } from './log';
import { plainFacts } from './plain-facts';
import { redact } from './redact';

const MAX_FILE_BYTES = 5 * 1024 * 1024;

/**
 * JSON lines in `<dir>/caja-qr.log`, which rotates to `caja-qr.old.log` at 5 MiB: never more than twice that on disk.
 * Logging never throws: a full disk, or a fact that can't be written, must not take the till down with it.
 * @param secrets what must never be written, asked at every line because it changes when a manager types a new token.
 */
export function createFileLog(dir: string, secrets: () => readonly string[]): Log {
  const log = electronLog.create({ logId: 'caja-qr' });
  log.transports.console.level = false;
  log.transports.file.resolvePathFn = () => join(dir, 'caja-qr.log');
  log.transports.file.maxSize = MAX_FILE_BYTES;
  log.transports.file.format = '{text}';
  // For this system user only: amounts and references are nobody else's business.
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  return (event, facts = {}) => {
    log.info(lineOf(event, facts, secrets));
  };
}

function lineOf(event: string, facts: Readonly<Record<string, unknown>>, secrets: () => readonly string[]): string {
  const at = new Date().toISOString();
  try {
    // What the line is and when it was written is not for its facts to say.
    return redact(JSON.stringify({ at, event, ...without(plainFacts(facts), 'at', 'event') }), secrets());
  } catch {
    return JSON.stringify({ at, event });
  }
}

function without(facts: Readonly<Record<string, unknown>>, ...names: string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}
