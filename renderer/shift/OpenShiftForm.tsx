import { useState } from 'react';
import type { CountDraft } from '../../shared/shift/cash-count';
import type { Snapshot } from '../../shared/snapshot';
import { WhoAnswers } from '../decision/WhoAnswers';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { CountTable } from './CountTable';
import { OpenDrawer } from './OpenDrawer';
import { useCount } from './use-count';

interface OpenShiftFormProps {
  readonly draft: CountDraft | null;
  readonly snapshot: Snapshot;
  readonly onOpened: () => void;
  readonly onEarlier: () => void;
}

/** The float, counted, and who counted it. */
export function OpenShiftForm({ draft, snapshot, onOpened, onEarlier }: OpenShiftFormProps) {
  const words = useWords();
  const { t, money, failure } = words;
  // Made before the first try: however often it is sent, one shift is opened.
  const [shiftId] = useState(() => crypto.randomUUID());
  const desk = useCount('opening', draft, words);
  const [by, setBy] = useState(snapshot.operator ?? '');
  const [tried, setTried] = useState(false);
  const open = useAction(() => ask('shift.open', { shiftId, count: desk.count, by: by.trim() }));
  const nameless = by.trim() === '';
  const submit = async () => {
    setTried(true);
    if (nameless || !desk.isWhole) return;
    if ((await open.run())?.ok === true) onOpened();
  };
  return (
    <form
      className="shift-form"
      aria-label={t('shift.open')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="shift-explained">
        <p>{t('shift.openExplained')}</p>
        {draft?.purpose === 'opening' && <p role="status">{t('shift.count.restored')}</p>}
      </div>
      <CountTable desk={desk}>
        <WhoAnswers
          label={t('shift.by')}
          permission={null}
          value={by}
          problem={tried && nameless ? { what: t('shift.byProblem.what'), todo: t('shift.byProblem.todo') } : null}
          onChange={setBy}
        />
      </CountTable>
      <div className="decision-answers modal-foot">
        {open.failure && <Trouble {...failure(open.failure)} />}
        <Button look="main" size="large" type="submit" disabled={open.busy}>
          {open.busy ? t('shift.opening') : t('shift.openWith', { amount: money(desk.total) })}
        </Button>
        <div className="shift-beside">
          <OpenDrawer snapshot={snapshot} />
          <Button size="large" onClick={onEarlier}>
            {t('shift.earlier')}
          </Button>
        </div>
      </div>
    </form>
  );
}
