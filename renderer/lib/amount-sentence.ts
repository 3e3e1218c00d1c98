import { decimalsOf } from '../../shared/country';
import { MAX_TOTAL, minor } from '../../shared/money';
import type { Sentence } from '../../shared/texts/es/error-texts';
import type { Words } from '../hooks/use-words';
import type { AmountProblem } from './parse-amount';

/** Why what was typed is no amount, and how to type one. */
export function amountSentence(problem: AmountProblem, { t, money, currency }: Words): Sentence {
  const example = decimalsOf(currency) === 0 ? minor(1500) : minor(123450);
  const values = { example: money(example), max: money(minor(MAX_TOTAL)) };
  return {
    what: t(`amountProblems.${problem}.what`, values),
    todo: t(`amountProblems.${problem}.todo`, values),
  };
}
