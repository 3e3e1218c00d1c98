import { useState } from 'react';
import { DecisionFields } from '../decision/DecisionFields';
import { useDecision, type Decision } from '../decision/use-decision';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import type { MinorUnits } from '../../shared/money';
import { amountSentence } from '../lib/amount-sentence';
import { parseAmount } from '../lib/parse-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';

interface CashFormProps {
  readonly direction: 'in' | 'out';
  readonly operator: string | null;
  readonly onMoved: () => void;
  readonly onBack: () => void;
}

/** How much goes into the drawer or out of it, why and by whom. Its slip comes by itself. */
export function CashForm({ direction, operator, onMoved, onBack }: CashFormProps) {
  const words = useWords();
  const { t, money, currency, locale, failure } = words;
  // Made before the first try: however often it is sent, it moves once.
  const [movementId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const draft = useDecision(operator);
  const move = useAction(({ by, note }: Decision, amount: MinorUnits) =>
    askPermitted(
      'shift.moveCash',
      { movementId, direction, amount, reason: note, by },
      t('people.permissions.cashMovement'),
    ),
  );
  const parsed = parseAmount(typed, currency, locale);
  const isIn = direction === 'in';
  const title = t(isIn ? 'shift.move.inTitle' : 'shift.move.outTitle');
  const submit = async () => {
    setTried(true);
    const decision = draft.check();
    if (!parsed.ok || !decision) return;
    if ((await move.run(decision, parsed.value))?.ok === true) onMoved();
  };
  return (
    <form
      className="shift-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{title}</h3>
      <Field
        className="shift-amount"
        label={t('shift.move.amount')}
        inputMode="decimal"
        maxLength={20}
        autoFocus
        data-first-focus
        value={typed}
        problem={tried && !parsed.ok ? amountSentence(parsed.error, words) : null}
        onChange={(event) => {
          setTyped(event.target.value);
          move.forget();
        }}
      />
      <DecisionFields
        permission="cashMovement"
        draft={draft}
        notes={t(isIn ? 'shift.move.inReasons' : 'shift.move.outReasons', { returnObjects: true })}
        first={false}
      />
      <div className="decision-answers modal-foot">
        {move.failure && <Trouble {...failure(move.failure)} />}
        <Button look="main" size="large" type="submit" disabled={move.busy}>
          {move.busy
            ? t('shift.move.busy')
            : parsed.ok
              ? t(isIn ? 'shift.move.confirmIn' : 'shift.move.confirmOut', { amount: money(parsed.value) })
              : t('shift.move.confirmPlain')}
        </Button>
        <Button size="large" onClick={onBack}>
          {t('decision.back')}
        </Button>
      </div>
    </form>
  );
}
