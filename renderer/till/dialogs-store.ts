import { createStore } from 'zustand/vanilla';
import type { CashRefundTarget } from '../lib/cash-refund-target';
import type { ErrorCode } from '../../shared/errors';
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
  | { readonly kind: 'shift'; readonly page: ShiftPage }
  | { readonly kind: 'reports' }
  | { readonly kind: 'log' }
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
  /** The order of the quick keys. */
  | { readonly kind: 'arrangeKeys' }
  | { readonly kind: 'help' }
  /** Puts the sale being typed aside. */
  | { readonly kind: 'hold' }
  /** Sales that were put aside. */
  | { readonly kind: 'held' };

/** What of the shift is opened: how it stands, with the key for X ready; its closing; cash in or out; the closed ones. */
export type ShiftPage = 'overview' | 'closing' | 'cashIn' | 'cashOut' | 'earlier';

/** What a manager is asked for in place, over whatever asks. */
export interface Wish {
  /** In words: what the cashier wants to do. */
  readonly what: string;
  /** Does it, on this PIN's word. Resolves with why the PIN did not serve; null: it did, whatever came of the act. */
  readonly tryWith: (pin: string) => Promise<ErrorCode | null>;
  /** The manager said no, or went away. */
  readonly giveUp: () => void;
}

export interface DialogsState {
  readonly dialog: Dialog | null;
  readonly refunding: RefundTarget | null;
  readonly cashRefunding: CashRefundTarget | null;
  readonly wish: Wish | null;
  readonly open: (dialog: Dialog) => void;
  readonly close: () => void;
  readonly refund: (target: RefundTarget) => void;
  readonly closeRefund: () => void;
  readonly refundCash: (target: CashRefundTarget) => void;
  readonly closeCashRefund: () => void;
  readonly askFor: (wish: Wish) => void;
  readonly closeWish: () => void;
  /** The screen locks: nothing of what was open is for whoever comes next. */
  readonly closeAll: () => void;
}

export function createDialogsStore() {
  return createStore<DialogsState>()((set, get) => ({
    dialog: null,
    refunding: null,
    cashRefunding: null,
    wish: null,
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
    askFor: (wish) => {
      get().wish?.giveUp();
      set({ wish });
    },
    closeWish: () => {
      set({ wish: null });
    },
    closeAll: () => {
      get().wish?.giveUp();
      set({ dialog: null, refunding: null, cashRefunding: null, wish: null });
    },
  }));
}
