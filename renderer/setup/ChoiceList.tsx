import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import './ChoiceList.css';

interface Choice {
  readonly value: string;
  readonly label: string;
  /** What kind of thing it is, before the note. */
  readonly kind?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly note?: string | undefined;
  /** Why this one can't be taken. */
  readonly unusable?: string | undefined;
  /** Beside it: what chooses it and does something at once. */
  readonly action?: ReactNode;
}

interface ChoiceListProps {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
}

/** One of a few, all visible. What can't be taken stays in sight, with its reason. */
export function ChoiceList({ legend, choices, value, onChoose }: ChoiceListProps) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className="choices-row" data-unusable={choice.unusable !== undefined}>
          <label>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.unusable !== undefined}
              onChange={() => {
                onChoose(choice.value);
              }}
            />
            {choice.icon && <choice.icon aria-hidden="true" size={22} strokeWidth={1.75} />}
            <span className="choices-words">
              <span>{choice.label}</span>
              {choice.kind !== undefined && <small>{choice.kind}</small>}
              {choice.note !== undefined && <small>{choice.note}</small>}
              {choice.unusable !== undefined && <small className="choices-unusable">{choice.unusable}</small>}
            </span>
          </label>
          {choice.action}
        </div>
      ))}
    </fieldset>
  );
}
