import type { Interrupted } from '../../shared/snapshot';
import type { Words } from '../hooks/use-words';
import { saleNumber } from './sale-number';

/** What became of a charge that the program left half way. */
export function interruptedSentence(
  { outcome, saleNumber: number, ticket }: Interrupted,
  { t }: Pick<Words, 't'>,
): string {
  // A paper that the end of the program cut off was on its way already: the payment came before.
  const cutOff = outcome === 'paid' && ticket?.trouble === 'programStopped';
  return t(`interrupted.${cutOff ? 'paidPrinting' : outcome}`, { sale: saleNumber(number) });
}
