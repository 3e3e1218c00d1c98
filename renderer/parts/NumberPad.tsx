import { Delete } from 'lucide-react';
import './NumberPad.css';

interface NumberPadProps {
  readonly label: string;
  readonly eraseLabel: string;
  /** The sign between whole and cents; null where the currency has none. */
  readonly decimalPoint: string | null;
  readonly onType: (text: string) => void;
  readonly onErase: () => void;
}

const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3'];

/** Figures for a finger. Whoever has keys never needs it, so the tab key passes it by. */
export function NumberPad({ label, eraseLabel, decimalPoint, onType, onErase }: NumberPadProps) {
  const key = (text: string) => (
    <button
      key={text}
      type="button"
      tabIndex={-1}
      onClick={() => {
        onType(text);
      }}
    >
      {text}
    </button>
  );
  return (
    <div className="number-pad" role="group" aria-label={label}>
      {digits.map(key)}
      {key(decimalPoint ?? '000')}
      {key('0')}
      <button type="button" tabIndex={-1} aria-label={eraseLabel} onClick={onErase}>
        <Delete aria-hidden="true" size={26} strokeWidth={1.75} />
      </button>
    </div>
  );
}
