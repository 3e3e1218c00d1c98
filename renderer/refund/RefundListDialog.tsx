import type { RefundSnapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { Modal } from '../parts/Modal';
import { dialogs } from '../till/stores';
import { RefundNews } from './RefundNews';
import './RefundListDialog.css';

/** Every refund that is under way or has news that nobody has read. In the order in which they come, so that no key moves under a finger. */
export function RefundListDialog({ refunds }: { readonly refunds: readonly RefundSnapshot[] }) {
  const { t } = useWords();
  return (
    <Modal title={t('refund.listTitle')} onClose={dialogs.getState().close}>
      {refunds.length === 0 && <p>{t('refund.none')}</p>}
      <ul className="refund-list">
        {refunds.map((refund) => (
          <li key={refund.state.refund.id}>
            <RefundNews refund={refund} />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
