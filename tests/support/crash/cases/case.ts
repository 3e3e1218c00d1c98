import type { CutOrder } from '../cut-plan';
import type { Script } from '../stage';

/** How a sale stands when everything is over. */
export interface Ending {
  /** The phase of its charge. */
  readonly phase: string;
  /** Whole papers that a customer could be given. */
  readonly papers: number;
  /** Orders that Mercado Pago was given for it: one for each attempt that was not refused, however often the power went. */
  readonly orders: number;
  /** Refunds that Mercado Pago made of it. */
  readonly refunds?: number;
  /** Whole slips of them. */
  readonly slips?: number;
}

/** How to get to a write, and how it ends although the power goes there. */
export interface Case {
  readonly script: Script;
  readonly ends: Ending;
  /** What has to happen at other writes on the way. */
  readonly onTheWay?: readonly CutOrder[];
}

/** Why no person and no machine outside of the program can bring it to this write. */
export interface Unreachable {
  readonly unreachable: string;
}

export type Cases = Readonly<Record<string, Case | Unreachable>>;

export const paidOnPaper: Ending = { phase: 'paid/printed', papers: 1, orders: 1 };
export const nothingPaid = (phase: string, orders = 1): Ending => ({ phase, papers: 0, orders });

export function isReachable(each: Case | Unreachable): each is Case {
  return 'script' in each;
}

export const ENDED = 'a print job that has ended is never written again';
export const LAID_OUT =
  'only a paper that cannot be laid out fails for good, and every paper that can be stored can be';
