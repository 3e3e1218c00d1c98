import type { CashRefund } from '../../shared/cash/cash-sale';
import type { SaleLine } from '../../shared/sale';
import type { CashRecord } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { cashRefundTarget, type CashRefundTarget } from '../lib/cash-refund-target';
import { quantityWords } from '../lib/quantity-words';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { FactList, type Fact } from '../parts/FactList';
import { Money } from '../parts/Money';
import { TicketFatePanel } from '../result/TicketFatePanel';
import { cashPaper, cashSlip } from '../till/papers';
import { dialogs } from '../till/stores';

/** A sale that was paid over the counter: its ticket, its money, and what went back. */
export function CashSaleDetails({ record: { sale: cashSale, cashRefunds } }: { readonly record: CashRecord }) {
  const { sale, due, ticket } = cashSale;
  return (
    <div className="sale-details">
      <div className="sale-details-left">
        <TicketFatePanel paper={cashPaper(sale.id)} fate={ticket} blocks={false} />
        <CashGivenBack refunds={cashRefunds} />
        <GiveCashBack target={cashRefundTarget({ sale, paid: due }, cashRefunds)} />
        <SaleLines number={sale.number} lines={sale.lines} />
      </div>
      <CashFacts record={cashSale} />
    </div>
  );
}

/** The way to give back what is left in the drawer of a sale. */
export function GiveCashBack({ target }: { readonly target: CashRefundTarget | null }) {
  const { t } = useWords();
  if (!target) return <p className="sale-todo">{t('sales.nothingLeft')}</p>;
  return (
    <div>
      <Button
        onClick={() => {
          dialogs.getState().refundCash(target);
        }}
      >
        {t('sales.refundCash')}
      </Button>
    </div>
  );
}

/** Each time that cash went back, with its slip. */
export function CashGivenBack({ refunds }: { readonly refunds: readonly CashRefund[] }) {
  const { t, money, moment } = useWords();
  return refunds.map(({ id, amount, decision, slip }) => (
    <div key={id} className="cash-given-back">
      <p>
        <strong>{t('cash.refund.history', { amount: money(amount) })}</strong>{' '}
        {t('cash.refund.decided', { note: decision.note, by: decision.by, when: moment(decision.at) })}
      </p>
      <TicketFatePanel paper={cashSlip(id)} fate={slip} blocks={false} />
    </div>
  ));
}

export function SaleLines({ number, lines }: { readonly number: number; readonly lines: readonly SaleLine[] }) {
  const { t, locale } = useWords();
  return (
    <ol className="sale-lines" aria-label={t('sales.lines', { sale: saleNumber(number) })}>
      {lines.map((line, index) => (
        <li key={`${index}-${line.name}`}>
          <span className="sale-lines-quantity">{quantityWords(line, locale)}</span>
          <span className="sale-lines-name">{line.name}</span>
          <Money amount={line.total} />
        </li>
      ))}
    </ol>
  );
}

function CashFacts({ record }: { readonly record: CashRecord['sale'] }) {
  const { t, money, moment } = useWords();
  const { sale, rounding, received, change, paidAt, registerName, by } = record;
  const facts: readonly Fact[] = [
    { label: t('sales.paidAt'), value: moment(paidAt) },
    { label: t('sales.how'), value: t('sales.howCash') },
    { label: t('attention.facts.total'), value: <Money amount={sale.total} /> },
    ...(rounding === 0 ? [] : [{ label: t('cash.rounding'), value: money(rounding) }]),
    { label: t('cash.result.received'), value: <Money amount={received} /> },
    { label: t('cash.result.change'), value: <Money amount={change} /> },
    { label: t('sales.by'), value: by },
    { label: t('attention.facts.register'), value: registerName },
  ];
  return <FactList facts={facts} />;
}
