import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = new URL('../../../scripts/practice/practice-folder.mjs', import.meta.url).href;
const { claimFolder, releaseFolder } = (await import(script)) as {
  claimFolder: (folder: string) => void;
  releaseFolder: (folder: string) => void;
};

describe("practice mode's folder", () => {
  let parent = '';
  let folder = '';
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'practice-'));
    folder = join(parent, 'practice');
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it('begins empty each time', () => {
    claimFolder(folder);
    writeFileSync(join(folder, 'till.db'), 'yesterday');
    releaseFolder(folder);
    claimFolder(folder);
    expect(existsSync(join(folder, 'till.db'))).toBe(false);
  });

  it('belongs to one practice at a time, and keeps what that one wrote', () => {
    claimFolder(folder);
    writeFileSync(join(folder, 'till.db'), 'now');
    expect(() => {
      claimFolder(folder);
    }).toThrow(/open already/);
    expect(existsSync(join(folder, 'till.db'))).toBe(true);
  });

  it('is free again after a practice that did not end well', () => {
    mkdirSync(folder);
    // No process has this id: it is above what Linux gives out.
    writeFileSync(join(folder, 'owner.pid'), '4194999');
    claimFolder(folder);
    expect(existsSync(join(folder, 'owner.pid'))).toBe(true);
  });
});
