import type { ClosedShiftView } from '../../shared/shift/shift-view';
import type { Tally } from '../../shared/shift/shift';
import { useState } from 'react';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { FactList, type Fact } from '../parts/FactList';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { Difference } from './Difference';
import { MovementList } from './MovementList';
import { ReconciliationPart } from './ReconciliationPart';

interface ClosedShiftDetailsProps {
  readonly closed: ClosedShiftView;
  readonly onChanged: () => void;
}

/** A closed shift as it was frozen, and how its QR money compares with Mercado Pago's list. */
export function ClosedShiftDetails({ closed, onChanged }: ClosedShiftDetailsProps) {
  const { t, money, failure } = useWords();
  const { shift, movements, reconciliation } = closed;
  const { figures, counted, difference, note } = shift.closing;
  const [reprinted, setReprinted] = useState(false);
  const reprint = useAction(() => ask('shift.reprint', { shiftId: shift.id }));
  const tally = (label: string, { count, total }: Tally): Fact => ({
    label,
    value: t('shift.tally', { count, total: money(total) }),
  });
  const ifAny = (label: string, value: Tally): Fact[] => (value.count === 0 ? [] : [tally(label, value)]);
  const earlier = shift.counts.slice(0, -1).map((count) => money(count.counted));
  return (
    <div className="shift-columns">
      <section className="shift-stands">
        <Difference counted={counted} expected={figures.expected} difference={difference} />
        <FactList
          facts={[
            { label: t('shift.float'), value: money(figures.float) },
            ...ifAny(t('shift.cashSales'), figures.cashSales),
            ...ifAny(t('shift.cashRefunds'), figures.cashRefunds),
            ...ifAny(t('shift.cashIn'), figures.cashIn),
            ...ifAny(t('shift.cashOut'), figures.cashOut),
            ...(earlier.length === 0 ? [] : [{ label: t('shift.closed.earlierCounts'), value: earlier.join(' · ') }]),
            ...(note === null ? [] : [{ label: t('shift.closed.note'), value: note }]),
          ]}
        />
        <MovementList movements={movements} canPrint={false} />
      </section>
      <section className="shift-stands">
        <FactList
          facts={[
            tally(t('shift.qrSales'), figures.qrSales),
            ...ifAny(t('shift.qrRefunds'), figures.qrRefunds),
            ...ifAny(t('shift.qrReturned'), figures.qrReturned),
          ]}
        />
        <ReconciliationPart shiftId={shift.id} reconciliation={reconciliation} onChanged={onChanged} />
        {reprint.failure && <Trouble {...failure(reprint.failure)} />}
        <Button
          size="large"
          disabled={reprint.busy}
          onClick={() => {
            void reprint.run().then((reply) => {
              setReprinted(reply?.ok === true);
            });
          }}
        >
          {t('shift.closed.reprint')}
        </Button>
        {reprinted && <p role="status">{t('shift.closed.reprinted')}</p>}
      </section>
    </div>
  );
}
