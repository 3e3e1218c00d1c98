import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provisionAdvice } from '../../../electron/setup/provision-advice';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-advice-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a provision file that was applied', () => {
  it('is better removed, and the program says so', () => {
    const file = join(folder, 'caja.json');
    writeFileSync(file, '{}', { mode: 0o600 });
    expect(provisionAdvice(file)).toMatch(/caja\.json se aplicó.*borrarlo/);
  });

  it.skipIf(process.platform === 'win32')('that others can read is named as such (Windows has no such modes)', () => {
    const file = join(folder, 'caja.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0o644);
    expect(provisionAdvice(file)).toMatch(/puede leer caja\.json/);
  });

  it('that is gone, or was never a file, needs no words', () => {
    expect(provisionAdvice(join(folder, 'gone.json'))).toBeNull();
    expect(provisionAdvice(folder)).toBeNull();
  });
});
