import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { minor } from '../../../shared/money';
import type { Draft } from '../../../shared/sale';
import { keepDraft } from '../../../renderer/till/draft-keeper';
import { createDraftStore } from '../../../renderer/till/draft-store';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function kept(save: (draft: Draft | null) => Promise<void>) {
  const store = createDraftStore(() => crypto.randomUUID());
  return { store, keeper: keepDraft(store, save) };
}

describe('keeping the sale being typed', () => {
  test('a change is stored within 150 ms', async () => {
    const saved: (Draft | null)[] = [];
    const { store } = kept((draft) => {
      saved.push(draft);
      return Promise.resolve();
    });
    store.getState().addFree('Varios', minor(100));
    await vi.advanceTimersByTimeAsync(150);
    expect(saved).toEqual([store.getState().draft]);
  });

  test('a held key is few writes, and the last one is what is on screen', async () => {
    const saved: (Draft | null)[] = [];
    const { store } = kept((draft) => {
      saved.push(draft);
      return Promise.resolve();
    });
    for (let press = 0; press < 30; press += 1) {
      store.getState().addFree('Varios', minor(100));
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(150);
    expect(saved.length).toBeLessThanOrEqual(10);
    expect(saved.at(-1)).toEqual(store.getState().draft);
  });

  test('a slow disk never sees an older sale after a newer one', async () => {
    const finished: number[] = [];
    let takesMs = 500;
    const { store } = kept(async (draft) => {
      const delay = takesMs;
      takesMs = 10;
      await new Promise((resolve) => setTimeout(resolve, delay));
      finished.push(draft?.lines.length ?? 0);
    });
    store.getState().addFree('Uno', minor(100));
    await vi.advanceTimersByTimeAsync(150);
    store.getState().addFree('Dos', minor(100));
    await vi.advanceTimersByTimeAsync(1000);
    expect(finished).toEqual([1, 2]);
  });

  test('it can be stored at once, before a charge reads it', async () => {
    const saved: (Draft | null)[] = [];
    const { store, keeper } = kept((draft) => {
      saved.push(draft);
      return Promise.resolve();
    });
    store.getState().addFree('Varios', minor(100));
    await keeper.flush();
    expect(saved).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(saved).toHaveLength(1);
  });

  test('choosing a line is not a change', async () => {
    const save = vi.fn(() => Promise.resolve());
    const { store } = kept(save);
    store.getState().selectNext(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(save).not.toHaveBeenCalled();
  });

  test('an emptied sale is stored as none', async () => {
    const saved: (Draft | null)[] = [];
    const { store } = kept((draft) => {
      saved.push(draft);
      return Promise.resolve();
    });
    store.getState().addFree('Varios', minor(100));
    store.getState().clear();
    await vi.advanceTimersByTimeAsync(150);
    expect(saved).toEqual([null]);
  });
});
