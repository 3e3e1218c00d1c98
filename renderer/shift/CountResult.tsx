import { useState } from 'react';
import { minor } from '../../shared/money';
import type { OpenShiftView } from '../../shared/shift/shift-view';
import { WhoAnswers } from '../decision/WhoAnswers';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { Difference } from './Difference';

interface CountResultProps {
  readonly shiftId: string;
  readonly counted: NonNullable<OpenShiftView['counted']>;
  readonly operator: string | null;
  readonly onAgain: () => void;
  readonly onClosed: () => void;
  /** What it shows is no longer so. */
  readonly onOutdated: () => void;
}

/** What was expected, what was counted, and a word about the difference; then the shift is closed. */
export function CountResult({ shiftId, counted, operator, onAgain, onClosed, onOutdated }: CountResultProps) {
  const { t, failure } = useWords();
  const [note, setNote] = useState('');
  const [by, setBy] = useState(operator ?? '');
  const [tried, setTried] = useState(false);
  const close = useAction(() =>
    askPermitted('shift.close', { shiftId, note: note.trim(), by: by.trim() }, t('people.permissions.closeShift')),
  );
  const differs = counted.difference !== 0;
  const noteless = differs && note.trim() === '';
  const nameless = by.trim() === '';
  const submit = async () => {
    setTried(true);
    if (noteless || nameless) return;
    const reply = await close.run();
    if (reply?.ok === true) onClosed();
    else if (reply) onOutdated();
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
      <Difference counted={counted.counted} expected={counted.expected} difference={minor(counted.difference)} />
      <Field
        label={t(differs ? 'shift.closing.note' : 'shift.closing.noteOptional')}
        maxLength={160}
        autoFocus
        data-first-focus
        value={note}
        problem={tried && noteless ? failure('shiftNoteNeeded') : null}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      {differs && (
        <div className="decision-notes" role="group" aria-label={t('decision.suggestions')}>
          {t('shift.closing.notes', { returnObjects: true }).map((words) => (
            <Button
              key={words}
              aria-pressed={note === words}
              onClick={() => {
                setNote(words);
              }}
            >
              {words}
            </Button>
          ))}
        </div>
      )}
      <WhoAnswers
        label={t('shift.by')}
        permission="closeShift"
        value={by}
        problem={tried && nameless ? { what: t('shift.byProblem.what'), todo: t('shift.byProblem.todo') } : null}
        onChange={setBy}
      />
      <div className="decision-answers modal-foot">
        {close.failure && <Trouble {...failure(close.failure)} />}
        <Button look="main" size="large" type="submit" disabled={close.busy}>
          {t(close.busy ? 'shift.closing.busy' : 'shift.closing.yes')}
        </Button>
        <Button size="large" disabled={close.busy} onClick={onAgain}>
          {t('shift.closing.again')}
        </Button>
      </div>
      <p className="shift-blind">{t('shift.closing.againExplained')}</p>
    </form>
  );
}
