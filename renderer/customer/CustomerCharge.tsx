import { CircleX, Loader } from 'lucide-react';
import type { CustomerScene } from '../../shared/customer-view';
import { useWords } from '../hooks/use-words';
import { CustomerAmount } from './CustomerAmount';

/** What is to be paid, and the QR to pay it with. */
export function CustomerCharge({ scene }: { readonly scene: Extract<CustomerScene, { kind: 'charge' }> }) {
  const { t } = useWords();
  const { status, total, qr } = scene;
  return (
    <div className="customer-charge" data-status={status}>
      {qr !== null && <img className="customer-qr" src={qr} alt={t('customer.qrAlt')} />}
      <div className="customer-due">
        <p className="customer-due-label">{t('customer.toPay')}</p>
        <p>
          <CustomerAmount amount={total} />
        </p>
        <p className="customer-sentence" role="status">
          {status === 'rejected' && <CircleX aria-hidden="true" />}
          {(status === 'preparing' || status === 'checking') && <Loader aria-hidden="true" />}
          <span>{t(`customer.${status}`)}</span>
        </p>
        {status === 'rejected' && <p className="customer-todo">{t('customer.rejectedTodo')}</p>}
      </div>
    </div>
  );
}
