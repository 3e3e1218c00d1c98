import { ClipboardCheck } from 'lucide-react';
import type { StateOf } from '../../shared/checkout/state';
import { AttentionFacts } from '../attention/AttentionFacts';
import { useWords } from '../hooks/use-words';
import { Total } from '../parts/Total';
import { FinishButton } from './FinishButton';
import { useFinish } from './use-finish';
import './UnpaidPanel.css';

/** A person decided what was in doubt: how, who and why, and on to the next sale. */
export function ReviewedPanel({ state }: { readonly state: StateOf<'reviewed'> }) {
  const { t, moment } = useWords();
  const { attempt, how, decision } = state;
  const finish = useFinish(attempt.checkoutId);
  const { note, by, at } = decision;
  return (
    <section tabIndex={-1} className="unpaid" data-kind="reviewed" aria-label={t('result.region')}>
      <div className="unpaid-news" role="status" aria-live="assertive">
        <ClipboardCheck aria-hidden="true" size={56} strokeWidth={1.75} />
        <h1>{t(`result.reviewed.${how}`)}</h1>
        <p data-testid="charge-sentence">{t('result.decided', { note, by, when: moment(at) })}</p>
      </div>
      <AttentionFacts state={state} brief />
      <Total label={t('sale.total')} amount={attempt.sale.total} />
      <FinishButton finish={finish} words={t('result.next')} byEnter />
    </section>
  );
}
