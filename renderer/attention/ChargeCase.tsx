import { useState } from 'react';
import { reviewOf, type Review } from '../../shared/checkout/review';
import type { CheckoutState } from '../../shared/checkout/state';
import type { CheckoutSnapshot, Snapshot } from '../../shared/snapshot';
import { DecisionForm } from '../decision/DecisionForm';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { moneyOf } from '../lib/money-of';
import { refundTarget } from '../lib/refund-target';
import { answersTo, type Answer } from '../lib/review-case';
import { reviewSentence } from '../lib/review-sentence';
import { saleNumber } from '../lib/sale-number';
import { Trouble } from '../parts/Trouble';
import { RefundNews } from '../refund/RefundNews';
import { askPermitted } from '../people/ask-permitted';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { AnswerButton } from './AnswerButton';
import { AttentionFacts } from './AttentionFacts';
import type { Decided } from './decided';

interface ChargeCaseProps {
  readonly checkout: CheckoutSnapshot;
  readonly snapshot: Snapshot;
  readonly onDecided: (decided: Decided) => void;
}

/** A charge to decide about: what to do, its facts, and the answers, each with what follows from it. */
export function ChargeCase({ checkout: { state, trouble }, snapshot, onDecided }: ChargeCaseProps) {
  const words = useWords();
  const { t, failure } = words;
  const { checkoutId } = state.attempt;
  const [deciding, setDeciding] = useState<'link' | 'dismiss' | null>(null);
  const verify = useAction(() => ask('checkout.verify', { checkoutId }));
  const refunds = snapshot.refunds.filter((refund) => refund.state.refund.checkoutId === checkoutId);
  const target = refundTarget(state, snapshot.refunds);
  const { answers, main } = answersTo(state);
  const back = () => {
    setDeciding(null);
  };

  if (deciding !== null) {
    return (
      <div className="case">
        <Deciding answer={deciding} state={state} operator={snapshot.operator} onDecided={onDecided} onBack={back} />
        <AttentionFacts state={state} />
      </div>
    );
  }
  const act = (answer: Answer) => {
    if (answer === 'verify') void verify.run();
    else if (answer !== 'refund') setDeciding(answer);
    else if (target) dialogs.getState().refund(target);
  };
  return (
    <div className="case">
      <div>
        <p className="case-todo">{reviewSentence(state, words)?.todo}</p>
        {trouble && <Trouble {...failure(trouble.code)} />}
        {refunds.map((refund) => (
          <RefundNews key={refund.state.refund.id} refund={refund} />
        ))}
        {verify.failure && <Trouble {...failure(verify.failure)} />}
        {answers.includes('link') && <p className="case-question">{t('attention.takenGoods')}</p>}
        <div className="case-answers">
          {answers.map((answer) => (
            <AnswerButton
              key={answer}
              name={answer === 'verify' && verify.busy ? t('charge.verifyBusy') : t(`attention.${answer}.name`)}
              explained={
                answer === 'refund' && !target ? t('attention.refund.underWay') : t(`attention.${answer}.explained`)
              }
              main={answer === main}
              disabled={(answer === 'verify' && verify.busy) || (answer === 'refund' && !target)}
              onAct={() => {
                act(answer);
              }}
            />
          ))}
        </div>
      </div>
      <AttentionFacts state={state} />
    </div>
  );
}

interface DecidingProps {
  readonly answer: 'link' | 'dismiss';
  readonly state: CheckoutState;
  readonly operator: string | null;
  readonly onDecided: (decided: Decided) => void;
  readonly onBack: () => void;
}

function Deciding({ answer, state, operator, onDecided, onBack }: DecidingProps) {
  const { t, money } = useWords();
  const { checkoutId, sale } = state.attempt;
  const number = saleNumber(sale.number);
  const remains = moneyOf(state)?.remains ?? 0;
  const held = remains > 0 ? money(moneyOf(state)?.remains ?? sale.total) : null;
  const explained =
    answer === 'dismiss' && held !== null
      ? t('attention.dismiss.explainedHeld', { amount: held })
      : t(`attention.${answer}.explained`);
  return (
    <DecisionForm
      title={t(`attention.${answer}.name`)}
      explained={explained}
      notes={
        answer === 'link'
          ? t('attention.link.notes', { returnObjects: true })
          : t(`attention.dismissNotes.${dismissNotes(reviewOf(state))}`, { returnObjects: true })
      }
      operator={operator}
      confirm={t(`attention.${answer}.confirm`)}
      busy={t(`attention.${answer}.busy`)}
      onDecide={(decision) =>
        askPermitted(`review.${answer}`, { checkoutId, ...decision }, t(`people.wishes.${answer}`))
      }
      onDecided={() => {
        const words =
          answer === 'link'
            ? t('attention.link.done', { sale: number })
            : t('attention.dismiss.done', { what: t('attention.sale', { sale: number }) });
        onDecided({ words, sale: number });
        onBack();
      }}
      onBack={onBack}
    />
  );
}

/** Which explanations fit. */
function dismissNotes(review: Review | null): 'unsold' | 'short' | 'surplus' | 'gone' | 'elsewhere' {
  switch (review?.reason) {
    case 'paidShort':
      return 'short';
    case 'paidTwice':
    case 'paidOver':
      return 'surplus';
    case 'refunded':
    case 'reversed':
      return 'gone';
    case 'otherCurrency':
    case 'otherCollector':
    case 'notVerified':
      return 'elsewhere';
    case 'stillInProcess':
    case 'paidAfterCancel':
    case 'paidLate':
    case undefined:
      return 'unsold';
  }
}
