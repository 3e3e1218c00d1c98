import { assertNever } from '../../shared/errors';
import type { RefundSnapshot } from '../../shared/snapshot';
import type { Words } from '../hooks/use-words';
import { paperSentence, type PaperSentence } from './ticket-sentence';

export interface RefundSentence {
  readonly tone: 'asking' | 'offline' | 'attention' | 'done' | 'refused';
  readonly what: string;
  readonly todo: string | null;
  /** Of the money that went back; null while it has not. */
  readonly slip: PaperSentence | null;
}

/** How a refund stands. Never says that money went back before Mercado Pago did. */
export function refundSentence(
  { state, trouble }: RefundSnapshot,
  { t, money, failure }: Pick<Words, 't' | 'money' | 'failure'>,
): RefundSentence {
  const amount = money(state.refund.amount);
  switch (state.kind) {
    case 'requested':
    case 'inProcess': {
      if (trouble) {
        const { what, todo } = failure(trouble.code);
        const disconnected = trouble.code === 'offline' || trouble.code === 'timeout';
        return {
          tone: disconnected ? 'offline' : 'attention',
          what: t('refund.hindered', { what, amount }),
          todo,
          slip: null,
        };
      }
      const what = t(`refund.${state.kind}`, { amount });
      return { tone: 'asking', what, todo: t(`refund.${state.kind}Todo`), slip: null };
    }
    case 'approved': {
      const slip = paperSentence(state.slip, t, 'slip');
      const tone = slip.tone === 'attention' || slip.tone === 'refused' ? 'attention' : 'done';
      return { tone, what: t('refund.approved', { amount }), todo: null, slip };
    }
    case 'refused': {
      const { what, todo } = failure(state.code);
      return { tone: 'refused', what: t('refund.refused', { amount, what }), todo, slip: null };
    }
    default:
      return assertNever(state);
  }
}

/** Whether it is known how it ended, and the charge knows it too: then somebody can have read it. */
export function hasEnded({ state }: RefundSnapshot): boolean {
  return state.kind === 'refused' || (state.kind === 'approved' && state.booked);
}

/** The refund that asks most for eyes; null when there is none. */
export function mostPressing(refunds: readonly RefundSnapshot[]): RefundSnapshot | null {
  return refunds.reduce<RefundSnapshot | null>(
    (most, refund) => (most && urgency(most) >= urgency(refund) ? most : refund),
    null,
  );
}

function urgency({ state, trouble }: RefundSnapshot): number {
  switch (state.kind) {
    case 'refused':
      return 3;
    case 'approved':
      return state.slip.status === 'unconfirmed' || state.slip.trouble !== null ? 2 : 0;
    case 'requested':
    case 'inProcess':
      return trouble ? 2 : 1;
    default:
      return assertNever(state);
  }
}
