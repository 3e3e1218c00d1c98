import { createStore } from 'zustand/vanilla';
import type { ErrorCode } from '../../shared/errors';

export interface NoticesState {
  /** Failures that belong to no place on the screen, each at most once, oldest first. */
  readonly notices: readonly ErrorCode[];
  readonly add: (code: ErrorCode) => void;
  readonly dismiss: (code: ErrorCode) => void;
}

export function createNoticesStore() {
  return createStore<NoticesState>()((set, get) => ({
    notices: [],
    add: (code) => {
      if (!get().notices.includes(code)) set({ notices: [...get().notices, code] });
    },
    dismiss: (code) => {
      set({ notices: get().notices.filter((each) => each !== code) });
    },
  }));
}
