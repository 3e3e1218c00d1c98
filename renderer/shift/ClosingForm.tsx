import { useState } from 'react';
import type { CountDraft } from '../../shared/shift/cash-count';
import type { OpenShiftView, Undecided } from '../../shared/shift/shift-view';
import type { Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { Money } from '../parts/Money';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { CountResult } from './CountResult';
import { CountTable } from './CountTable';
import { OpenDrawer } from './OpenDrawer';
import { useCount } from './use-count';

interface ClosingFormProps {
  readonly open: OpenShiftView;
  readonly draft: CountDraft | null;
  readonly snapshot: Snapshot;
  readonly onChanged: () => void;
  readonly onClosed: () => void;
}

/** First what is undecided, then a blind count, and only then what should have been there. */
export function ClosingForm({ open, draft, snapshot, onChanged, onClosed }: ClosingFormProps) {
  const [again, setAgain] = useState(false);
  if (open.undecided.length > 0) return <UndecidedList undecided={open.undecided} />;
  if (open.counted && !again) {
    return (
      <CountResult
        shiftId={open.id}
        counted={open.counted}
        operator={snapshot.operator}
        onAgain={() => {
          setAgain(true);
        }}
        onClosed={onClosed}
        onOutdated={onChanged}
      />
    );
  }
  return (
    <BlindCount
      open={open}
      draft={draft}
      snapshot={snapshot}
      onConfirmed={() => {
        setAgain(false);
        onChanged();
      }}
    />
  );
}

/** Why it can't be closed yet, each with its sale. */
function UndecidedList({ undecided }: { readonly undecided: readonly Undecided[] }) {
  const { t } = useWords();
  return (
    <section className="shift-undecided" role="alert">
      <h3>{t('shift.closing.undecided')}</h3>
      <p>{t('shift.closing.undecidedTodo')}</p>
      <ul>
        {undecided.map(({ kind, saleNumber: number, amount }, index) => (
          <li key={`${kind}-${String(number)}-${index}`}>
            <span>{t(`shift.closing.${kind}`, { sale: saleNumber(number ?? 0) })}</span>
            <Money amount={amount} />
          </li>
        ))}
      </ul>
      {undecided.some(({ kind }) => kind !== 'charge') && (
        <Button
          size="large"
          hotkey="F12"
          onClick={() => {
            dialogs.getState().open({ kind: 'review', caseId: null });
          }}
        >
          {t('shift.closing.toReview')}
        </Button>
      )}
    </section>
  );
}

interface BlindCountProps {
  readonly open: OpenShiftView;
  readonly draft: CountDraft | null;
  readonly snapshot: Snapshot;
  readonly onConfirmed: () => void;
}

function BlindCount({ open, draft, snapshot, onConfirmed }: BlindCountProps) {
  const words = useWords();
  const { t, money, failure } = words;
  const desk = useCount('closing', draft, words);
  const confirm = useAction(() => ask('shift.confirmCount', { shiftId: open.id, count: desk.count }));
  const submit = async () => {
    if (!desk.isWhole) return;
    if ((await confirm.run())?.ok === true) onConfirmed();
  };
  return (
    <form
      className="shift-form"
      aria-label={t('shift.close')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="shift-explained">
        <p>{t('shift.closing.explained')}</p>
        {draft?.purpose === 'closing' && <p role="status">{t('shift.count.restored')}</p>}
      </div>
      <CountTable desk={desk} />
      <div className="decision-answers modal-foot">
        {confirm.failure && <Trouble {...failure(confirm.failure)} />}
        <Button look="main" size="large" type="submit" disabled={confirm.busy}>
          {confirm.busy ? t('shift.closing.confirming') : t('shift.closing.confirm', { amount: money(desk.total) })}
        </Button>
        <OpenDrawer snapshot={snapshot} />
      </div>
    </form>
  );
}
