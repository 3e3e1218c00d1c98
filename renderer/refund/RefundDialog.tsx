import { useState } from 'react';
import type { RefundSnapshot, Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { hasEnded } from '../lib/refund-sentence';
import { isUnderWay, type RefundTarget } from '../lib/refund-target';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { RefundForm } from './RefundForm';
import { RefundNews } from './RefundNews';
import './RefundDialog.css';

interface RefundDialogProps {
  readonly target: RefundTarget;
  readonly snapshot: Snapshot;
}

/** Gives money back: first the question, then how it goes on. Closing it stops nothing that was asked for. */
export function RefundDialog({ target, snapshot }: RefundDialogProps) {
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
        <RefundAsked refund={refund ?? null} onClose={closeRefund} />
      )}
    </Modal>
  );
}

interface RefundAskedProps {
  /** null for the moment until the till tells of it. */
  readonly refund: RefundSnapshot | null;
  readonly onClose: () => void;
}

function RefundAsked({ refund, onClose }: RefundAskedProps) {
  const { t, failure } = useWords();
  const acknowledge = useAction((refundId: string) => ask('refund.acknowledge', { refundId }));
  const over = refund !== null && hasEnded(refund);
  const waiting = refund === null || isUnderWay(refund);
  const leave = async () => {
    if (over && (await acknowledge.run(refund.state.refund.id))?.ok !== true) return;
    onClose();
  };
  return (
    <div className="refund-asked">
      {refund ? <RefundNews refund={refund} acknowledges={false} /> : <p>{t('refund.busy')}</p>}
      {waiting && <p>{t('refund.leave')}</p>}
      {acknowledge.failure && <Trouble {...failure(acknowledge.failure)} />}
      <Button size="large" autoFocus disabled={acknowledge.busy} onClick={() => void leave()}>
        {t(over ? 'refund.acknowledge' : 'app.close')}
      </Button>
    </div>
  );
}
