import { CircleCheckBig, TriangleAlert } from 'lucide-react';
import { dueOf } from '../../shared/checkout/attempt';
import { hotkeys } from '../../shared/hotkeys';
import type { StateOf } from '../../shared/checkout/state';
import { minor } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import { moneyOf } from '../lib/money-of';
import { reviewSentence } from '../lib/review-sentence';
import { Button } from '../parts/Button';
import { Total } from '../parts/Total';
import { chargePaper } from '../till/papers';
import { dialogs } from '../till/stores';
import { FinishButton } from './FinishButton';
import { TicketFatePanel } from './TicketFatePanel';
import { useFinish } from './use-finish';
import './PaidPanel.css';

/** Paid. Stays until the cashier goes on. */
export function PaidPanel({ state }: { readonly state: StateOf<'paid'> }) {
  const words = useWords();
  const { t, time, money } = words;
  const { attempt, settlement, paidAt, ticket, ledger } = state;
  const paymentIds = ledger.payments.length > 0 ? ledger.payments.map(({ id }) => id) : settlement.paymentIds;
  const wentBack = moneyOf(state)?.wentBack ?? minor(0);
  const question = reviewSentence(state, words);
  const finish = useFinish(attempt.checkoutId);

  return (
    <section tabIndex={-1} className="paid" aria-label={t('result.region')}>
      <div className="paid-news" role="status" aria-live="assertive">
        <CircleCheckBig aria-hidden="true" size={72} strokeWidth={2} />
        <h1>{t('result.paid')}</h1>
      </div>
      <p className="paid-facts selectable">
        {attempt.cash === undefined
          ? t('result.paidBy')
          : t('result.paidBoth', { cash: money(attempt.cash), due: money(dueOf(attempt)) })}
        {' · '}
        {t('result.at', { time: time(paidAt) })}
        <br />
        {t('result.payment', { count: paymentIds.length, ids: paymentIds.join(', ') })}
        {wentBack > 0 && (
          <>
            <br />
            {t('result.givenBack', { amount: money(wentBack) })}
          </>
        )}
      </p>
      {question && (
        <div className="paid-question" role="alert">
          <TriangleAlert aria-hidden="true" size={24} />
          <p>
            <strong>{question.what}</strong>
          </p>
          <Button
            hotkey={hotkeys.review}
            aria-keyshortcuts="F12"
            onClick={() => {
              dialogs.getState().open({ kind: 'review', caseId: attempt.checkoutId });
            }}
          >
            {t('result.review')}
          </Button>
        </div>
      )}
      <TicketFatePanel paper={chargePaper(attempt.checkoutId)} fate={ticket} />
      <div className="paid-next">
        <Total label={t('sale.total')} amount={attempt.sale.total} />
        <FinishButton finish={finish} words={t('result.next')} byEnter={ticket.status !== 'unconfirmed'} />
      </div>
    </section>
  );
}
