import { useId } from 'react';
import './ChoiceList.css';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
  /** Why this one can't be taken. */
  readonly unusable?: string | undefined;
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
        <label key={choice.value} data-unusable={choice.unusable !== undefined}>
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
          <span className="choices-words">
            <span>{choice.label}</span>
            {choice.note !== undefined && <small>{choice.note}</small>}
            {choice.unusable !== undefined && <small className="choices-unusable">{choice.unusable}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
