import { dueOf } from '../../shared/checkout/attempt';
import type { CheckoutState } from '../../shared/checkout/state';
import type { ChargeRecord, RefundSnapshot, Snapshot } from '../../shared/snapshot';
import { moneyFacts } from '../attention/AttentionFacts';
import { useWords } from '../hooks/use-words';
import { cashRefundTarget } from '../lib/cash-refund-target';
import { moneyOf } from '../lib/money-of';
import { isUnderWay, refundTarget } from '../lib/refund-target';
import { reviewSentence } from '../lib/review-sentence';
import { Button } from '../parts/Button';
import { FactList, type Fact } from '../parts/FactList';
import { Money } from '../parts/Money';
import { RefundNews } from '../refund/RefundNews';
import { TicketFatePanel } from '../result/TicketFatePanel';
import { chargePaper } from '../till/papers';
import { dialogs } from '../till/stores';
import { CashGivenBack, GiveCashBack, SaleLines } from './CashSaleDetails';

interface SaleDetailsProps {
  readonly record: ChargeRecord;
  readonly snapshot: Snapshot;
}

/** One sale: what was sold, its money, its ticket, and what was given back. */
export function SaleDetails({ record: { state, refunds, cashRefunds }, snapshot }: SaleDetailsProps) {
  const words = useWords();
  const { t } = words;
  const { checkoutId, sale, cash } = state.attempt;
  const question = reviewSentence(state, words);
  return (
    <div className="sale-details">
      <div className="sale-details-left">
        {question && (
          <div className="news-line" data-tone="attention">
            <p>
              <strong>{question.what}</strong> {question.todo}
            </p>
            <Button
              onClick={() => {
                dialogs.getState().open({ kind: 'review', caseId: checkoutId });
              }}
            >
              {t('result.review')}
            </Button>
          </div>
        )}
        {state.kind === 'paid' && (
          <TicketFatePanel paper={chargePaper(checkoutId)} fate={state.ticket} blocks={false} />
        )}
        {newest(refunds, snapshot).map(({ refund, fresh }) => (
          <RefundNews key={refund.state.refund.id} refund={refund} acknowledges={fresh} />
        ))}
        <GiveBack state={state} refunds={refunds} cashRefunds={cashRefunds} />
        <CashGivenBack refunds={cashRefunds} />
        {state.kind === 'paid' && cash !== undefined && (
          <GiveCashBack
            target={cashRefundTarget(
              { sale, paid: cash },
              cashRefunds,
              refunds.map((refund) => refund.state),
            )}
          />
        )}
        <SaleLines number={sale.number} lines={sale.lines} />
      </div>
      <SaleFacts state={state} />
    </div>
  );
}

function GiveBack({ state, refunds, cashRefunds }: Pick<ChargeRecord, 'state' | 'refunds' | 'cashRefunds'>) {
  const { t } = useWords();
  const money = moneyOf(state);
  if (!money) return null;
  const target = refundTarget(state, refunds, cashRefunds);
  if (!target) {
    return <p className="sale-todo">{t(refunds.some(isUnderWay) ? 'sales.refundUnderWay' : 'sales.nothingLeft')}</p>;
  }
  return (
    <div>
      <Button
        onClick={() => {
          dialogs.getState().refund(target);
        }}
      >
        {t('sales.refund')}
      </Button>
    </div>
  );
}

function SaleFacts({ state }: { readonly state: CheckoutState }) {
  const { t, money: amountOf, moment } = useWords();
  const { sale, cash, register, reference, createdAt } = state.attempt;
  const money = moneyOf(state);
  const when: Fact =
    state.kind === 'paid'
      ? { label: t('sales.paidAt'), value: moment(state.paidAt) }
      : { label: t('sales.startedAt'), value: moment(createdAt) };
  const facts: readonly Fact[] = [
    when,
    { label: t('attention.facts.total'), value: <Money amount={sale.total} /> },
    ...(cash === undefined
      ? state.kind === 'paid'
        ? [{ label: t('sales.how'), value: t('sales.howQr') }]
        : []
      : [
          {
            label: t('sales.how'),
            value: t('sales.howBoth', { cash: amountOf(cash), due: amountOf(dueOf(state.attempt)) }),
          },
        ]),
    ...(money ? moneyFacts(money, t) : []),
    { label: t('attention.facts.register'), value: register.name },
    { label: t('attention.facts.reference'), value: reference, look: 'exact' },
  ];
  return <FactList facts={facts} />;
}

/** A refund whose news nobody has acknowledged is in the snapshot, and newer there. */
function newest(
  refunds: readonly RefundSnapshot[],
  snapshot: Snapshot,
): readonly { readonly refund: RefundSnapshot; readonly fresh: boolean }[] {
  return refunds.map((refund) => {
    const live = snapshot.refunds.find(({ state }) => state.refund.id === refund.state.refund.id);
    return { refund: live ?? refund, fresh: live !== undefined };
  });
}
