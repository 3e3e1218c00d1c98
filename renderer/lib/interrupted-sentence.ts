import type { Interrupted } from '../../shared/snapshot';
import type { Words } from '../hooks/use-words';
import { saleNumber } from './sale-number';

/** What became of a charge that the program left half way. */
export function interruptedSentence(
  { outcome, saleNumber: number, ticket, cash }: Interrupted,
  { t, money }: Pick<Words, 't' | 'money'>,
): string {
  // A paper that the end of the program cut off was on its way already: the payment came before.
  const cutOff = outcome === 'paid' && ticket?.trouble === 'programStopped';
  const sentence = t(`interrupted.${cutOff ? 'paidPrinting' : outcome}`, { sale: saleNumber(number) });
  if (cash === null) return sentence;
  const ofCash = outcome === 'paid' ? 'cashPaid' : outcome === 'unpaid' ? 'cashUnpaid' : 'cashOpen';
  return `${sentence} ${t(`interrupted.${ofCash}`, { cash: money(cash) })}`;
}
