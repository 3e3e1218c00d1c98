import type { SaleLine } from '../../shared/sale';
import { useWords } from '../hooks/use-words';
import { quantityWords } from '../lib/quantity-words';
import { Money } from '../parts/Money';
import './RestingSale.css';

interface RestingSaleProps {
  readonly title: string;
  readonly explained: string;
  readonly lines: readonly SaleLine[];
  /** What the cashier tried meanwhile, and why it did nothing. */
  readonly note: string | null;
}

/** The sale that is being charged: to be read, not changed. */
export function RestingSale({ title, explained, lines, note }: RestingSaleProps) {
  const { t, locale } = useWords();
  return (
    <section className="resting" aria-label={t('sale.title')}>
      <header>
        <h2>{title}</h2>
        <p>{explained}</p>
      </header>
      <p className="resting-note" role="status">
        {note}
      </p>
      {/* Reached by Tab, or a long sale could not be scrolled without a mouse. */}
      <ol tabIndex={0}>
        {lines.map((line, index) => (
          <li key={`${index}-${line.name}`}>
            <span className="resting-quantity">{quantityWords(line, locale)}</span>
            <span className="resting-name">{line.name}</span>
            <Money amount={line.total} />
          </li>
        ))}
      </ol>
    </section>
  );
}
