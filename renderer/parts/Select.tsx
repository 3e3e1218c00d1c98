import { useId, type ReactNode } from 'react';
import './Field.css';

interface SelectProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

/** One labelled choice of several, folded away. */
export function Select({ label, help, value, onChoose, children }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {children}
      </select>
      {help !== undefined && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
