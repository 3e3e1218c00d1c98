import { fail, type Result } from '../../shared/errors';
import type { MinorUnits } from '../../shared/money';
import type { Sentence } from '../../shared/texts/es/error-texts';
import type { Words } from '../hooks/use-words';
import { amountSentence } from './amount-sentence';
import { parseAmount } from './parse-amount';

/** What is wrong with what was typed. Too much is said at once, everything else when somebody tries. */
export interface RefundAmountProblem {
  readonly sentence: Sentence;
  readonly isTooMuch: boolean;
}

/** How much was typed to be given back. More than what is left is refused here, before anybody is asked. */
export function refundAmount(typed: string, left: MinorUnits, words: Words): Result<MinorUnits, RefundAmountProblem> {
  const { t, money, currency, locale } = words;
  const parsed = parseAmount(typed, currency, locale);
  if (!parsed.ok) return fail({ sentence: amountSentence(parsed.error, words), isTooMuch: false });
  if (parsed.value <= left) return parsed;
  const sentence = { what: t('refund.tooMuch.what', { left: money(left) }), todo: t('refund.tooMuch.todo') };
  return fail({ sentence, isTooMuch: true });
}
