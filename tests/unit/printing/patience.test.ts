import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { longestWaitMs, Patience } from '../../../electron/printing/patience';

const limits = { fenceMs: 10_000, rescueMs: 60_000 };

/** Looks every 100 ms until it is over. */
function waitedMs(patience: Patience, troubleAt: (ms: number) => boolean): number {
  let ms = 0;
  for (; patience.leftMs > 0; ms += 100) {
    patience.look(troubleAt(ms) ? 'paperOut' : null);
    vi.advanceTimersByTime(100);
  }
  return ms;
}

describe('how long a printer that has our ticket is waited for', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is a while when all is well, and shorter where the first wait is', () => {
    expect(waitedMs(new Patience(limits), () => false)).toBe(10_000);
    expect(waitedMs(new Patience(limits, 1000), () => false)).toBe(1000);
  });

  it('is longer while a person may put paper in, and a while again afterwards', () => {
    expect(waitedMs(new Patience(limits), (ms) => ms >= 5000)).toBe(65_000);
    expect(waitedMs(new Patience(limits), (ms) => ms >= 5000 && ms < 40_000)).toBe(50_000);
  });

  it('is never for ever, however often the printer changes its mind', () => {
    expect(waitedMs(new Patience(limits), (ms) => ms % 200 === 0)).toBe(longestWaitMs(limits));
  });
});
