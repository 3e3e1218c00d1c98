import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oncePerFrame } from '../../../electron/ipc/once-per-frame';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is told once per frame', () => {
  it('is told once for many changes of one moment, and again for the next one', () => {
    const act = vi.fn();
    const changed = oncePerFrame(act, () => expect.unreachable());
    changed();
    changed();
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(16);
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(act).toHaveBeenCalledTimes(1);
    changed();
    vi.advanceTimersByTime(16);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('is told again when it could not be, without another change, and the failure is reported once', () => {
    const failures = [new Error('disk'), new Error('disk')];
    const shown: string[] = [];
    const failed = vi.fn();
    const changed = oncePerFrame(() => {
      const failure = failures.shift();
      if (failure) throw failure;
      shown.push('paid');
    }, failed);
    changed();
    vi.advanceTimersByTime(10_000);
    expect(shown).toEqual(['paid']);
    expect(failed).toHaveBeenCalledTimes(1);
    failures.push(new Error('memory'));
    changed();
    vi.advanceTimersByTime(20);
    expect(failed).toHaveBeenCalledTimes(2);
    // What comes then need not wait for that.
    changed();
    vi.advanceTimersByTime(20);
    expect(shown).toEqual(['paid', 'paid']);
    expect(failed).toHaveBeenCalledTimes(2);
  });
});
