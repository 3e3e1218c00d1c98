import { useState } from 'react';
import type { MinorUnits } from '../../shared/money';
import { DecisionFields } from '../decision/DecisionFields';
import { useDecision, type Decision } from '../decision/use-decision';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { refundAmount } from '../lib/refund-amount';
import { suggestedAmount, type RefundTarget } from '../lib/refund-target';
import { typedAmount } from '../lib/typed-amount';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { LinesThatComeBack } from './LinesThatComeBack';
import { RefundAmountField } from './RefundAmountField';

interface RefundFormProps {
  readonly target: RefundTarget;
  readonly refundId: string;
  readonly operator: string | null;
  readonly onAsked: () => void;
  readonly onBack: () => void;
}

/** Of which payment, for what, how much, why and who. More than what is left is refused here, before anybody is asked. */
export function RefundForm({ target, refundId, operator, onAsked, onBack }: RefundFormProps) {
  const words = useWords();
  const { t, money, currency, locale, failure } = words;
  const likeliest = target.payments[0];
  const [paymentId, setPaymentId] = useState(likeliest?.id ?? '');
  const payment = target.payments.find(({ id }) => id === paymentId) ?? likeliest;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const suggest = (most: MinorUnits, lines = chosen) =>
    typedAmount(suggestedAmount(target, most, lines), currency, locale);
  const [typed, setTyped] = useState(() => (likeliest ? suggest(likeliest.left) : ''));
  const [tried, setTried] = useState(false);
  const draft = useDecision(operator);
  const request = useAction(({ by, note }: Decision, amount: MinorUnits) =>
    askPermitted(
      'refund.request',
      { refundId, checkoutId: target.checkoutId, paymentId: payment?.id ?? '', amount, lines: [...chosen], by, note },
      t('people.wishes.refund', { amount: money(amount) }),
    ),
  );
  if (!payment) return null;

  const { left } = payment;
  const amount = refundAmount(typed, left, words);
  const choose = (id: string, most: MinorUnits) => {
    setPaymentId(id);
    setTyped(suggest(most));
    request.forget();
  };
  const submit = async () => {
    setTried(true);
    const decision = draft.check();
    if (!amount.ok || !decision) return;
    const reply = await request.run(decision, amount.value);
    if (reply?.ok === true) onAsked();
  };

  return (
    <form
      className="refund-form"
      aria-label={t('refund.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{t('refund.explained')}</p>
      {target.payments.length === 1 ? (
        <p className="selectable">{t('refund.onlyPayment', { payment: payment.id, left: money(left) })}</p>
      ) : (
        <fieldset className="refund-payments">
          <legend>{t('refund.payments')}</legend>
          {target.payments.map((each) => (
            <label key={each.id}>
              <input
                type="radio"
                name="payment"
                checked={each.id === payment.id}
                onChange={() => {
                  choose(each.id, each.left);
                }}
              />
              {t('refund.left', { payment: each.id, left: money(each.left) })}
            </label>
          ))}
        </fieldset>
      )}
      {target.goods && (
        <LinesThatComeBack
          goods={target.goods}
          left={left}
          chosen={chosen}
          onChoose={(lines) => {
            setChosen(lines);
            setTyped(suggest(left, lines));
            request.forget();
          }}
        />
      )}
      <RefundAmountField
        label={t('refund.amount')}
        typed={typed}
        amount={amount}
        left={left}
        tried={tried}
        onType={(text) => {
          setTyped(text);
          request.forget();
        }}
        onAll={() => {
          // All that is left is for everything, whatever was marked.
          setChosen(new Set());
          setTyped(typedAmount(left, currency, locale));
          request.forget();
        }}
      />
      <DecisionFields draft={draft} notes={t('refund.notes', { returnObjects: true })} first={false} />
      <div className="decision-answers modal-foot">
        {request.failure && <Trouble {...failure(request.failure)} />}
        <Button look="main" size="large" type="submit" disabled={request.busy}>
          {request.busy
            ? t('refund.busy')
            : amount.ok
              ? t('refund.confirm', { amount: money(amount.value) })
              : t('refund.confirmPlain')}
        </Button>
        <Button size="large" hotkey={t('sale.keys.escape')} onClick={onBack}>
          {t('refund.no')}
        </Button>
      </div>
    </form>
  );
}
