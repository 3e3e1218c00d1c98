import { useId, type RefObject } from 'react';
import type { CheckoutSnapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { attentionSentence } from '../lib/attention-sentence';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { AttentionFacts } from './AttentionFacts';
import './AttentionList.css';

interface AttentionListProps {
  readonly dialogRef: RefObject<HTMLDialogElement | null>;
  readonly attention: readonly CheckoutSnapshot[];
}

/** Every charge that a person must look at, newest first. The browser's own modal dialog: it keeps the focus and hears Escape. */
export function AttentionList({ dialogRef, attention }: AttentionListProps) {
  const { t } = useWords();
  const titleId = useId();
  return (
    <dialog className="attention-list" ref={dialogRef} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{t('attention.title')}</h2>
        <Button hotkey="Esc" onClick={() => dialogRef.current?.close()}>
          {t('app.close')}
        </Button>
      </header>
      <p>{t('attention.explained')}</p>
      <ul>
        {attention.map((checkout) => (
          <AttentionItem key={checkout.state.attempt.checkoutId} checkout={checkout} />
        ))}
      </ul>
    </dialog>
  );
}

function AttentionItem({ checkout: { state } }: { readonly checkout: CheckoutSnapshot }) {
  const { t, failure, money } = useWords();
  const verify = useAction(() => ask('checkout.verify', { checkoutId: state.attempt.checkoutId }));
  const { what, todo } = attentionSentence(state, { t, money });
  return (
    <li>
      <div>
        <h3>{what}</h3>
        <p>{todo}</p>
        {verify.failure && <Trouble {...failure(verify.failure)} />}
        <Button disabled={verify.busy} onClick={() => void verify.run()}>
          {verify.busy ? t('charge.verifyBusy') : t('attention.verify')}
        </Button>
      </div>
      <AttentionFacts state={state} />
    </li>
  );
}
