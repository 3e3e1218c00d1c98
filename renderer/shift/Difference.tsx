import { CircleAlert, CircleCheck } from 'lucide-react';
import { minor, type MinorUnits } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';

interface DifferenceProps {
  readonly counted: MinorUnits;
  readonly expected: MinorUnits;
  readonly difference: MinorUnits;
}

/** Expected, counted, and in words what that means. Never green: green is what was paid. */
export function Difference({ counted, expected, difference }: DifferenceProps) {
  const { t, money } = useWords();
  const amount = money(minor(Math.abs(difference)));
  const Icon = difference === 0 ? CircleCheck : CircleAlert;
  return (
    <section className="difference" data-differs={difference === 0 ? undefined : ''}>
      <p>
        <span>{t('shift.closing.expected')}</span>
        <strong>
          <Money amount={expected} />
        </strong>
      </p>
      <p>
        <span>{t('shift.closing.counted')}</span>
        <strong>
          <Money amount={counted} />
        </strong>
      </p>
      <p className="difference-said" role="status" data-testid="difference">
        <Icon aria-hidden="true" size={28} strokeWidth={1.75} />
        {difference === 0
          ? t('shift.closing.exact')
          : t(difference < 0 ? 'shift.closing.short' : 'shift.closing.over', { amount })}
      </p>
    </section>
  );
}
