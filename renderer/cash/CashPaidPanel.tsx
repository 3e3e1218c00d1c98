import { CircleCheckBig } from 'lucide-react';
import type { CashSale } from '../../shared/cash/cash-sale';
import { useWords } from '../hooks/use-words';
import { Total } from '../parts/Total';
import { FinishButton } from '../result/FinishButton';
import { TicketFatePanel } from '../result/TicketFatePanel';
import { useFinishing } from '../result/use-finish';
import { ask } from '../till/bridge';
import { cashPaper } from '../till/papers';
import '../result/PaidPanel.css';
import './CashPaidPanel.css';

/** Paid over the counter: the change is the largest thing there is. Stays until the cashier goes on. */
export function CashPaidPanel({ sale }: { readonly sale: CashSale }) {
  const { t, time, money } = useWords();
  const { due, received, change, paidAt, ticket } = sale;
  const { id: saleId } = sale.sale;
  const finish = useFinishing(() => ask('cash.finish', { saleId }));

  return (
    <section tabIndex={-1} className="paid" aria-label={t('cash.result.region')}>
      <div className="paid-news" role="status" aria-live="assertive">
        <CircleCheckBig aria-hidden="true" size={56} strokeWidth={2} />
        <h1>{t('cash.result.paid')}</h1>
      </div>
      <p className="paid-facts selectable">{t('cash.result.facts', { time: time(paidAt) })}</p>
      <dl className="cash-paid-facts">
        <dt>{t('cash.result.due')}</dt>
        <dd>{money(due)}</dd>
        <dt>{t('cash.result.received')}</dt>
        <dd>{money(received)}</dd>
      </dl>
      <TicketFatePanel paper={cashPaper(saleId)} fate={ticket} />
      <div className="paid-next">
        <Total label={t(change > 0 ? 'cash.result.change' : 'cash.result.noChange')} amount={change} />
        <FinishButton finish={finish} words={t('cash.result.next')} byEnter={ticket.status !== 'unconfirmed'} />
      </div>
    </section>
  );
}
