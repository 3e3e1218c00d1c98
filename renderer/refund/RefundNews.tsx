import { CircleAlert, CircleX, Search, Undo2, WifiOff, type LucideIcon } from 'lucide-react';
import type { RefundSnapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { hasEnded, refundSentence, type RefundSentence } from '../lib/refund-sentence';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import './RefundNews.css';

const icons: Readonly<Record<RefundSentence['tone'], LucideIcon>> = {
  asking: Search,
  offline: WifiOff,
  attention: CircleAlert,
  done: Undo2,
  refused: CircleX,
};

interface RefundNewsProps {
  readonly refund: RefundSnapshot;
  /** False where it is history, or where something else says that it was read. */
  readonly acknowledges?: boolean;
}

/** How one refund stands, and the fate of its slip once the money went back. */
export function RefundNews({ refund, acknowledges = true }: RefundNewsProps) {
  const words = useWords();
  const { t, failure } = words;
  const { state } = refund;
  const { id: refundId, saleNumber: number, paymentId, decision } = state.refund;
  const { tone, what, todo, slip } = refundSentence(refund, words);
  const Icon = icons[tone];
  const acknowledge = useAction(() => ask('refund.acknowledge', { refundId }));
  const reprint = useAction(() => ask('refund.reprint', { refundId }));
  const seen = useAction((jobId: string) => ask('refund.seen', { refundId, jobId }));
  const problem = acknowledge.failure ?? reprint.failure ?? seen.failure;
  const doubtful = slip?.asks === 'whetherItCameOut';

  return (
    <div
      role="group"
      className="refund-news"
      data-tone={tone}
      data-testid="refund-news"
      aria-label={t('refund.region')}
    >
      <Icon aria-hidden="true" size={24} strokeWidth={1.75} />
      <p className="refund-news-words" role="status" aria-live="polite">
        <strong>{what}</strong> {todo}
        {slip && ` ${slip.what}${slip.todo === null ? '.' : ` ${slip.todo}`}`.replace(/([.?…])\.$/u, '$1')}
        <br />
        <small className="selectable">
          {number === null
            ? t('refund.ofPayment', { payment: paymentId })
            : t('refund.ofSale', { sale: saleNumber(number) })}
          {' · '}
          {t('refund.decided', decision)}
        </small>
      </p>
      <div className="refund-news-actions">
        {doubtful && state.kind === 'approved' && (
          <Button look="main" disabled={seen.busy} onClick={() => void seen.run(state.slip.jobId)}>
            {t('slip.yes')}
          </Button>
        )}
        {slip && slip.asks !== 'nothing' && (
          <Button
            look={slip.asks === 'print' ? 'main' : 'plain'}
            disabled={reprint.busy}
            onClick={() => void reprint.run()}
          >
            {t(doubtful ? 'slip.no' : slip.asks === 'print' ? 'slip.print' : 'slip.reprint')}
          </Button>
        )}
        {hasEnded(refund) && acknowledges && (
          <Button data-returns-focus disabled={acknowledge.busy} onClick={() => void acknowledge.run()}>
            {t('refund.acknowledge')}
          </Button>
        )}
      </div>
      {problem && <Trouble {...failure(problem)} />}
    </div>
  );
}
