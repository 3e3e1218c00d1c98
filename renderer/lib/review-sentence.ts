import { reviewOf } from '../../shared/checkout/review';
import type { CheckoutState } from '../../shared/checkout/state';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import type { Sentence } from '../../shared/texts/es/error-texts';
import type { Words } from '../hooks/use-words';

/** Why a charge waits for a person, and what they can do; null when nothing waits. */
export function reviewSentence(state: CheckoutState, { t, money }: Pick<Words, 't' | 'money'>): Sentence | null {
  const review = reviewOf(state);
  if (!review) return null;
  const amount = money(review.amount);
  return {
    what: t(`attention.reasons.${review.reason}.what`, { amount }),
    todo: t(`attention.reasons.${review.reason}.todo`, { amount }),
  };
}

export function straySentence({ amount }: StrayPayment, { t, money }: Pick<Words, 't' | 'money'>): Sentence {
  return {
    what: t('attention.strayReason.what', { amount: money(amount) }),
    todo: t('attention.strayReason.todo'),
  };
}
