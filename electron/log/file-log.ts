import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Log } from './log';
import { redact } from './redact';

const MAX_FILE_BYTES = 5 * 1024 * 1024;

/**
 * JSON lines in `<dir>/caja-qr.log`, which rotates to `caja-qr.old.log` at 5 MiB. Logging never throws: a full disk must
 * not take the till down with it.
 * @param secrets what must never be written, asked at every line because it changes when a manager types a new token.
 */
export function createFileLog(dir: string, secrets: () => readonly string[]): Log {
  const log = electronLog.create({ logId: 'caja-qr' });
  log.transports.console.level = false;
  log.transports.file.resolvePathFn = () => join(dir, 'caja-qr.log');
  log.transports.file.maxSize = MAX_FILE_BYTES;
  log.transports.file.format = '{text}';
  return (event, facts = {}) => {
    const line = JSON.stringify({ at: new Date().toISOString(), event, ...facts });
    log.info(redact(line, secrets()));
  };
}
