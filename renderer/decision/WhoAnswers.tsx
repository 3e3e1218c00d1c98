import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { mayDo, type Permission } from '../../shared/people/people';
import { useWords } from '../hooks/use-words';
import { Field } from '../parts/Field';
import { snapshots } from '../till/stores';

interface WhoAnswersProps {
  readonly label: string;
  /** The name as it is typed. */
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly problem: { readonly what: string; readonly todo: string } | null;
  /** What it takes to do this; null where whoever is at the till may. */
  readonly permission: Permission | null;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** In whose name something is kept. Where people sign in the till knows, and nobody types a name. */
export function WhoAnswers({ label, value, onChange, problem, permission, inputRef }: WhoAnswersProps) {
  const { t } = useWords();
  const people = useStore(snapshots, ({ snapshot }) => snapshot?.people ?? null);
  const current = people?.current ?? null;
  if (people && current) {
    const allowed = permission === null || mayDo(current.role, permission, people.settings);
    return (
      <p className="decision-signed">
        {allowed ? t('decision.decides', { name: current.name }) : t('decision.decidesManager')}
      </p>
    );
  }
  return (
    <Field
      label={label}
      maxLength={40}
      {...(inputRef && { inputRef })}
      value={value}
      problem={problem}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
