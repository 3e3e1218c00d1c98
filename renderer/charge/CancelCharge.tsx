import { useState, type ReactNode } from 'react';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import type { OpenState } from '../lib/charge-sentence';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';

interface CancelChargeProps {
  readonly state: OpenState;
  /** The other action, which makes room for the question. */
  readonly children: ReactNode;
}

/** Giving a charge up, after a question: the customer may be paying at this moment. */
export function CancelCharge({ state, children }: CancelChargeProps) {
  const { t, failure } = useWords();
  const [asking, setAsking] = useState(false);
  const { checkoutId } = state.attempt;
  const cancel = useAction(() => ask('checkout.cancel', { checkoutId }));
  const cancelling = state.kind === 'cancelling' || cancel.busy;
  const paying = 'progress' in state && state.progress.inProcess;

  if (asking && !cancelling) {
    return (
      <InlineConfirm
        size="large"
        question={t(paying ? 'charge.cancelQuestionInProcess' : 'charge.cancelQuestion')}
        explained={t('charge.cancelExplained')}
        yes={t('charge.cancelYes')}
        no={t('charge.cancelNo')}
        onYes={() => {
          setAsking(false);
          void cancel.run();
        }}
        onNo={() => {
          setAsking(false);
        }}
      />
    );
  }
  return (
    <>
      {cancel.failure && <Trouble {...failure(cancel.failure)} />}
      <div className="charge-buttons">
        {children}
        <Button
          size="large"
          disabled={cancelling}
          onClick={() => {
            setAsking(true);
          }}
        >
          {cancelling ? t('charge.cancelBusy') : t('charge.cancel')}
        </Button>
      </div>
    </>
  );
}
