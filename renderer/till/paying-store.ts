import { createStore } from 'zustand/vanilla';

/** `cash`: all of it over the counter · `mixed`: a part, and the rest by QR. */
export type CashMode = 'cash' | 'mixed';

export interface PayingState {
  /** The cash panel stands beside the sale; null while it is typed. */
  readonly mode: CashMode | null;
  /** The charge that is being given up to be paid otherwise: when nothing payable is left of it the cash panel opens. */
  readonly otherwise: string | null;
  readonly begin: (mode: CashMode) => void;
  readonly leave: () => void;
  readonly payOtherwise: (checkoutId: string) => void;
  readonly forgetOtherwise: () => void;
}

export function createPayingStore() {
  return createStore<PayingState>()((set) => ({
    mode: null,
    otherwise: null,
    begin: (mode) => {
      set({ mode, otherwise: null });
    },
    leave: () => {
      set({ mode: null });
    },
    payOtherwise: (otherwise) => {
      set({ otherwise });
    },
    forgetOtherwise: () => {
      set({ otherwise: null });
    },
  }));
}
