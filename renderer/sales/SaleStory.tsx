import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import type { StoryStep } from '../../shared/sales/sale-story';
import { useLoad } from '../hooks/use-load';
import { useWords, type Words } from '../hooks/use-words';
import { quantityWords } from '../lib/quantity-words';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { snapshots } from '../till/stores';
import './SaleStory.css';

interface SaleStoryProps {
  readonly saleId: string;
  readonly number: number;
}

/** Everything that happened to a sale, step by step, when somebody asks for it. */
export function SaleStory({ saleId, number }: SaleStoryProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className="story">
      <Button
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {t(open ? 'sales.story.close' : 'sales.story.open')}
      </Button>
      {open && <Told saleId={saleId} label={t('sales.story.title', { sale: saleNumber(number) })} />}
    </section>
  );
}

function Told({ saleId, label }: { readonly saleId: string; readonly label: string }) {
  const words = useWords();
  const { t, failure } = words;
  const revision = useStore(snapshots, ({ snapshot }) => snapshot?.revision ?? 0);
  const load = useCallback(() => ask('sales.story', { saleId }), [saleId]);
  const { loaded } = useLoad(load, String(revision));
  const [last, setLast] = useState<readonly StoryStep[] | null>(null);
  const known = loaded.state === 'known' ? loaded.value : null;
  // While it is asked for again, what was known stays on the screen.
  if (known !== null && known !== last) setLast(known);
  const steps = known ?? last;
  if (loaded.state === 'failed') return <Trouble {...failure(loaded.code)} />;
  if (steps === null) return <p role="status">{t('sales.story.looking')}</p>;
  return (
    <ol className="story-steps selectable" aria-label={label}>
      {steps.map((step, index) => (
        <li key={`${index}-${step.at}`}>
          <time dateTime={step.at}>{clockOf(step.at, words)}</time>
          <p>
            <strong>{t(`sales.story.events.${step.event}`)}</strong>
            <span>{factsOf(step, words)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** To the second: in a dispute that is what is asked. */
function clockOf(at: string, { moment }: Words): string {
  return `${moment(at)}:${String(new Date(at).getSeconds()).padStart(2, '0')}`;
}

function factsOf(step: StoryStep, { t, money, failure, locale }: Words): string {
  const { amount, goods = [], by, approvedBy, note, payment, reference, error, trouble } = step;
  return [
    amount === undefined ? null : money(amount),
    ...goods.map((line) => `${quantityWords(line, locale)} ${line.name}`),
    by === undefined ? null : approvedBy === undefined ? by : t('sales.story.approved', { by, approver: approvedBy }),
    note,
    payment === undefined ? null : t('sales.story.payment', { payment }),
    reference,
    error === undefined ? null : failure(error).what,
    trouble === undefined ? null : t(`printerTroubles.${trouble}.what`),
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}
