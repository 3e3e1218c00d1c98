import type { CSSProperties } from 'react';
import type { MinorUnits } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';

/** An amount as large as its place allows: a long one gets smaller digits, never a second line. */
export function CustomerAmount({ amount }: { readonly amount: MinorUnits }) {
  const { money } = useWords();
  return (
    <span className="customer-amount" style={{ '--length': money(amount).length } as CSSProperties}>
      <Money amount={amount} />
    </span>
  );
}
