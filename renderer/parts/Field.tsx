import { useId, type InputHTMLAttributes, type Ref } from 'react';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { Trouble } from './Trouble';
import './Field.css';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly help?: string | undefined;
  /** Shown under the field that caused it. */
  readonly problem?: Sentence | null;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One labelled input with its help and its trouble. */
export function Field({ label, help, problem = null, inputRef, className, ...input }: FieldProps) {
  const id = useId();
  const notes = [help === undefined ? null : `${id}-help`, problem ? `${id}-problem` : null].filter(Boolean).join(' ');
  return (
    <div className={['field', className].join(' ')}>
      <label htmlFor={id}>{label}</label>
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        ref={inputRef}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={notes === '' ? undefined : notes}
      />
      {help !== undefined && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem && <Trouble id={`${id}-problem`} {...problem} />}
    </div>
  );
}
