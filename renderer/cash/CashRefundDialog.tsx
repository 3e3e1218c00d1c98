import { useState } from 'react';
import type { CashRounding } from '../../shared/cash/cash-rounding';
import type { MinorUnits } from '../../shared/money';
import type { Snapshot } from '../../shared/snapshot';
import { DecisionFields } from '../decision/DecisionFields';
import { useDecision, type Decision } from '../decision/use-decision';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { worthOf, type CashRefundTarget } from '../lib/cash-refund-target';
import { refundAmount } from '../lib/refund-amount';
import { saleNumber } from '../lib/sale-number';
import { typedAmount } from '../lib/typed-amount';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { LinesThatComeBack } from '../refund/LinesThatComeBack';
import { RefundAmountField } from '../refund/RefundAmountField';
import { dialogs } from '../till/stores';
import '../refund/RefundDialog.css';

interface CashRefundDialogProps {
  readonly target: CashRefundTarget;
  readonly snapshot: Snapshot;
}

/** Gives cash back: which lines or how much, why and who. It is done when the till says so; the drawer opens. */
export function CashRefundDialog({ target, snapshot }: CashRefundDialogProps) {
  const { t, money } = useWords();
  const [done, setDone] = useState<MinorUnits | null>(null);
  const { closeCashRefund } = dialogs.getState();
  return (
    <Modal title={t('cash.refund.title')} width="narrow" onClose={closeCashRefund}>
      <p className="refund-sale">
        {t('cash.refund.sale', { sale: saleNumber(target.number), total: money(target.total) })}
      </p>
      {done === null ? (
        <CashRefundForm
          target={target}
          operator={snapshot.operator}
          rounding={snapshot.cash.rounding}
          onDone={setDone}
          onBack={closeCashRefund}
        />
      ) : (
        <div className="refund-asked">
          <p role="status">{t('cash.refund.done', { amount: money(done) })}</p>
          <Button size="large" autoFocus onClick={closeCashRefund}>
            {t('app.close')}
          </Button>
        </div>
      )}
    </Modal>
  );
}

interface CashRefundFormProps {
  readonly target: CashRefundTarget;
  readonly operator: string | null;
  readonly rounding: CashRounding;
  readonly onDone: (amount: MinorUnits) => void;
  readonly onBack: () => void;
}

function CashRefundForm({ target, operator, rounding, onDone, onBack }: CashRefundFormProps) {
  const words = useWords();
  const { t, money, currency, locale, failure } = words;
  const { left } = target;
  // Made before the first try: however often the same wish is sent, it is one.
  const [refundId] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [typed, setTyped] = useState(() => typedAmount(left, currency, locale));
  const [tried, setTried] = useState(false);
  const draft = useDecision(operator);
  const request = useAction(({ by, note }: Decision, amount: MinorUnits) =>
    askPermitted(
      'cash.refund',
      { refundId, saleId: target.saleId, amount, lines: [...chosen], by, note },
      t('people.permissions.refund'),
    ),
  );

  const amount = refundAmount(typed, left, words);
  const choose = (next: ReadonlySet<number>) => {
    setChosen(next);
    setTyped(typedAmount(next.size === 0 ? left : worthOf(next, target, rounding), currency, locale));
    request.forget();
  };
  const submit = async () => {
    setTried(true);
    const decision = draft.check();
    if (!amount.ok || !decision) return;
    const reply = await request.run(decision, amount.value);
    if (reply?.ok === true) onDone(amount.value);
  };

  return (
    <form
      className="refund-form"
      aria-label={t('cash.refund.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>
        {t('cash.refund.explained')} {t('cash.refund.left', { left: money(left) })}
      </p>
      <LinesThatComeBack goods={target} left={left} chosen={chosen} onChoose={choose} />
      <RefundAmountField
        label={t('cash.refund.amount')}
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
          {amount.ok ? t('cash.refund.confirm', { amount: money(amount.value) }) : t('cash.refund.confirmPlain')}
        </Button>
        <Button size="large" hotkey={t('sale.keys.escape')} onClick={onBack}>
          {t('refund.no')}
        </Button>
      </div>
    </form>
  );
}
