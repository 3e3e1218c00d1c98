import { describe, expect, it } from 'vitest';
import { decisionOf } from '../../../electron/people/authority';
import { hashPin, isPinOf } from '../../../electron/people/pin-hash';
import { pinWaitsUntil, triesNow } from '../../../electron/people/pin-slow-down';
import { grantablePermissions, mayDo, permissionSchema } from '../../../shared/people/people';
import { isEasyPin, pinSchema } from '../../../shared/people/pin';

const at = new Date('2026-11-26T15:00:00.000Z');
const later = (ms: number): Date => new Date(at.getTime() + ms);
const tries = (wrong: number) => ({ wrong, lastAt: at.toISOString() });
const waitMs = (wrong: number): number => (pinWaitsUntil(tries(wrong), at)?.getTime() ?? at.getTime()) - at.getTime();

describe('a PIN', () => {
  it('has four to eight digits and nothing else', () => {
    for (const pin of ['2580', '25801', '12345678']) expect(pinSchema.safeParse(pin).success).toBe(true);
    for (const pin of ['', '258', '123456789', '25a0', ' 2580', '２５８０']) {
      expect(pinSchema.safeParse(pin).success).toBe(false);
    }
  });

  it('is too easy when it repeats one digit or counts', () => {
    for (const pin of ['0000', '1111', '1234', '4321', '7890', '2109', '98765432']) expect(isEasyPin(pin)).toBe(true);
    for (const pin of ['2580', '1122', '1357', '1243']) expect(isEasyPin(pin)).toBe(false);
  });

  it('is kept as something else each time, which only it fits', async () => {
    const [one, other] = await Promise.all([hashPin('2580'), hashPin('2580')]);
    expect(one).not.toBe(other);
    expect(one).not.toContain('2580');
    expect(await isPinOf(one, '2580')).toBe(true);
    expect(await isPinOf(other, '2580')).toBe(true);
    expect(await isPinOf(one, '2581')).toBe(false);
    expect(await isPinOf('', '2580')).toBe(false);
  });
});

describe('wrong PINs', () => {
  it('make the next wait longer and longer, up to five minutes', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 50].map(waitMs);
    expect(waits).toEqual([0, 0, 0, 15_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
  });

  it('are forgotten one by one as time passes', () => {
    expect(triesNow(tries(5), later(9 * 60_000)).wrong).toBe(5);
    expect(triesNow(tries(5), later(20 * 60_000)).wrong).toBe(3);
    expect(triesNow(tries(5), later(24 * 3_600_000)).wrong).toBe(0);
  });

  it('keep nobody waiting for ever when the clock is set back', () => {
    const now = later(-24 * 3_600_000);
    const known = triesNow(tries(5), now);
    expect(known.wrong).toBe(5);
    expect(pinWaitsUntil(known, now)).toEqual(new Date(now.getTime() + 60_000));
  });
});

describe('what somebody may do', () => {
  it('a manager may do everything', () => {
    for (const permission of permissionSchema.options)
      expect(mayDo('manager', permission, { cashierMay: [] })).toBe(true);
  });

  it('a cashier may do what was left to them, and never the set-up', () => {
    const all = { cashierMay: [...grantablePermissions] };
    expect(permissionSchema.options.filter((permission) => !mayDo('cashier', permission, all))).toEqual(['settings']);
    expect(permissionSchema.options.filter((permission) => mayDo('cashier', permission, { cashierMay: [] }))).toEqual(
      [],
    );
  });
});

describe('who decided', () => {
  const words = { by: 'quien sea', note: 'Pagó de más' };
  const when = at.toISOString();
  const ana = { id: 'a3c1bb06-6a4b-4a5e-8f0e-0f5ac5a6b001', name: 'Ana', role: 'cashier' } as const;
  const luis = { id: 'a3c1bb06-6a4b-4a5e-8f0e-0f5ac5a6b002', name: 'Luis', role: 'manager' } as const;

  it('is who typed a name while nobody signs in', () => {
    expect(decisionOf({ operator: null, approver: null }, words, when)).toEqual({ ...words, at: when });
  });

  it('is who signed in, whatever the window says', () => {
    expect(decisionOf({ operator: luis, approver: null }, words, when)).toMatchObject({ by: 'Luis' });
  });

  it('is the manager who allowed it, for the cashier who asked', () => {
    const decided = decisionOf({ operator: ana, approver: luis }, words, when);
    expect(decided).toEqual({ by: 'Luis', note: 'Pagó de más', at: when, askedBy: 'Ana' });
  });
});
