import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileLog } from '../../../electron/log/file-log';

const MIB = 1024 * 1024;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
const size = (): number => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('the log file', () => {
  it('holds one JSON line for each event', () => {
    const log = createFileLog(folder, () => []);
    log('till.started', { version: '1.0.0' });
    log('text.odd', { text: 'two\nlines, 100 %s %c {text}' });
    const lines = written().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { event: 'till.started', version: '1.0.0' },
      { event: 'text.odd', text: 'two\nlines, 100 %s %c {text}' },
    ]);
  });

  it('never holds a secret, not even one that became known after it was opened', () => {
    let known: string[] = [];
    const log = createFileLog(folder, () => known);
    known = ['correct-horse-battery-staple'];
    log('request.failed', { error: new Error('no answer', { cause: new Error(`sent ${known[0] ?? ''}`) }) });
    expect(written()).toContain('[secret]');
    expect(written()).not.toContain('battery');
  });

  it('does not let a fact forge a line, its time or its event', () => {
    const log = createFileLog(folder, () => []);
    log('ipc.unknownRequest', { at: 'never', event: 'sale.paid', name: '\n{"event":"sale.paid"}' });
    const lines = written().trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'ipc.unknownRequest' });
  });

  it('does not fill the disk in a year of errors', () => {
    const text = 'x'.repeat(1900);
    const log = createFileLog(folder, () => []);
    for (let line = 0; line < 4000; line++) log('gateway.failed', { a: text, b: text, line });
    expect(size()).toBeGreaterThan(5 * MIB);
    expect(size()).toBeLessThan(11 * MIB);
    expect(readdirSync(folder).sort()).toEqual(['caja-qr.log', 'caja-qr.old.log']);
  });

  it('never throws, also where nothing can be written', () => {
    const inTheWay = join(folder, 'a-file');
    writeFileSync(inTheWay, '');
    const log = createFileLog(join(inTheWay, 'logs'), () => []);
    expect(() => log('till.started', { a: 12n })).not.toThrow();
    const failing = createFileLog(folder, () => {
      throw new Error('the database is closed');
    });
    expect(() => failing('till.closed')).not.toThrow();
  });

  it.skipIf(process.platform === 'win32')('is for this system user only (not on Windows, which has no modes)', () => {
    createFileLog(folder, () => [])('till.started');
    expect(statSync(join(folder, 'caja-qr.log')).mode & 0o077).toBe(0);
  });
});
