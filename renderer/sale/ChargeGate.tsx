import { CalendarClock, HardDrive, MonitorOff } from 'lucide-react';
import { useState } from 'react';
import { hotkeys } from '../../shared/hotkeys';
import { mayBeginCharge, type LeaseStatus } from '../../shared/lease';
import type { Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { formatBytes } from '../lib/format-bytes';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { dialogs } from '../till/stores';
import './ChargeGate.css';

type Gate = Pick<Snapshot, 'lease' | 'disk' | 'shift'>;

/** Whether a charge may begin here and now. Main decides; this only keeps a key from being offered that it would refuse. */
export function isGateOpen({ lease, disk, shift }: Gate): boolean {
  return mayBeginCharge(lease) && disk.state !== 'full' && !isShiftMissing(shift);
}

/** In the place of the pay key while no charge may begin: why, and what to do. Goes away with its cause. */
export function ChargeGate({ lease, disk, shift }: Gate) {
  if (disk.state === 'full') return <DiskFull freeBytes={disk.freeBytes} />;
  if (isShiftMissing(shift)) return <ShiftMissing />;
  return lease.state === 'elsewhere' ? <Elsewhere lease={lease} /> : null;
}

function isShiftMissing({ required, open }: Gate['shift']): boolean {
  return required && open === null;
}

function ShiftMissing() {
  const { t } = useWords();
  return (
    <section className="gate" data-tone="attention" role="alert" aria-label={t('shift.title')}>
      <h2>
        <CalendarClock aria-hidden="true" size={28} strokeWidth={1.75} />
        {t('shift.required')}
      </h2>
      <p>{t('shift.requiredTodo')}</p>
      <Button
        hotkey={hotkeys.shift}
        aria-keyshortcuts="Control+T"
        aria-haspopup="dialog"
        onClick={() => {
          dialogs.getState().open({ kind: 'shift', page: 'overview' });
        }}
      >
        {t('shift.open')}
      </Button>
    </section>
  );
}

function DiskFull({ freeBytes }: { readonly freeBytes: number }) {
  const { t, locale } = useWords();
  return (
    <section className="gate" data-tone="refused" role="alert" aria-label={t('disk.region')}>
      <h2>
        <HardDrive aria-hidden="true" size={28} strokeWidth={1.75} />
        {t('disk.full')}
      </h2>
      <p>{t('disk.fullTodo', { free: formatBytes(freeBytes, locale) })}</p>
      <p>{t('disk.fullAfter')}</p>
    </section>
  );
}

function Elsewhere({ lease }: { readonly lease: Extract<LeaseStatus, { state: 'elsewhere' }> }) {
  const { t, moment, failure } = useWords();
  const [asking, setAsking] = useState(false);
  const takeOver = useAction(() => askPermitted('lease.takeOver', {}, t('people.wishes.takeOver')));
  const holder = lease.holder === '' ? t('lease.nameless') : lease.holder;
  return (
    <section className="gate" data-tone="attention" role="alert" aria-label={t('lease.region')}>
      <h2>
        <MonitorOff aria-hidden="true" size={28} strokeWidth={1.75} />
        {t('lease.what', { holder, when: moment(lease.since) })}
      </h2>
      <p>{t('lease.todo')}</p>
      {takeOver.failure && <Trouble {...failure(takeOver.failure)} />}
      {asking ? (
        <InlineConfirm
          question={t('lease.question')}
          explained={t('lease.explained', { holder })}
          yes={t('lease.yes')}
          no={t('lease.no')}
          onYes={() => {
            setAsking(false);
            void takeOver.run();
          }}
          onNo={() => {
            setAsking(false);
          }}
        />
      ) : (
        <Button
          disabled={takeOver.busy}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t(takeOver.busy ? 'lease.taking' : 'lease.takeOver')}
        </Button>
      )}
    </section>
  );
}
