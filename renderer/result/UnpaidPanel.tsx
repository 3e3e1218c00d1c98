import { CircleSlash, CircleX, TimerOff } from 'lucide-react';
import type { StateOf } from '../../shared/checkout/state';
import { useWords } from '../hooks/use-words';
import { Total } from '../parts/Total';
import { FinishButton } from './FinishButton';
import { useFinish } from './use-finish';
import './UnpaidPanel.css';

const icons = { cancelled: CircleSlash, expired: TimerOff, rejected: CircleX };

/** Nobody paid and nothing payable is left: back to the sale, whose lines are still there. */
export function UnpaidPanel({ state }: { readonly state: StateOf<'cancelled' | 'expired' | 'rejected'> }) {
  const { t, money, failure } = useWords();
  const { cash } = state.attempt;
  const finish = useFinish(state.attempt.checkoutId);
  const Icon = icons[state.kind];
  const { what, todo } =
    state.kind === 'rejected' ? failure(state.code) : { what: null, todo: t(`result.${state.kind}Todo`) };

  return (
    <section tabIndex={-1} className="unpaid" data-kind={state.kind} aria-label={t('result.region')}>
      <div className="unpaid-news" role="status" aria-live="assertive">
        <Icon aria-hidden="true" size={56} strokeWidth={1.75} />
        <h1>{t(`result.${state.kind}`)}</h1>
        <p data-testid="charge-sentence">
          {what !== null && <strong>{what} </strong>}
          {todo}
        </p>
      </div>
      {cash !== undefined && (
        <p className="unpaid-cash" role="alert">
          <strong>{t('result.cashBack', { cash: money(cash) })}</strong> {t('result.cashBackTodo')}
        </p>
      )}
      <Total label={t('sale.total')} amount={state.attempt.sale.total} />
      <FinishButton finish={finish} words={t('result.back')} byEnter />
    </section>
  );
}
