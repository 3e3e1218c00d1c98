import type { CustomerScene } from '../../shared/customer-view';
import { minor } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import { quantityWords } from '../lib/quantity-words';
import { Money } from '../parts/Money';
import { CustomerAmount } from './CustomerAmount';

/** The sale as it grows: the newest lines and what they add up to. */
export function CustomerSale({ scene }: { readonly scene: Extract<CustomerScene, { kind: 'sale' }> }) {
  const { t, locale } = useWords();
  const { lines, above, discount, total } = scene;
  return (
    <>
      <ol className="customer-lines" aria-label={t('customer.yourSale')}>
        {above > 0 && (
          <li className="customer-above">
            <span>{t('customer.above', { count: above })}</span>
          </li>
        )}
        {lines.map((line, index) => (
          // The place of a line in the sale is what tells it from another of the same product.
          <li key={above + index}>
            <span className="customer-quantity">{quantityWords(line, locale)}</span>
            <span className="customer-name">{line.name}</span>
            <Money amount={line.total} />
          </li>
        ))}
        {discount > 0 && (
          <li className="customer-discount">
            <span>{t('customer.discount')}</span>
            <Money amount={minor(0 - discount)} />
          </li>
        )}
      </ol>
      <p className="customer-total">
        <span>{t('customer.total')}</span> <CustomerAmount amount={total} />
      </p>
    </>
  );
}
