import { useState } from 'react';
import type { MinorUnits } from '../../shared/money';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { DecisionFields } from '../decision/DecisionFields';
import { useDecision, type Decision } from '../decision/use-decision';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { amountSentence } from '../lib/amount-sentence';
import { parseAmount } from '../lib/parse-amount';
import { suggestedAmount, type RefundTarget } from '../lib/refund-target';
import { typedAmount } from '../lib/typed-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { LinesThatComeBack } from './LinesThatComeBack';

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
  const parsed = parseAmount(typed, currency, locale);
  const problem: Sentence | null = !parsed.ok
    ? amountSentence(parsed.error, words)
    : parsed.value > left
      ? { what: t('refund.tooMuch.what', { left: money(left) }), todo: t('refund.tooMuch.todo') }
      : null;
  const choose = (id: string, most: MinorUnits) => {
    setPaymentId(id);
    setTyped(suggest(most));
    request.forget();
  };
  const submit = async () => {
    setTried(true);
    const decision = draft.check();
    if (!parsed.ok || problem || !decision) return;
    const reply = await request.run(decision, parsed.value);
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
          chosen={chosen}
          onChoose={(lines) => {
            setChosen(lines);
            setTyped(suggest(left, lines));
            request.forget();
          }}
        />
      )}
      <div className="refund-amount">
        <Field
          label={t('refund.amount')}
          inputMode="decimal"
          maxLength={20}
          data-first-focus
          value={typed}
          problem={problem && (tried || (parsed.ok && parsed.value > left)) ? problem : null}
          onFocus={(event) => {
            event.target.select();
          }}
          onChange={(event) => {
            setTyped(event.target.value);
            request.forget();
          }}
        />
        <Button
          onClick={() => {
            // All that is left is for everything, whatever was marked.
            setChosen(new Set());
            setTyped(typedAmount(left, currency, locale));
          }}
        >
          {t('refund.all', { left: money(left) })}
        </Button>
      </div>
      <DecisionFields draft={draft} notes={t('refund.notes', { returnObjects: true })} first={false} />
      <div className="decision-answers modal-foot">
        {request.failure && <Trouble {...failure(request.failure)} />}
        <Button look="main" size="large" type="submit" disabled={request.busy}>
          {request.busy
            ? t('refund.busy')
            : parsed.ok && !problem
              ? t('refund.confirm', { amount: money(parsed.value) })
              : t('refund.confirmPlain')}
        </Button>
        <Button size="large" hotkey={t('sale.keys.escape')} onClick={onBack}>
          {t('refund.no')}
        </Button>
      </div>
    </form>
  );
}
