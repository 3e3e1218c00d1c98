import { useEffect, useRef, type ReactNode } from 'react';
import type { Reply } from '../../shared/ipc-contract';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { DecisionFields } from './DecisionFields';
import { useDecision, type Decision } from './use-decision';
import './DecisionForm.css';

interface DecisionFormProps {
  readonly title: string;
  /** What will follow from it, in words. */
  readonly explained: string;
  readonly notes: readonly string[];
  readonly operator: string | null;
  readonly confirm: string;
  readonly busy: string;
  readonly onDecide: (decision: Decision) => Promise<Reply<undefined>>;
  readonly onDecided: () => void;
  readonly onBack: () => void;
  /** What this decision needs beside a name and a reason. `false` from `ready` keeps it from being sent. */
  readonly more?: { readonly fields: ReactNode; readonly ready: () => boolean };
}

/** A decision about money: what it does, why, who, and only then the key that does it. What was typed stays through errors. */
export function DecisionForm({
  title,
  explained,
  notes,
  operator,
  confirm,
  busy,
  onDecide,
  onDecided,
  onBack,
  more,
}: DecisionFormProps) {
  const { t, failure } = useWords();
  const draft = useDecision(operator);
  const decide = useAction(onDecide);
  const submit = async () => {
    const ready = more?.ready() ?? true;
    const decision = draft.check();
    if (!ready || !decision) return;
    const reply = await decide.run(decision);
    if (reply?.ok === true) onDecided();
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={form}
      className="decision-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // One step back, not out of the dialog.
        event.preventDefault();
        event.stopPropagation();
        onBack();
      }}
    >
      <h3>{title}</h3>
      <p>{explained}</p>
      {more?.fields}
      <DecisionFields draft={draft} notes={notes} first={!more} />
      <div className="decision-answers modal-foot">
        {decide.failure && <Trouble {...failure(decide.failure)} />}
        <Button look="main" size="large" type="submit" disabled={decide.busy}>
          {decide.busy ? busy : confirm}
        </Button>
        <Button size="large" hotkey={t('sale.keys.escape')} onClick={onBack}>
          {t('decision.back')}
        </Button>
      </div>
    </form>
  );
}
