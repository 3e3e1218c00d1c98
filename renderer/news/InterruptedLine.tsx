import { CircleCheckBig, CircleSlash, Hourglass, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Interrupted } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { interruptedSentence } from '../lib/interrupted-sentence';
import { paperSentence } from '../lib/ticket-sentence';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';

const looks: Readonly<Record<Interrupted['outcome'], { readonly Icon: LucideIcon; readonly tone: string }>> = {
  open: { Icon: Hourglass, tone: 'plain' },
  paid: { Icon: CircleCheckBig, tone: 'paid' },
  unpaid: { Icon: CircleSlash, tone: 'plain' },
  needsAttention: { Icon: TriangleAlert, tone: 'attention' },
};

interface InterruptedLineProps {
  readonly interrupted: Interrupted;
  /** Its charge stands beside this line and shows its ticket there. */
  readonly onScreen: boolean;
}

/** What became of one charge that the program left half way, in a plain line, until somebody has read it. */
export function InterruptedLine({ interrupted, onScreen }: InterruptedLineProps) {
  const words = useWords();
  const { t, failure } = words;
  const { checkoutId, outcome, ticket } = interrupted;
  const { Icon, tone } = looks[outcome];
  const acknowledge = useAction(() => ask('interrupted.acknowledge', { checkoutId }));
  const reprint = useAction(() => ask('ticket.reprint', { checkoutId }));
  const seen = useAction((jobId: string) => ask('ticket.seen', { checkoutId, jobId }));
  const problem = acknowledge.failure ?? reprint.failure ?? seen.failure;
  const paper = ticket && !onScreen ? paperSentence(ticket, t, 'ticket') : null;
  const doubtful = paper?.asks === 'whetherItCameOut';

  return (
    <div
      className="news-line"
      data-tone={tone}
      data-testid="interrupted"
      role="group"
      aria-label={t('interrupted.region')}
    >
      <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
      <p role="status">
        <strong>{interruptedSentence(interrupted, words)}</strong> {paper?.what}
      </p>
      <div className="news-line-actions">
        {doubtful && ticket && (
          <Button disabled={seen.busy} onClick={() => void seen.run(ticket.jobId)}>
            {t('ticket.yes')}
          </Button>
        )}
        {paper && paper.asks !== 'nothing' && (
          <Button disabled={reprint.busy} onClick={() => void reprint.run()}>
            {t(doubtful ? 'ticket.no' : paper.asks === 'print' ? 'ticket.print' : 'ticket.reprint')}
          </Button>
        )}
        {outcome === 'needsAttention' && (
          <Button
            onClick={() => {
              dialogs.getState().open({ kind: 'review', caseId: checkoutId });
            }}
          >
            {t('interrupted.see')}
          </Button>
        )}
        <Button data-returns-focus disabled={acknowledge.busy} onClick={() => void acknowledge.run()}>
          {t('interrupted.acknowledge')}
        </Button>
      </div>
      {problem && <Trouble {...failure(problem)} />}
    </div>
  );
}
