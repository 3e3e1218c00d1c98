import { useEffect, useRef, useState } from 'react';
import { formatQuantity, type Quantity, type Unit } from '../../shared/quantity';
import { useWords } from '../hooks/use-words';
import { parseQuantity, type QuantityProblem } from '../lib/parse-quantity';

interface QuantityFieldProps {
  readonly label: string;
  readonly quantity: Quantity;
  readonly unit: Unit;
  /** Take the focus and select everything, so that typing replaces it. */
  readonly editing: boolean;
  readonly onCommit: (quantity: Quantity) => void;
  readonly onProblem: (problem: QuantityProblem | null) => void;
  /** Enter or Escape: the cashier is done here. */
  readonly onDone: () => void;
}

/** The quantity of a line, typed. Enter or leaving it commits; Escape, and anything unreadable left behind, puts it back. */
export function QuantityField({ label, quantity, unit, editing, onCommit, onProblem, onDone }: QuantityFieldProps) {
  const { locale } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!editing) return;
    field.current?.focus();
    field.current?.select();
  }, [editing]);

  const commit = (whenUnreadable: 'say' | 'putBack') => {
    if (typed === null) return true;
    const parsed = parseQuantity(typed, unit);
    if (parsed.ok) onCommit(parsed.value);
    else if (whenUnreadable === 'say') {
      onProblem(parsed.error);
      return false;
    }
    setTyped(null);
    onProblem(null);
    return true;
  };

  return (
    <input
      ref={field}
      className="quantity-field"
      type="text"
      inputMode="decimal"
      aria-label={label}
      autoComplete="off"
      maxLength={12}
      value={typed ?? formatQuantity(quantity, unit, locale)}
      onFocus={(event) => {
        event.target.select();
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        onProblem(null);
      }}
      onBlur={() => commit('putBack')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          if (commit('say')) onDone();
        } else if (event.key === 'Escape') {
          setTyped(null);
          onProblem(null);
          onDone();
        }
      }}
    />
  );
}
