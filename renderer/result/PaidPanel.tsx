import { CircleCheckBig, TriangleAlert } from 'lucide-react';
import type { StateOf } from '../../shared/checkout/state';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';
import { Total } from '../parts/Total';
import { FinishButton } from './FinishButton';
import { TicketFatePanel } from './TicketFatePanel';
import { useFinish } from './use-finish';
import './PaidPanel.css';

/** Paid. Stays until the cashier goes on. */
export function PaidPanel({ state }: { readonly state: StateOf<'paid'> }) {
  const { t, time } = useWords();
  const { attempt, settlement, paidAt, ticket } = state;
  const finish = useFinish(attempt.checkoutId);

  return (
    <section tabIndex={-1} className="paid" aria-label={t('result.region')}>
      <div className="paid-news" role="status" aria-live="assertive">
        <CircleCheckBig aria-hidden="true" size={72} strokeWidth={2} />
        <h1>{t('result.paid')}</h1>
      </div>
      <p className="paid-facts selectable">
        {t('result.paidBy')} · {t('result.at', { time: time(paidAt) })}
        <br />
        {t('result.payment', { count: settlement.paymentIds.length, ids: settlement.paymentIds.join(', ') })}
      </p>
      {settlement.surplus > 0 && (
        <p className="paid-surplus" role="alert">
          <TriangleAlert aria-hidden="true" size={24} />
          <span>
            <strong>
              {t('result.surplusBefore')} <Money amount={settlement.surplus} /> {t('result.surplusAfter')}
            </strong>{' '}
            {t('result.surplusTodo')}
          </span>
        </p>
      )}
      <TicketFatePanel checkoutId={attempt.checkoutId} fate={ticket} />
      <div className="paid-next">
        <Total label={t('sale.total')} amount={attempt.sale.total} />
        <FinishButton finish={finish} words={t('result.next')} byEnter={ticket.status !== 'unconfirmed'} />
      </div>
    </section>
  );
}
