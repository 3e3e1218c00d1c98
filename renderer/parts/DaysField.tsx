import { useState } from 'react';
import type { Days } from '../../shared/sales/sale-filter';
import { useWords } from '../hooks/use-words';
import { dayWords, parseDay } from '../lib/parse-day';
import { Field } from './Field';
import './DaysField.css';

interface DaysFieldProps {
  readonly days: Days;
  readonly today: string;
  /** Both days can be read, and are in order. */
  readonly onChange: (days: Days) => void;
}

/** Two days, as they are written here. */
export function DaysField({ days, today, onChange }: DaysFieldProps) {
  const { t } = useWords();
  const [from, setFrom] = useState(dayWords(days.from));
  const [to, setTo] = useState(dayWords(days.to));
  const first = parseDay(from, today);
  const last = parseDay(to, today);
  const unreadable = {
    what: t('sales.days.problem.what'),
    todo: t('sales.days.problem.todo', { example: dayWords(today) }),
  };
  const disorder = { what: t('sales.days.order.what'), todo: t('sales.days.order.todo') };
  const tell = (one: string | null, other: string | null) => {
    if (one !== null && other !== null && one <= other) onChange({ from: one, to: other });
  };
  return (
    <div className="days-field">
      <Field
        label={t('sales.days.from')}
        inputMode="numeric"
        maxLength={10}
        value={from}
        problem={first === null ? unreadable : null}
        onChange={({ target }) => {
          setFrom(target.value);
          tell(parseDay(target.value, today), last);
        }}
      />
      <Field
        label={t('sales.days.to')}
        inputMode="numeric"
        maxLength={10}
        value={to}
        problem={last === null ? unreadable : first !== null && first > last ? disorder : null}
        onChange={({ target }) => {
          setTo(target.value);
          tell(first, parseDay(target.value, today));
        }}
      />
    </div>
  );
}
