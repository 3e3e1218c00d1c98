import { useWords } from '../hooks/use-words';
import { Field } from '../parts/Field';
import type { PinDraft } from './pin-draft';

interface NewPinFieldsProps {
  readonly label: string;
  readonly help: string;
  readonly draft: PinDraft;
  readonly problem: 'pinProblem' | 'againProblem' | null;
  readonly onChange: (draft: PinDraft) => void;
}

/** A PIN that somebody chooses, twice. */
export function NewPinFields({ label, help, draft, problem, onChange }: NewPinFieldsProps) {
  const { t } = useWords();
  const shown = (which: typeof problem) =>
    problem === which && which !== null ? { what: t(`people.setup.${which}`), todo: '' } : null;
  const shared = { type: 'password', inputMode: 'numeric', maxLength: 8 } as const;
  return (
    <div className="new-pin">
      <Field
        {...shared}
        label={label}
        help={help}
        value={draft.pin}
        problem={shown('pinProblem')}
        onChange={(event) => {
          onChange({ ...draft, pin: event.target.value });
        }}
      />
      <Field
        {...shared}
        label={t('people.setup.newPinAgain')}
        value={draft.again}
        problem={shown('againProblem')}
        onChange={(event) => {
          onChange({ ...draft, again: event.target.value });
        }}
      />
    </div>
  );
}
