import { CircleAlert, CircleHelp, Printer, PrinterCheck, type LucideIcon } from 'lucide-react';
import type { TicketFate } from '../../shared/checkout/state';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { paperSentence, type PaperSentence } from '../lib/ticket-sentence';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import type { Paper } from '../till/papers';
import './TicketFatePanel.css';

const icons: Readonly<Record<PaperSentence['tone'], LucideIcon>> = {
  quiet: Printer,
  done: PrinterCheck,
  attention: CircleHelp,
  refused: CircleAlert,
};

interface TicketFatePanelProps {
  readonly paper: Paper;
  readonly fate: TicketFate;
  /** Whether the way on stands beside it, as after a charge. */
  readonly blocks?: boolean;
}

/** Where the ticket is. Beside the payment, never instead of it: no printer makes a paid sale unpaid. */
export function TicketFatePanel({ paper, fate, blocks = true }: TicketFatePanelProps) {
  const { t, moment, failure } = useWords();
  const sentence = paperSentence(fate, t, paper.words);
  const Icon = icons[sentence.tone];
  const reprint = useAction(paper.reprint);
  const seen = useAction(() => paper.seen(fate.jobId));
  const problem = reprint.failure ?? seen.failure;
  const printAgain = (words: string, look: 'main' | 'plain') => (
    <Button look={look} disabled={reprint.busy} onClick={() => void reprint.run()}>
      {words}
    </Button>
  );

  return (
    <section className="fate" data-tone={sentence.tone} aria-label={t(`${paper.words}.region`)}>
      <div className="fate-words" role="status" aria-live="polite" data-testid="ticket-fate">
        <Icon aria-hidden="true" size={26} strokeWidth={1.75} />
        <p>
          <strong>{sentence.what}</strong> {sentence.todo}
          {fate.asked && (
            <small className="fate-asked">
              {t('ticket.asked', { by: fate.asked.by, when: moment(fate.asked.at) })}
            </small>
          )}
        </p>
      </div>
      {problem && <Trouble {...failure(problem)} />}
      <div className="fate-actions">
        {sentence.asks === 'whetherItCameOut' && (
          <>
            <Button look="main" disabled={seen.busy} onClick={() => void seen.run()}>
              {t(`${paper.words}.yes`)}
            </Button>
            {printAgain(t(`${paper.words}.no`), 'plain')}
          </>
        )}
        {sentence.asks === 'print' && printAgain(t(`${paper.words}.print`), 'main')}
        {sentence.asks === 'reprint' && printAgain(t(`${paper.words}.reprint`), 'plain')}
      </div>
      {blocks && sentence.asks === 'whetherItCameOut' && <p className="fate-note">{t('ticket.answerFirst')}</p>}
    </section>
  );
}
