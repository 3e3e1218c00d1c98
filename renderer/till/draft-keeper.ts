import type { Draft } from '../../shared/sale';

/** Soon enough that a power cut loses at most the last key, late enough that a held key is one write. */
const SAVE_AFTER_MS = 100;

export interface DraftKeeper {
  /** Stores what there is now without waiting. Resolves when it is stored, or known not to be. */
  readonly flush: () => Promise<void>;
}

interface Watched {
  subscribe(listener: (state: { draft: Draft | null }, before: { draft: Draft | null }) => void): unknown;
  getState(): { draft: Draft | null };
}

/**
 * Saves the draft whenever its lines change, one save at a time and the newest last: an older save must not arrive after a
 * newer one.
 */
export function keepDraft(store: Watched, save: (draft: Draft | null) => Promise<void>): DraftKeeper {
  let dirty = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (dirty) {
      dirty = false;
      saving = saving.then(() => save(store.getState().draft));
    }
    return saving;
  };

  store.subscribe((state, before) => {
    if (state.draft === before.draft) return;
    dirty = true;
    timer ??= setTimeout(() => void flush(), SAVE_AFTER_MS);
  });
  return { flush };
}
