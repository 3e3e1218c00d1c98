import { CircleCheckBig } from 'lucide-react';
import type { Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { chargeSentence, isOpen } from '../lib/charge-sentence';
import { saleNumber } from '../lib/sale-number';
import { saleState } from '../lib/sale-state';
import { Money } from '../parts/Money';
import { toneIcons } from '../parts/tone';

interface LockedChargeProps {
  readonly checkout: NonNullable<Snapshot['checkout']>;
  readonly relay: Snapshot['relay'];
}

/** How the charge on the screen stands while nobody is at the till: to be read, not to be touched. */
export function LockedCharge({ checkout, relay }: LockedChargeProps) {
  const { t, locale } = useWords();
  const { state } = checkout;
  const sentence = isOpen(state) ? chargeSentence({ ...checkout, state }, { t, locale, relay }) : null;
  const paid = state.kind === 'paid';
  const Icon = sentence ? toneIcons[sentence.tone] : paid ? CircleCheckBig : null;
  return (
    <section
      className="lock-charge"
      data-tone={paid ? 'paid' : sentence?.tone}
      aria-label={t(sentence ? 'people.lock.charging' : 'people.lock.charged')}
    >
      <p className="lock-charge-amount">
        <Money amount={state.attempt.sale.total} />
      </p>
      <div role="status" aria-live="polite">
        <p className="lock-charge-word">
          {Icon && <Icon aria-hidden="true" size={26} />}
          {sentence ? sentence.word : t(`sales.states.${saleState(state)}`)}
        </p>
        <p data-testid="charge-sentence">
          {sentence ? sentence.what : t('refund.ofSale', { sale: saleNumber(state.attempt.sale.number) })}
        </p>
      </div>
    </section>
  );
}
