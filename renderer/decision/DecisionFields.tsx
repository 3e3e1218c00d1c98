import { useEffect, useRef } from 'react';
import type { Permission } from '../../shared/people/people';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import type { DecisionDraft } from './use-decision';
import { WhoAnswers } from './WhoAnswers';
import './DecisionFields.css';

interface DecisionFieldsProps {
  readonly draft: DecisionDraft;
  /** What people mostly say here, a tap each. */
  readonly notes: readonly string[];
  /** Whether the reason is what is typed first. */
  readonly first: boolean;
  /** What it takes to decide this. */
  readonly permission?: Permission;
}

/** Why, and who says so. Both are kept with what is decided. */
export function DecisionFields({ draft, notes, first, permission = 'refund' }: DecisionFieldsProps) {
  const { t } = useWords();
  const note = useRef<HTMLInputElement>(null);
  const by = useRef<HTMLInputElement>(null);
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
      <WhoAnswers
        label={t('decision.by')}
        permission={permission}
        inputRef={by}
        value={draft.by}
        problem={missing === 'by' ? problem(t, 'byProblem') : null}
        onChange={draft.setBy}
      />
    </div>
  );
}

function problem(t: ReturnType<typeof useWords>['t'], which: 'noteProblem' | 'byProblem') {
  return { what: t(`decision.${which}.what`), todo: t(`decision.${which}.todo`) };
}
