import type { MinorUnits } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import { Money } from './Money';
import './Total.css';

interface TotalProps {
  readonly label: string;
  readonly amount: MinorUnits;
}

/** The largest thing on the screen. Long amounts get smaller digits, never a second line. */
export function Total({ label, amount }: TotalProps) {
  const { money } = useWords();
  const { length } = money(amount);
  const size = length <= 10 ? 'short' : length <= 12 ? 'middle' : 'long';
  return (
    <p className="total">
      <span className="total-label">{label}</span>{' '}
      <span className={`total-amount total-${size}`} data-testid="total">
        <Money amount={amount} />
      </span>
    </p>
  );
}
