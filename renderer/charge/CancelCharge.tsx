import { useState, type ReactNode } from 'react';
import { hotkeys } from '../../shared/hotkeys';
import { useAction } from '../hooks/use-action';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useWords } from '../hooks/use-words';
import type { OpenState } from '../lib/charge-sentence';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { payings } from '../till/stores';

interface CancelChargeProps {
  readonly state: OpenState;
  /** The other action, which makes room for the question. */
  readonly children: ReactNode;
}

/** Giving a charge up, after a question: the customer may be paying at this moment. */
export function CancelCharge({ state, children }: CancelChargeProps) {
  const { t, failure } = useWords();
  const [asking, setAsking] = useState<'cancel' | 'otherwise' | null>(null);
  const { checkoutId } = state.attempt;
  const cancel = useAction(() => ask('checkout.cancel', { checkoutId }));
  const cancelling = state.kind === 'cancelling' || cancel.busy;
  const paying = 'progress' in state && state.progress.inProcess;

  useHotkeys({
    [hotkeys.cash]: () => {
      if (!cancelling) setAsking('otherwise');
    },
  });

  if (asking !== null && !cancelling) {
    const otherwise = asking === 'otherwise';
    return (
      <InlineConfirm
        size="large"
        question={t(
          paying ? 'charge.cancelQuestionInProcess' : otherwise ? 'charge.otherwiseQuestion' : 'charge.cancelQuestion',
        )}
        explained={t(otherwise ? 'charge.otherwiseExplained' : 'charge.cancelExplained')}
        yes={t(otherwise ? 'charge.otherwiseYes' : 'charge.cancelYes')}
        no={t('charge.cancelNo')}
        onYes={() => {
          setAsking(null);
          if (otherwise) payings.getState().payOtherwise(checkoutId);
          void cancel.run();
        }}
        onNo={() => {
          setAsking(null);
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
            setAsking('cancel');
          }}
        >
          {cancelling ? t('charge.cancelBusy') : t('charge.cancel')}
        </Button>
        <Button
          className="charge-otherwise"
          hotkey={hotkeys.cash}
          aria-keyshortcuts="F5"
          disabled={cancelling}
          onClick={() => {
            setAsking('otherwise');
          }}
        >
          {t('charge.otherwise')}
        </Button>
      </div>
    </>
  );
}
