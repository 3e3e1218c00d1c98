import { dueOf } from '../../shared/checkout/attempt';
import { isOver, type CheckoutState, type Progress, type StateOf } from '../../shared/checkout/state';
import type { Locale } from '../../shared/country';
import { assertNever } from '../../shared/errors';
import { formatMoney, minor } from '../../shared/money';
import type { CheckoutSnapshot, RelayStatus } from '../../shared/snapshot';
import type { Translate } from '../../shared/texts/create-texts';

export type OpenState = StateOf<'creatingOrder' | 'awaitingPayment' | 'verifying' | 'cancelling'>;

/** What colours the charge; each has its icon and its word. */
export type ChargeTone = 'waiting' | 'asking' | 'attention' | 'refused' | 'offline';

export interface OpenCheckout extends CheckoutSnapshot {
  readonly state: OpenState;
}

export interface ChargeSentence {
  readonly tone: ChargeTone;
  /** One word of state, read from afar. */
  readonly word: string;
  /** What is true now. */
  readonly what: string;
  /** What to do, when there is something. */
  readonly todo: string | null;
}

/** Whether somebody, we or the customer, still has to act before it is known how a charge ends. */
export function isOpen(state: CheckoutState): state is OpenState {
  return !isOver(state);
}

interface Telling {
  readonly t: Translate;
  readonly locale: Locale;
  readonly relay: RelayStatus;
}

/** The one sentence that says what is true now of a charge that is not over. */
export function chargeSentence(checkout: OpenCheckout, telling: Telling): ChargeSentence {
  return hindered(checkout, telling) ?? undisturbed(checkout, telling);
}

/** What we last knew may be old: the cashier must not act on it. */
function hindered({ trouble }: CheckoutSnapshot, { t }: Telling): ChargeSentence | null {
  if (!trouble) return null;
  const disconnected = trouble.code === 'offline' || trouble.code === 'timeout';
  return {
    tone: disconnected ? 'offline' : 'attention',
    word: t(disconnected ? 'charge.words.offline' : 'charge.words.trouble'),
    what: t('charge.stillUnpaid', { what: t(`errors.${trouble.code}.what`) }),
    todo: t(`errors.${trouble.code}.todo`),
  };
}

function undisturbed(checkout: OpenCheckout, telling: Telling): ChargeSentence {
  const { state } = checkout;
  const { t } = telling;
  switch (state.kind) {
    case 'creatingOrder':
      return {
        tone: 'asking',
        word: t('charge.words.preparing'),
        what: t('charge.creating'),
        todo: t('charge.creatingTodo'),
      };
    case 'awaitingPayment':
      return news(state, telling) ?? waiting(checkout.polling, telling);
    case 'verifying': {
      const what = {
        relay: t('charge.verifying'),
        lookBack: t('charge.verifying'),
        cashier: t('charge.verifyingCashier'),
        startup: t('charge.verifyingStartup'),
      }[state.hint];
      return { tone: 'asking', word: t('charge.words.asking'), what, todo: null };
    }
    case 'cancelling':
      return { tone: 'asking', word: t('charge.words.cancelling'), what: cancelling(state, t), todo: null };
    default:
      return assertNever(state);
  }
}

function waiting(polling: boolean, { t, relay }: Telling): ChargeSentence {
  const slow = polling && relay.state !== 'connected';
  return {
    tone: 'waiting',
    word: t('charge.words.waiting'),
    what: t(slow ? 'charge.waitingPolling' : 'charge.waiting'),
    todo: null,
  };
}

/** What Mercado Pago told of the payments so far, the most pressing first. */
function news(
  state: { attempt: OpenState['attempt']; progress: Progress },
  { t, locale }: Telling,
): ChargeSentence | null {
  const { attempt, progress } = state;
  const money = (amount: number) => formatMoney(minor(amount), attempt.currency, locale);
  if (progress.received > 0) {
    const what = t('charge.receivedPart', {
      received: money(progress.received),
      total: money(dueOf(attempt)),
      missing: money(dueOf(attempt) - progress.received),
    });
    return { tone: 'attention', word: t('charge.words.part'), what, todo: null };
  }
  if (progress.inProcess) {
    return { tone: 'waiting', word: t('charge.words.paying'), what: t('charge.inProcess'), todo: null };
  }
  if (progress.rejections > 0) {
    const what =
      progress.rejections === 1 ? t('charge.rejectedOnce') : t('charge.rejectedMany', { count: progress.rejections });
    return { tone: 'refused', word: t('charge.words.rejected'), what, todo: null };
  }
  return null;
}

function cancelling({ progress, withdrawnAt, why }: StateOf<'cancelling'>, t: Translate): string {
  if (progress.inProcess) return t('charge.cancellingInProcess');
  if (withdrawnAt !== null) return t('charge.withdrawn');
  return why === 'expiry' ? t('charge.expiring') : t('charge.cancelling');
}
