import { assertNever } from '../../shared/errors';
import type { Finding, Reconciliation } from '../../shared/shift/reconciliation';
import { useAction } from '../hooks/use-action';
import { useWords, type Words } from '../hooks/use-words';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { FactList } from '../parts/FactList';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';

interface ReconciliationPartProps {
  readonly shiftId: string;
  readonly reconciliation: Reconciliation | null;
  readonly onChanged: () => void;
}

/** What Mercado Pago's own list says about a closed shift; asked for again as often as somebody wants. */
export function ReconciliationPart({ shiftId, reconciliation, onChanged }: ReconciliationPartProps) {
  const { t, failure } = useWords();
  const compare = useAction(() => ask('shift.reconcile', { shiftId }));
  const run = async () => {
    if ((await compare.run())?.ok === true) onChanged();
  };
  return (
    <section className="reconciliation" aria-label={t('shift.reconciliation.title')}>
      <h3>{t('shift.reconciliation.title')}</h3>
      {reconciliation ? <Compared reconciliation={reconciliation} /> : <p>{t('shift.reconciliation.never')}</p>}
      {compare.failure && <Trouble {...failure(compare.failure)} />}
      <Button disabled={compare.busy} onClick={() => void run()}>
        {compare.busy
          ? t('shift.reconciliation.asking')
          : t(reconciliation ? 'shift.reconciliation.askAgain' : 'shift.reconciliation.ask')}
      </Button>
    </section>
  );
}

function Compared({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const words = useWords();
  const { t, money, moment } = words;
  const { at, findings, payments, received, givenBack, commission, net, untold, notOurs } = reconciliation;
  return (
    <>
      <p className="reconciliation-said" data-differs={findings.length === 0 ? undefined : ''} role="status">
        {findings.length === 0
          ? t('shift.reconciliation.agrees', { count: payments, total: money(received) })
          : t('shift.reconciliation.differs', { count: findings.length })}
      </p>
      {findings.length > 0 && (
        <ul className="findings selectable">
          {findings.map((finding, index) => (
            <li key={`${finding.paymentId}-${index}`}>{sentenceOf(finding, words)}</li>
          ))}
        </ul>
      )}
      <FactList
        facts={[
          { label: t('shift.reconciliation.received'), value: money(received) },
          ...(untold < payments
            ? [
                { label: t('shift.reconciliation.commission'), value: money(commission) },
                { label: t('shift.reconciliation.net'), value: money(net), look: 'sum' as const },
              ]
            : []),
          // Under the sum: what was credited does not change with what goes back later.
          { label: t('shift.reconciliation.givenBack'), value: money(givenBack) },
          ...(untold > 0 ? [{ label: t('shift.reconciliation.untold'), value: String(untold) }] : []),
        ]}
      />
      {notOurs.payments > 0 && (
        <p>{t('shift.reconciliation.notOurs', { count: notOurs.payments, total: money(notOurs.received) })}</p>
      )}
      <p className="shift-blind">{t('shift.reconciliation.at', { when: moment(at) })}</p>
    </>
  );
}

function sentenceOf(finding: Finding, { t, money }: Words): string {
  const { paymentId: payment, saleNumber: number } = finding;
  const sale = number === null ? t('shift.reconciliation.unknownSale') : saleNumber(number);
  switch (finding.kind) {
    case 'saleWithoutPayment':
    case 'paymentWithoutSale':
      return t(`shift.reconciliation.${finding.kind}`, { sale, payment, amount: money(finding.amount) });
    case 'amountDiffers':
    case 'refundDiffers': {
      const { ours, theirs } = finding;
      return t(`shift.reconciliation.${finding.kind}`, { sale, payment, ours: money(ours), theirs: money(theirs) });
    }
    default:
      return assertNever(finding);
  }
}
