import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFileSealer } from '../../../electron/storage/key-file-sealer';

const SECRET = 'TEST-token-of-nobody';
const hasModes = process.platform !== 'win32';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-key-'));
  path = join(folder, 'deep', 'secrets.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const others = (): number => statSync(path).mode & 0o077;

describe('the key where the system has no keyring', () => {
  it('opens after a restart what it sealed before', () => {
    const sealed = createKeyFileSealer(path).seal(SECRET);
    expect(Buffer.from(sealed).includes(SECRET)).toBe(false);
    expect(createKeyFileSealer(path).open(sealed)).toBe(SECRET);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['secrets.key']);
  });

  it('seals the same secret differently each time, and opens nothing that was changed', () => {
    const sealer = createKeyFileSealer(path);
    const sealed = Buffer.from(sealer.seal(SECRET));
    expect(sealed.equals(Buffer.from(sealer.seal(SECRET)))).toBe(false);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealer.open(changed)).toBeNull();
    }
    expect(sealer.open(sealed.subarray(0, 5))).toBeNull();
    expect(sealer.open(new Uint8Array())).toBeNull();
  });

  it.skipIf(!hasModes)(
    'is for this system user only, also after a copy was put back (not on Windows, which has no modes)',
    () => {
      const sealed = createKeyFileSealer(path).seal(SECRET);
      expect(others()).toBe(0);
      chmodSync(path, 0o644);
      expect(createKeyFileSealer(path).open(sealed)).toBe(SECRET);
      expect(others()).toBe(0);
    },
  );

  it('that was cut off is made anew, and what it sealed must be typed again', () => {
    const sealed = createKeyFileSealer(path).seal(SECRET);
    truncateSync(path, 7);
    writeFileSync(`${path}.part`, 'left over');
    const renewed = createKeyFileSealer(path);
    expect(renewed.open(sealed)).toBeNull();
    expect(renewed.open(renewed.seal(SECRET))).toBe(SECRET);
    expect(readFileSync(path)).toHaveLength(32);
    if (hasModes) expect(others()).toBe(0);
  });
});
