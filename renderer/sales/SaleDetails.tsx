import type { CheckoutState } from '../../shared/checkout/state';
import type { RefundSnapshot, SaleRecord, Snapshot } from '../../shared/snapshot';
import { moneyFacts } from '../attention/AttentionFacts';
import { useWords } from '../hooks/use-words';
import { moneyOf } from '../lib/money-of';
import { quantityWords } from '../lib/quantity-words';
import { isUnderWay, refundTarget } from '../lib/refund-target';
import { reviewSentence } from '../lib/review-sentence';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { FactList, type Fact } from '../parts/FactList';
import { Money } from '../parts/Money';
import { RefundNews } from '../refund/RefundNews';
import { TicketFatePanel } from '../result/TicketFatePanel';
import { dialogs } from '../till/stores';

interface SaleDetailsProps {
  readonly record: SaleRecord;
  readonly snapshot: Snapshot;
}

/** One sale: what was sold, its money, its ticket, and what was given back. */
export function SaleDetails({ record: { state, refunds }, snapshot }: SaleDetailsProps) {
  const words = useWords();
  const { t } = words;
  const { checkoutId, sale } = state.attempt;
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
        {state.kind === 'paid' && <TicketFatePanel checkoutId={checkoutId} fate={state.ticket} blocks={false} />}
        {newest(refunds, snapshot).map(({ refund, fresh }) => (
          <RefundNews key={refund.state.refund.id} refund={refund} acknowledges={fresh} />
        ))}
        <GiveBack state={state} refunds={refunds} />
        <ol className="sale-lines" aria-label={t('sales.lines', { sale: saleNumber(sale.number) })}>
          {sale.lines.map((line, index) => (
            <li key={`${index}-${line.name}`}>
              <span className="sale-lines-quantity">{quantityWords(line, words.locale)}</span>
              <span className="sale-lines-name">{line.name}</span>
              <Money amount={line.total} />
            </li>
          ))}
        </ol>
      </div>
      <SaleFacts state={state} />
    </div>
  );
}

function GiveBack({ state, refunds }: SaleRecord) {
  const { t } = useWords();
  const money = moneyOf(state);
  if (!money) return null;
  const target = refundTarget(state, refunds);
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
  const { t, moment } = useWords();
  const { sale, register, reference, createdAt } = state.attempt;
  const money = moneyOf(state);
  const when: Fact =
    state.kind === 'paid'
      ? { label: t('sales.paidAt'), value: moment(state.paidAt) }
      : { label: t('sales.startedAt'), value: moment(createdAt) };
  const facts: readonly Fact[] = [
    when,
    { label: t('attention.facts.total'), value: <Money amount={sale.total} /> },
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
