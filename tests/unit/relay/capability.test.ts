import { describe, expect, it } from 'vitest';
import { acceptsCapability, capabilityOf } from '../../../relay/capability';
import type { Caja } from '../../../relay/store';

const hourMs = 3600_000;
const now = Date.parse('2026-11-20T12:00:00Z');

function aCaja(caja: Partial<Caja> = {}): Caja {
  return {
    caja: 'CAJA01',
    hookVersion: 1,
    previousHookVersion: null,
    paired: true,
    revokedAt: null,
    acked: null,
    ...caja,
  };
}

const accepts = (caja: Caja, capability: string, at = now) => acceptsCapability(['a-secret'], caja, capability, at);

describe('the secret part of a notification address', () => {
  const capability = capabilityOf('a-secret', 'CAJA01', 1);

  it('speaks for its caja, and fits an address without escaping', () => {
    expect(accepts(aCaja(), capability)).toBe(true);
    expect(capability).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it.each([
    ['of another caja', capabilityOf('a-secret', 'CAJA02', 1)],
    ['of another version', capabilityOf('a-secret', 'CAJA01', 2)],
    ['of another relay', capabilityOf('b-secret', 'CAJA01', 1)],
    ['cut short', capability.slice(0, -1)],
    ['longer', `${capability}A`],
    ['empty', ''],
  ])('is refused when it is %s', (_what, wrong) => {
    expect(accepts(aCaja(), wrong)).toBe(false);
  });

  it('cannot be moved between a caja and a version by a clever name', () => {
    expect(capabilityOf('s', 'CAJA\n1', 1)).not.toBe(capabilityOf('s', 'CAJA', 11));
    expect(capabilityOf('s', 'CAJA1', 1)).not.toBe(capabilityOf('s', 'CAJA', 11));
  });

  it('of the version before is good until its time is over', () => {
    const rotated = aCaja({ hookVersion: 2, previousHookVersion: { version: 1, until: now + hourMs } });
    expect(accepts(rotated, capability)).toBe(true);
    expect(accepts(rotated, capability, now + hourMs)).toBe(false);
    expect(accepts(rotated, capabilityOf('a-secret', 'CAJA01', 2), now + hourMs)).toBe(true);
  });

  it('outlives the token of its caja by three days, so that late notices wait for the next till', () => {
    const revoked = aCaja({ paired: false, revokedAt: now });
    expect(accepts(revoked, capability, now + 71 * hourMs)).toBe(true);
    expect(accepts(revoked, capability, now + 73 * hourMs)).toBe(false);
  });
});
