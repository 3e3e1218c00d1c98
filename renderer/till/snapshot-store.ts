import { createStore } from 'zustand/vanilla';
import type { Snapshot } from '../../shared/snapshot';

export interface SnapshotState {
  /** The newest one heard; null until the first. */
  readonly snapshot: Snapshot | null;
  readonly accept: (snapshot: Snapshot) => void;
}

/** Mirrors the main process: the highest revision wins, however late an older one arrives. */
export function createSnapshotStore() {
  return createStore<SnapshotState>()((set, get) => ({
    snapshot: null,
    accept: (snapshot) => {
      const { snapshot: newest } = get();
      if (!newest || snapshot.revision > newest.revision) set({ snapshot });
    },
  }));
}
