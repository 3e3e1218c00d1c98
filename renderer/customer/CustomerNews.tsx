import { CircleCheckBig, Info } from 'lucide-react';
import type { MinorUnits } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';

type CustomerNewsProps =
  | { readonly kind: 'welcome'; readonly business: string | null }
  | { readonly kind: 'paid'; readonly amount: MinorUnits }
  | { readonly kind: 'notCharged' | 'askAtTheCounter' };

/** One thing, large. */
export function CustomerNews(props: CustomerNewsProps) {
  const { t } = useWords();
  switch (props.kind) {
    case 'welcome':
      return (
        <div className="customer-news">
          <h1>{props.business ?? t('customer.welcome')}</h1>
        </div>
      );
    case 'paid':
      return (
        <div className="customer-news" role="status">
          <CircleCheckBig aria-hidden="true" strokeWidth={1.75} />
          <h1>{t('customer.paid')}</h1>
          <p className="customer-news-amount">
            <Money amount={props.amount} />
          </p>
          <p>{t('customer.thanks')}</p>
        </div>
      );
    case 'notCharged':
      return (
        <div className="customer-news" role="status">
          <h1>{t('customer.notCharged')}</h1>
        </div>
      );
    case 'askAtTheCounter':
      return (
        <div className="customer-news" role="status">
          <Info aria-hidden="true" strokeWidth={1.75} />
          <h1>{t('customer.ask')}</h1>
          <p>{t('customer.askTodo')}</p>
        </div>
      );
  }
}
