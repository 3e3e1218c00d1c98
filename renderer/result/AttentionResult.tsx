import { TriangleAlert } from 'lucide-react';
import { hotkeys } from '../../shared/hotkeys';
import type { StateOf } from '../../shared/checkout/state';
import { AttentionFacts } from '../attention/AttentionFacts';
import { useAction } from '../hooks/use-action';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useWords } from '../hooks/use-words';
import { reviewSentence } from '../lib/review-sentence';
import { Button } from '../parts/Button';
import { Total } from '../parts/Total';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { FinishButton } from './FinishButton';
import { useFinish } from './use-finish';
import './UnpaidPanel.css';

/** The facts contradict each other: what is known, in words, and the next sale when the cashier has read it. */
export function AttentionResult({ state }: { readonly state: StateOf<'needsAttention'> }) {
  const words = useWords();
  const { t, failure } = words;
  const sentence = reviewSentence(state, words);
  const review = () => {
    dialogs.getState().open({ kind: 'review', caseId: checkoutId });
  };
  const { checkoutId } = state.attempt;
  const finish = useFinish(checkoutId);
  const verify = useAction(() => ask('checkout.verify', { checkoutId }));
  const askNow = () => void verify.run();
  useHotkeys({ [hotkeys.verify]: askNow });

  return (
    <section tabIndex={-1} className="doubt" aria-label={t('result.region')}>
      <div className="unpaid-news" role="status" aria-live="assertive">
        <TriangleAlert aria-hidden="true" size={44} strokeWidth={1.75} />
        <h1>{t('attention.heading')}</h1>
        <p data-testid="charge-sentence">
          <strong>{sentence?.what}</strong> {sentence?.todo}
        </p>
      </div>
      <AttentionFacts state={state} brief />
      <div className="doubt-air" />
      {verify.failure && <Trouble {...failure(verify.failure)} />}
      <div className="doubt-answers">
        <Button look="main" size="large" hotkey={hotkeys.review} aria-keyshortcuts="F12" onClick={review}>
          {t('result.review')}
        </Button>
        <Button
          size="large"
          hotkey={hotkeys.verify}
          aria-keyshortcuts="Control+B"
          disabled={verify.busy}
          onClick={askNow}
        >
          {verify.busy ? t('charge.verifyBusy') : t('charge.verify')}
        </Button>
      </div>
      <Total label={t('sale.total')} amount={state.attempt.sale.total} />
      <FinishButton finish={finish} words={t('result.other')} byEnter={false} look="plain" />
    </section>
  );
}
