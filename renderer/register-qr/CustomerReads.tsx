import { minor } from '../../shared/money';
import { decimalsOf } from '../../shared/country';
import { useWords } from '../hooks/use-words';
import './CustomerReads.css';

/**
 * What the customer's app shows. Mercado Pago does not tell whether the account has a name and a logo for it, so both ways
 * are shown.
 */
export function CustomerReads({ business }: { readonly business: string }) {
  const { t, money, currency } = useWords();
  const amount = money(minor(decimalsOf(currency) === 2 ? 460_000 : 4_600));
  const phone = (payee: string, words: string) => (
    <figure className="customer-reads-phone">
      <div className="customer-reads-glass">
        <span className="customer-reads-logo" aria-hidden="true">
          {payee.trim().charAt(0).toUpperCase()}
        </span>
        <small>{t('setup.register.readsPay')}</small>
        <strong>{payee}</strong>
        <span className="customer-reads-amount">{amount}</span>
      </div>
      <figcaption>{words}</figcaption>
    </figure>
  );
  return (
    <section className="customer-reads" aria-label={t('setup.register.readsTitle')}>
      <h3 className="setup-subtitle">{t('setup.register.readsTitle')}</h3>
      <div className="customer-reads-both">
        {phone(business, t('setup.register.readsNamed'))}
        {phone(t('ticketDesign.sample.coffee'), t('setup.register.readsNameless'))}
      </div>
      <p className="field-help">{t('setup.register.readsTodo')}</p>
    </section>
  );
}
