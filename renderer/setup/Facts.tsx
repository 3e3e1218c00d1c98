import { Check } from 'lucide-react';

interface FactsProps {
  readonly title: string;
  readonly facts?: readonly (readonly [label: string, value: string])[];
}

/** What is in force now. */
export function Facts({ title, facts = [] }: FactsProps) {
  return (
    <div className="setup-facts selectable">
      <p>
        <Check aria-hidden="true" size={22} />
        <strong>{title}</strong>
      </p>
      {facts.length > 0 && (
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
