import { useState } from 'react';
import type { Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import type { RefundTarget } from '../lib/refund-target';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import { dialogs } from '../till/stores';
import { RefundForm } from './RefundForm';
import { RefundNews } from './RefundNews';
import './RefundDialog.css';

interface RefundDialogProps {
  readonly target: RefundTarget;
  readonly snapshot: Snapshot;
}

/** Gives money back: first the question, then how it goes on. Closing it stops nothing that was asked for. */
export default function RefundDialog({ target, snapshot }: RefundDialogProps) {
  const { t, money } = useWords();
  // Made before the first try: however often the same wish is sent, it is one.
  const [refundId] = useState(() => crypto.randomUUID());
  const [asked, setAsked] = useState(false);
  const { closeRefund } = dialogs.getState();
  const refund = snapshot.refunds.find(({ state }) => state.refund.id === refundId);
  const { sale } = target;

  return (
    <Modal title={t('refund.title')} width="narrow" onClose={closeRefund}>
      <p className="refund-sale">
        {sale ? t('refund.sale', { sale: saleNumber(sale.number), total: money(sale.total) }) : t('refund.stray')}
      </p>
      {!asked && !refund ? (
        <RefundForm
          target={target}
          refundId={refundId}
          operator={snapshot.operator}
          onAsked={() => {
            setAsked(true);
          }}
          onBack={closeRefund}
        />
      ) : (
        <div className="refund-asked">
          {refund ? <RefundNews refund={refund} onAcknowledged={closeRefund} /> : <p>{t('refund.busy')}</p>}
          <Button size="large" autoFocus onClick={closeRefund}>
            {t('app.close')}
          </Button>
        </div>
      )}
    </Modal>
  );
}
