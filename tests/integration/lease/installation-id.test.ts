import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installationIdIn } from '../../../electron/lease/installation-id';
import { leaseMemoryIn } from '../../../electron/lease/lease-memory';
import { aDataDir } from '../relay/a-relay';

const elsewhere = { state: 'elsewhere', holder: 'MOSTRADOR', since: '2026-11-23T12:00:00.000Z' } as const;

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

describe('what a till remembers of its caja', () => {
  it('is that it is elsewhere, for this pairing only, until it is not any more', () => {
    const dataDir = aDataDir();
    const memory = leaseMemoryIn(dataDir, 'https://relay.example.com#crt_TEST');
    expect(memory.load()).toBeNull();
    memory.save(elsewhere);
    expect(leaseMemoryIn(dataDir, 'https://relay.example.com#crt_TEST').load()).toEqual(elsewhere);
    expect(leaseMemoryIn(dataDir, 'https://relay.example.com#crt_OTHER').load()).toBeNull();
    memory.save(null);
    expect(memory.load()).toBeNull();
  });

  it('is nothing when it cannot be read', () => {
    const dataDir = aDataDir();
    writeFileSync(join(dataDir, 'lease.json'), '{"pairing":');
    expect(leaseMemoryIn(dataDir, 'x').load()).toBeNull();
  });
});
