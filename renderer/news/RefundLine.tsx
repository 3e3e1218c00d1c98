import { Undo2 } from 'lucide-react';
import type { RefundSnapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { mostPressing } from '../lib/refund-sentence';
import { Button } from '../parts/Button';
import { RefundNews } from '../refund/RefundNews';
import { dialogs } from '../till/stores';

/** The refund that asks most for eyes, and the way to the others. */
export function RefundLine({ refunds }: { readonly refunds: readonly RefundSnapshot[] }) {
  const { t } = useWords();
  const first = mostPressing(refunds);
  if (!first) return null;
  return (
    <>
      <RefundNews key={first.state.refund.id} refund={first} />
      {refunds.length > 1 && (
        <div className="news-line">
          <Undo2 aria-hidden="true" size={22} strokeWidth={1.75} />
          <p>
            <strong>{t('refund.line', { count: refunds.length })}</strong>
          </p>
          <Button
            aria-haspopup="dialog"
            onClick={() => {
              dialogs.getState().open({ kind: 'refunds' });
            }}
          >
            {t('refund.see')}
          </Button>
        </div>
      )}
    </>
  );
}
