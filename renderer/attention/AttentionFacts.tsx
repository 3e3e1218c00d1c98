import type { CheckoutState } from '../../shared/checkout/state';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';
import './AttentionFacts.css';

/** What a person needs to find the payment at Mercado Pago. */
export function AttentionFacts({ state }: { readonly state: CheckoutState }) {
  const { t, locale } = useWords();
  const { sale, register, reference, createdAt } = state.attempt;
  const when = 'at' in state ? state.at : createdAt;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }).format(
    new Date(when),
  );
  return (
    <dl className="facts selectable">
      <dt>{t('attention.facts.total')}</dt>
      <dd>
        <Money amount={sale.total} />
      </dd>
      <dt>{t('attention.facts.sale')}</dt>
      <dd>{String(sale.number).padStart(6, '0')}</dd>
      <dt>{t('attention.facts.register')}</dt>
      <dd>{register.name}</dd>
      <dt>{t('attention.facts.when')}</dt>
      <dd>{moment}</dd>
      <dt>{t('attention.facts.reference')}</dt>
      <dd className="facts-reference">{reference}</dd>
    </dl>
  );
}
