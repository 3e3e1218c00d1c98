import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter, pauseAfter, retryRhythm } from '../../../electron/relay/subscription-end';

const pause = (end: Parameters<typeof pauseAfter>[0], failures = 0, random = 0) =>
  pauseAfter(end, failures, random, retryRhythm);

describe('the pause before connecting again', () => {
  it('grows from half a second to half a minute, never in step with others', () => {
    const longest = [0, 1, 2, 3, 4, 5, 6, 7, 60].map((failures) => pause({ kind: 'unreachable' }, failures, 1));
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const ms = pause({ kind: 'silent' }, failures, random);
        expect(ms).toBeGreaterThanOrEqual(500);
        expect(ms).toBeLessThanOrEqual(30_000);
      }),
    );
  });

  it('honours Retry-After, but not one of a day', () => {
    expect(pause({ kind: 'serverError', retryAfterMs: 20_000 })).toBe(20_000);
    expect(pause({ kind: 'serverError', retryAfterMs: 86_400_000 })).toBe(300_000);
    expect(pause({ kind: 'serverError', retryAfterMs: null })).toBe(500);
  });

  it('is ten minutes when the token was refused or taken away', () => {
    expect(pause({ kind: 'tokenRefused' })).toBe(600_000);
    expect(pause({ kind: 'bye', reason: 'revoked', retryMs: 0 }, 5)).toBe(600_000);
  });

  it('is what the relay asked for after a goodbye, unless goodbyes are all that it says', () => {
    expect(pause({ kind: 'bye', reason: 'rotate', retryMs: 1234 })).toBe(1234);
    expect(pause({ kind: 'bye', reason: 'rotate', retryMs: 0 }, 3, 1)).toBe(8000);
    expect(pause({ kind: 'bye', reason: 'shutdown', retryMs: 10 ** 9 })).toBe(30_000);
  });

  it('is none when we let go ourselves', () => {
    expect(pause({ kind: 'interrupted' }, 9, 1)).toBe(0);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  it.each([
    ['5', 5000],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('of %j is %j ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});
