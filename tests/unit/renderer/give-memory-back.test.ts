import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { giveMemoryBackAtRest } from '../../../renderer/till/give-memory-back';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives memory back once when nobody has touched the page for a while', () => {
  const giveBack = vi.fn();
  giveMemoryBackAtRest(new EventTarget(), giveBack, 1000);
  vi.advanceTimersByTime(999);
  expect(giveBack).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(giveBack).toHaveBeenCalledTimes(1);
});

it.each(['keydown', 'pointerdown'])('waits as long again after each %s', (touch) => {
  const giveBack = vi.fn();
  const page = new EventTarget();
  giveMemoryBackAtRest(page, giveBack, 1000);
  for (let key = 0; key < 5; key += 1) {
    vi.advanceTimersByTime(900);
    page.dispatchEvent(new Event(touch));
  }
  expect(giveBack).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(giveBack).toHaveBeenCalledTimes(1);
  page.dispatchEvent(new Event(touch));
  vi.advanceTimersByTime(1000);
  expect(giveBack).toHaveBeenCalledTimes(2);
});
