import type { ReactNode } from 'react';
import './FactList.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** `exact` is copied rather than read, like a number of Mercado Pago's; `sum` follows from those above. */
  readonly look?: 'exact' | 'sum';
}

/** What is known, to be read and copied. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fact-list selectable">
      {facts.map(({ label, value, look }, index) => (
        <FactPair key={`${index}-${label}`} label={label} value={value} className={look ? `fact-${look}` : undefined} />
      ))}
    </dl>
  );
}

interface FactPairProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly className: string | undefined;
}

function FactPair({ label, value, className }: FactPairProps) {
  return (
    <>
      <dt className={className}>{label}</dt>
      <dd className={className}>{value}</dd>
    </>
  );
}
