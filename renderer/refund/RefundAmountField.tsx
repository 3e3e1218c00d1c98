import type { Result } from '../../shared/errors';
import type { MinorUnits } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import type { RefundAmountProblem } from '../lib/refund-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';

interface RefundAmountFieldProps {
  readonly label: string;
  readonly typed: string;
  readonly amount: Result<MinorUnits, RefundAmountProblem>;
  readonly left: MinorUnits;
  /** Somebody wanted to go on with it. */
  readonly tried: boolean;
  readonly onType: (typed: string) => void;
  readonly onAll: () => void;
}

/** How much goes back, and the key for all that is left. */
export function RefundAmountField({ label, typed, amount, left, tried, onType, onAll }: RefundAmountFieldProps) {
  const { t, money } = useWords();
  const isSaid = !amount.ok && (tried || amount.error.isTooMuch);
  return (
    <div className="refund-amount">
      <Field
        label={label}
        inputMode="decimal"
        maxLength={20}
        data-first-focus
        value={typed}
        problem={isSaid ? amount.error.sentence : null}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          onType(event.target.value);
        }}
      />
      <Button onClick={onAll}>{t('refund.all', { left: money(left) })}</Button>
    </div>
  );
}
