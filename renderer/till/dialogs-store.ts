import { createStore } from 'zustand/vanilla';
import type { CashRefundTarget } from '../lib/cash-refund-target';
import type { RefundTarget } from '../lib/refund-target';

/** A dialog over the screen of all day. At most one, and over it the one that gives money back. */
export type Dialog =
  /** `caseId` is opened in it. */
  | { readonly kind: 'review'; readonly caseId: string | null }
  /** `number` is looked for at once. */
  | { readonly kind: 'sales'; readonly number: string }
  | { readonly kind: 'refunds' }
  /** The menu of what is done rarely. */
  | { readonly kind: 'more' }
  | { readonly kind: 'shift'; readonly page: ShiftPage };

/** What of the shift is opened: how it stands, with the key for X ready; its closing; cash in or out; the closed ones. */
export type ShiftPage = 'overview' | 'closing' | 'cashIn' | 'cashOut' | 'earlier';

export interface DialogsState {
  readonly dialog: Dialog | null;
  readonly refunding: RefundTarget | null;
  readonly cashRefunding: CashRefundTarget | null;
  readonly open: (dialog: Dialog) => void;
  readonly close: () => void;
  readonly refund: (target: RefundTarget) => void;
  readonly closeRefund: () => void;
  readonly refundCash: (target: CashRefundTarget) => void;
  readonly closeCashRefund: () => void;
}

export function createDialogsStore() {
  return createStore<DialogsState>()((set) => ({
    dialog: null,
    refunding: null,
    cashRefunding: null,
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
    refundCash: (cashRefunding) => {
      set({ cashRefunding });
    },
    closeCashRefund: () => {
      set({ cashRefunding: null });
    },
  }));
}
