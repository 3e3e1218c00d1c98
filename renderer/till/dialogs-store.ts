import { createStore } from 'zustand/vanilla';
import type { RefundTarget } from '../lib/refund-target';

/** A dialog over the screen of all day. At most one, and over it the one that gives money back. */
export type Dialog =
  /** `caseId` is opened in it. */
  | { readonly kind: 'review'; readonly caseId: string | null }
  /** `number` is looked for at once. */
  | { readonly kind: 'sales'; readonly number: string }
  | { readonly kind: 'refunds' }
  /** What is taken off that line or off the whole sale. */
  | { readonly kind: 'discount'; readonly lineId: string }
  | { readonly kind: 'note'; readonly lineId: string }
  | { readonly kind: 'price'; readonly lineId: string }
  /** Without an id a new one, with this code; added to the sale unless `quantity` is null: '' is one. */
  | {
      readonly kind: 'product';
      readonly productId: string | null;
      readonly code: string;
      readonly quantity: string | null;
    }
  | { readonly kind: 'help' }
  /** Puts the sale being typed aside. */
  | { readonly kind: 'hold' }
  /** Sales that were put aside. */
  | { readonly kind: 'held' };

export interface DialogsState {
  readonly dialog: Dialog | null;
  readonly refunding: RefundTarget | null;
  readonly open: (dialog: Dialog) => void;
  readonly close: () => void;
  readonly refund: (target: RefundTarget) => void;
  readonly closeRefund: () => void;
}

export function createDialogsStore() {
  return createStore<DialogsState>()((set) => ({
    dialog: null,
    refunding: null,
    open: (dialog) => {
      set({ dialog });
    },
    close: () => {
      set({ dialog: null });
    },
    refund: (refunding) => {
      set({ refunding });
    },
    closeRefund: () => {
      set({ refunding: null });
    },
  }));
}
