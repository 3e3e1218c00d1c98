import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installationIdIn } from '../../../electron/lease/installation-id';
import { aDataDir } from '../relay/a-relay';

describe('the name of an installation', () => {
  it('is the same at every start, another in another data folder, and another on another computer', () => {
    const dataDir = aDataDir();
    const id = installationIdIn(dataDir, 'PC-1');
    expect(id).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(installationIdIn(dataDir, 'PC-1')).toBe(id);
    expect(installationIdIn(dataDir, 'PC-2')).not.toBe(id);
    expect(installationIdIn(aDataDir(), 'PC-1')).not.toBe(id);
  });

  it('is made anew when it was damaged', () => {
    const dataDir = aDataDir();
    writeFileSync(join(dataDir, 'installation-id'), '\0\0\0');
    const id = installationIdIn(dataDir, 'PC-1');
    expect(installationIdIn(dataDir, 'PC-1')).toBe(id);
  });
});
