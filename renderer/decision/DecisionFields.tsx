import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { mayDo } from '../../shared/people/people';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { snapshots } from '../till/stores';
import type { DecisionDraft } from './use-decision';
import './DecisionFields.css';

interface DecisionFieldsProps {
  readonly draft: DecisionDraft;
  /** What people mostly say here, a tap each. */
  readonly notes: readonly string[];
  /** Whether the reason is what is typed first. */
  readonly first: boolean;
}

/** Why, and who says so. Both are kept with what is decided. */
export function DecisionFields({ draft, notes, first }: DecisionFieldsProps) {
  const { t } = useWords();
  const note = useRef<HTMLInputElement>(null);
  const by = useRef<HTMLInputElement>(null);
  const people = useStore(snapshots, ({ snapshot }) => snapshot?.people ?? null);
  const current = people?.current ?? null;
  const { missing } = draft;
  useEffect(() => {
    if (missing === 'note') note.current?.focus();
    if (missing === 'by') by.current?.focus();
  }, [missing]);

  return (
    <div className="decision-fields">
      <Field
        label={t('decision.note')}
        maxLength={160}
        autoFocus={first}
        inputRef={note}
        value={draft.note}
        problem={missing === 'note' ? problem(t, 'noteProblem') : null}
        onChange={(event) => {
          draft.setNote(event.target.value);
        }}
      />
      <div className="decision-notes" role="group" aria-label={t('decision.suggestions')}>
        {notes.map((words) => (
          <Button
            key={words}
            aria-pressed={draft.note === words}
            onClick={() => {
              draft.setNote(words);
            }}
          >
            {words}
          </Button>
        ))}
      </div>
      {current && people ? (
        <SignedIn name={current.name} allowed={mayDo(current.role, 'refund', people.settings)} />
      ) : (
        <Field
          label={t('decision.by')}
          maxLength={40}
          inputRef={by}
          value={draft.by}
          problem={missing === 'by' ? problem(t, 'byProblem') : null}
          onChange={(event) => {
            draft.setBy(event.target.value);
          }}
        />
      )}
    </div>
  );
}

/** The till knows who it is; nobody types a name. */
function SignedIn({ name, allowed }: { readonly name: string; readonly allowed: boolean }) {
  const { t } = useWords();
  return <p className="decision-signed">{allowed ? t('decision.decides', { name }) : t('decision.decidesManager')}</p>;
}

function problem(t: ReturnType<typeof useWords>['t'], which: 'noteProblem' | 'byProblem') {
  return { what: t(`decision.${which}.what`), todo: t(`decision.${which}.todo`) };
}
