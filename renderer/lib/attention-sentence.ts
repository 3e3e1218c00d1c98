import type { CheckoutState } from '../../shared/checkout/state';
import type { Sentence } from '../../shared/texts/error-texts';
import type { Words } from '../hooks/use-words';

/** Why a charge waits for a person, and what they can do. */
export function attentionSentence(state: CheckoutState, { t, money }: Pick<Words, 't' | 'money'>): Sentence {
  switch (state.kind) {
    case 'needsAttention':
      return { what: t(`attention.reasons.${state.reason}.what`), todo: t(`attention.reasons.${state.reason}.todo`) };
    case 'paid':
      return {
        what: t('attention.surplus', { surplus: money(state.settlement.surplus) }),
        todo: t('result.surplusTodo'),
      };
    default:
      return { what: t('attention.other'), todo: t('attention.otherTodo') };
  }
}
