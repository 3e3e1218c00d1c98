import { ArrowDownToLine, ArrowUpFromLine, CalendarCheck, History, Printer } from 'lucide-react';
import type { PrintOutcome } from '../../shared/printer';
import { sum } from '../../shared/money';
import type { OpenShiftView } from '../../shared/shift/shift-view';
import type { Snapshot } from '../../shared/snapshot';
import { useState } from 'react';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { FactList } from '../parts/FactList';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import type { ShiftPage } from '../till/dialogs-store';
import { MovementList } from './MovementList';

interface ShiftOverviewProps {
  readonly open: OpenShiftView;
  readonly snapshot: Snapshot;
  readonly onGo: (page: ShiftPage) => void;
}

const icon = { 'aria-hidden': true, size: 22, strokeWidth: 1.75 } as const;

/** How the open shift stands, without what would spoil its count, and what can be done with it. */
export function ShiftOverview({ open, snapshot, onGo }: ShiftOverviewProps) {
  const { t, money, moment } = useWords();
  const { opening, movements, qrSales, qrRefunds } = open;
  const total = (direction: 'in' | 'out') =>
    money(sum(movements.filter((each) => each.direction === direction).map(({ amount }) => amount)));
  return (
    <div className="shift-columns">
      <section className="shift-stands">
        <p>{t('shift.since', { by: opening.by, when: moment(opening.at) })}</p>
        <FactList
          facts={[
            { label: t('shift.float'), value: money(opening.float) },
            { label: t('shift.cashIn'), value: total('in') },
            { label: t('shift.cashOut'), value: total('out') },
            {
              label: t('shift.qrSales'),
              value: t('shift.tally', { count: qrSales.count, total: money(qrSales.total) }),
            },
            {
              label: t('shift.qrRefunds'),
              value: t('shift.tally', { count: qrRefunds.count, total: money(qrRefunds.total) }),
            },
          ]}
        />
        <p className="shift-blind">{t('shift.blind')}</p>
        <MovementList movements={movements} canPrint={snapshot.setup.printer !== null} />
      </section>
      <div className="shift-actions" role="group" aria-label={t('shift.actions')}>
        <Button
          size="large"
          icon={<ArrowDownToLine {...icon} />}
          data-first-focus
          autoFocus
          onClick={() => {
            onGo('cashIn');
          }}
        >
          {t('shift.moveIn')}
        </Button>
        <Button
          size="large"
          icon={<ArrowUpFromLine {...icon} />}
          onClick={() => {
            onGo('cashOut');
          }}
        >
          {t('shift.moveOut')}
        </Button>
        <PrintX />
        <Button
          size="large"
          icon={<History {...icon} />}
          onClick={() => {
            onGo('earlier');
          }}
        >
          {t('shift.earlier')}
        </Button>
        <Button
          look="main"
          size="large"
          icon={<CalendarCheck {...icon} />}
          onClick={() => {
            onGo('closing');
          }}
        >
          {t('shift.close')}
        </Button>
      </div>
    </div>
  );
}

function PrintX() {
  const { t, failure } = useWords();
  const [outcome, setOutcome] = useState<PrintOutcome | null>(null);
  const print = useAction(() => ask('shift.printX'));
  const run = async () => {
    setOutcome(null);
    const reply = await print.run();
    if (reply?.ok === true) setOutcome(reply.value);
  };
  return (
    <>
      <Button size="large" icon={<Printer {...icon} />} disabled={print.busy} onClick={() => void run()}>
        {t(print.busy ? 'shift.printingX' : 'shift.printX')}
      </Button>
      {print.failure && <Trouble {...failure(print.failure)} />}
      {outcome?.kind === 'printed' && <p role="status">{t('shift.printedX')}</p>}
      {outcome && outcome.kind !== 'printed' && (
        <Trouble
          what={t(`printerTroubles.${outcome.trouble}.what`)}
          todo={t(`printerTroubles.${outcome.trouble}.todo`)}
        />
      )}
    </>
  );
}
