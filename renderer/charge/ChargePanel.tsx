import { useEffect, useRef } from 'react';
import { RefreshCw, ScanQrCode } from 'lucide-react';
import { dueOf } from '../../shared/checkout/attempt';
import { hotkeys } from '../../shared/hotkeys';
import type { RelayStatus } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useNow } from '../hooks/use-now';
import { useWords } from '../hooks/use-words';
import { chargeSentence, type OpenCheckout } from '../lib/charge-sentence';
import { formatElapsed } from '../lib/elapsed';
import { Button } from '../parts/Button';
import { toneIcons } from '../parts/tone';
import { Total } from '../parts/Total';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { CancelCharge } from './CancelCharge';
import { RegisterQr } from './RegisterQr';
import './ChargePanel.css';

interface ChargePanelProps {
  readonly checkout: OpenCheckout;
  readonly relay: RelayStatus;
  readonly showQr: boolean;
}

/** A charge that is not over: the amount, what is true now, and what may be done. Escape does nothing here. */
export function ChargePanel({ checkout, relay, showQr }: ChargePanelProps) {
  const { t, locale, time, money, failure } = useWords();
  const { state } = checkout;
  const { attempt } = state;
  const { checkoutId } = attempt;
  const sentence = chargeSentence(checkout, { t, locale, relay });
  const Icon = toneIcons[sentence.tone];
  const panel = useRef<HTMLElement>(null);

  const verify = useAction(() => ask('checkout.verify', { checkoutId }));
  const askNow = () => {
    void verify.run();
  };
  useHotkeys({ [hotkeys.verify]: askNow });
  useEffect(() => {
    panel.current?.focus();
  }, []);

  const payable = state.kind === 'awaitingPayment' || state.kind === 'verifying';
  return (
    <section className="charge" data-tone={sentence.tone} aria-label={t('charge.region')} tabIndex={-1} ref={panel}>
      <header className="charge-state">
        <Icon aria-hidden="true" size={24} />
        <h1>{sentence.word}</h1>
        <Elapsed since={attempt.createdAt} />
      </header>

      <div className="charge-body">
        <div className="charge-middle">
          {payable && !showQr && <ScanQrCode aria-hidden="true" size={104} strokeWidth={1} />}
          {payable && <p className="charge-scan">{t('charge.scan')}</p>}
          {payable && showQr && <RegisterQr registerName={attempt.register.name} />}
          <p className="charge-facts">
            {attempt.register.name} · {t('charge.expires')} {time(attempt.expiresAt)}
          </p>
        </div>
        <div className="charge-sentence" role="status" aria-live="polite">
          <p data-testid="charge-sentence">{sentence.what}</p>
          {sentence.todo !== null && <p className="charge-todo">{sentence.todo}</p>}
        </div>
      </div>

      <footer className="charge-actions">
        {verify.failure && <Trouble {...failure(verify.failure)} />}
        {attempt.cash !== undefined && <p>{t('charge.cashPart', { cash: money(attempt.cash) })}</p>}
        <Total label={t(attempt.cash === undefined ? 'sale.total' : 'cash.rest')} amount={dueOf(attempt)} />
        <CancelCharge state={state}>
          <Button
            size="large"
            hotkey={hotkeys.verify}
            aria-keyshortcuts="Control+B"
            disabled={verify.busy}
            icon={<RefreshCw aria-hidden="true" size={20} />}
            onClick={askNow}
          >
            {verify.busy ? t('charge.verifyBusy') : t('charge.verify')}
          </Button>
        </CancelCharge>
      </footer>
    </section>
  );
}

function Elapsed({ since }: { readonly since: string }) {
  const { t } = useWords();
  const now = useNow(1000);
  return (
    <span className="charge-elapsed" role="timer" aria-label={t('charge.elapsed')}>
      {formatElapsed(now - Date.parse(since))}
    </span>
  );
}
