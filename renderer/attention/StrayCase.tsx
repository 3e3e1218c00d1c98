import { useState } from 'react';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import type { Snapshot } from '../../shared/snapshot';
import { DecisionForm } from '../decision/DecisionForm';
import { useWords } from '../hooks/use-words';
import { strayRefundTarget } from '../lib/refund-target';
import { straySentence } from '../lib/review-sentence';
import { saleNumber } from '../lib/sale-number';
import { Field } from '../parts/Field';
import { RefundNews } from '../refund/RefundNews';
import { askPermitted } from '../people/ask-permitted';
import { dialogs } from '../till/stores';
import { AnswerButton } from './AnswerButton';
import { StrayFacts } from './AttentionFacts';
import type { Decided } from './decided';

interface StrayCaseProps {
  readonly stray: StrayPayment;
  readonly snapshot: Snapshot;
  readonly onDecided: (decided: Decided) => void;
}

/** Money that no charge of this disk explains: whose it is, or back with it. */
export function StrayCase({ stray, snapshot, onDecided }: StrayCaseProps) {
  const words = useWords();
  const { t } = words;
  const [deciding, setDeciding] = useState<'linkStray' | 'dismiss' | null>(null);
  const { paymentId } = stray;
  const target = strayRefundTarget(stray, snapshot.refunds);
  const refunds = snapshot.refunds.filter(({ state }) => state.refund.paymentId === paymentId);
  const decide = (answer: 'linkStray' | 'dismiss') => () => {
    setDeciding(answer);
  };

  if (deciding !== null) {
    const { operator } = snapshot;
    const back = () => {
      setDeciding(null);
    };
    const shared = { stray, operator, onDecided, onBack: back };
    return (
      <div className="case">
        {deciding === 'linkStray' ? <LinkStray {...shared} /> : <DismissStray {...shared} />}
        <StrayFacts stray={stray} />
      </div>
    );
  }
  return (
    <div className="case">
      <div>
        <p className="case-todo">{straySentence(stray, words).todo}</p>
        {refunds.map((refund) => (
          <RefundNews key={refund.state.refund.id} refund={refund} />
        ))}
        <div className="case-answers">
          <AnswerButton
            name={t('attention.linkStray.name')}
            explained={t('attention.linkStray.explained')}
            main={false}
            onAct={decide('linkStray')}
          />
          <AnswerButton
            name={t('attention.refund.name')}
            explained={t(target ? 'attention.refund.explained' : 'attention.refund.underWay')}
            main={false}
            disabled={!target}
            onAct={() => {
              if (target) dialogs.getState().refund(target);
            }}
          />
          <AnswerButton
            name={t('attention.dismiss.name')}
            explained={t('attention.dismiss.explained')}
            main={false}
            onAct={decide('dismiss')}
          />
        </div>
      </div>
      <StrayFacts stray={stray} />
    </div>
  );
}

interface DecideStrayProps {
  readonly stray: StrayPayment;
  readonly operator: string | null;
  readonly onDecided: (decided: Decided) => void;
  readonly onBack: () => void;
}

function LinkStray({ stray: { paymentId }, operator, onDecided, onBack }: DecideStrayProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const number = /^\d{1,9}$/.test(typed.trim()) && Number(typed) > 0 ? Number(typed) : null;
  const problem = {
    what: t('attention.linkStray.numberProblem.what'),
    todo: t('attention.linkStray.numberProblem.todo'),
  };
  return (
    <DecisionForm
      title={t('attention.linkStray.name')}
      explained={t('attention.linkStray.explained')}
      notes={t('attention.linkStray.notes', { returnObjects: true })}
      operator={operator}
      confirm={t('attention.linkStray.confirm')}
      busy={t('attention.linkStray.busy')}
      more={{
        fields: (
          <Field
            label={t('attention.linkStray.number')}
            inputMode="numeric"
            maxLength={9}
            autoFocus
            value={typed}
            problem={tried && number === null ? problem : null}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        ),
        ready: () => {
          setTried(true);
          return number !== null;
        },
      }}
      onDecide={(decision) =>
        askPermitted('review.decideStray', { paymentId, saleNumber: number, ...decision }, t('people.wishes.link'))
      }
      onDecided={() => {
        const sale = saleNumber(number ?? 0);
        onDecided({ words: t('attention.dismiss.done', { what: t('attention.sale', { sale }) }), sale });
        onBack();
      }}
      onBack={onBack}
    />
  );
}

function DismissStray({ stray: { paymentId }, operator, onDecided, onBack }: DecideStrayProps) {
  const { t } = useWords();
  return (
    <DecisionForm
      title={t('attention.dismiss.name')}
      explained={t('attention.dismiss.explained')}
      notes={t('attention.dismissNotes.elsewhere', { returnObjects: true })}
      operator={operator}
      confirm={t('attention.dismiss.confirm')}
      busy={t('attention.dismiss.busy')}
      onDecide={(decision) =>
        askPermitted('review.decideStray', { paymentId, saleNumber: null, ...decision }, t('people.wishes.dismiss'))
      }
      onDecided={() => {
        const what = t('attention.stray', { payment: paymentId });
        onDecided({ words: t('attention.dismiss.done', { what }), sale: null });
        onBack();
      }}
      onBack={onBack}
    />
  );
}
