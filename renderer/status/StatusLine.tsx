import {
  CalendarClock,
  Clock,
  CreditCard,
  HardDrive,
  MonitorCheck,
  Printer,
  RadioTower,
  UserRound,
} from 'lucide-react';
import { hotkeys } from '../../shared/hotkeys';
import type { Snapshot } from '../../shared/snapshot';
import { useNow } from '../hooks/use-now';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { ask } from '../till/bridge';
import { StatusItem } from './StatusItem';
import { dialogs } from '../till/stores';
import {
  clockStatus,
  diskStatus,
  gatewayStatus,
  operatorStatus,
  printerStatus,
  registerStatus,
  relayStatus,
  shiftStatus,
} from './status-of';
import './StatusLine.css';

const icon = { 'aria-hidden': true, size: 20, strokeWidth: 1.75 } as const;

/** The bottom line: what this till depends on, each in a word. */
export function StatusLine({ snapshot, locked }: { readonly snapshot: Snapshot; readonly locked: boolean }) {
  const words = useWords();
  const { t, time } = words;
  const now = useNow(10_000);
  // Nobody leaves a charge half way.
  const mayLeave = snapshot.checkout === null && !locked;
  const operator = operatorStatus(snapshot, words);
  const disk = diskStatus(snapshot, words);
  const shift = shiftStatus(snapshot, words);
  return (
    <footer className="status" aria-label={t('status.region')}>
      <StatusItem
        name={t('charge.register')}
        status={registerStatus(snapshot, words)}
        icon={<MonitorCheck {...icon} />}
        leadsToSetup={mayLeave}
      />
      {shift && (
        <StatusItem
          name={t('shift.status.name')}
          status={shift}
          icon={<CalendarClock {...icon} />}
          leadsToSetup={false}
          {...(mayLeave && {
            action: {
              words: t(snapshot.shift.open ? 'shift.status.see' : 'shift.open'),
              hotkey: hotkeys.shift,
              keys: 'Control+T',
              run: () => {
                dialogs.getState().open({ kind: 'shift', page: 'overview' });
              },
            },
          })}
        />
      )}
      {operator && (
        <StatusItem
          name={t('people.status.name')}
          status={operator}
          icon={<UserRound {...icon} />}
          leadsToSetup={false}
        >
          <Button
            hotkey={hotkeys.lock}
            aria-keyshortcuts="Control+L"
            onClick={() => {
              void ask('people.lock');
            }}
          >
            {t('people.lock.change')}
          </Button>
        </StatusItem>
      )}
      <StatusItem
        name={t('status.relay.name')}
        status={relayStatus(snapshot, words)}
        icon={<RadioTower {...icon} />}
        leadsToSetup={mayLeave}
      />
      <StatusItem
        name={t('status.gateway.name')}
        status={gatewayStatus(snapshot, words)}
        icon={<CreditCard {...icon} />}
        leadsToSetup={false}
      />
      <StatusItem
        name={t('status.printer.name')}
        status={printerStatus(snapshot, words)}
        icon={<Printer {...icon} />}
        leadsToSetup={mayLeave}
      />
      {disk && (
        <StatusItem name={t('status.disk.name')} status={disk} icon={<HardDrive {...icon} />} leadsToSetup={false} />
      )}
      <StatusItem
        name={t('status.clock.name')}
        status={{ ...clockStatus(snapshot, words), word: time(now) }}
        icon={<Clock {...icon} />}
        leadsToSetup={false}
      />
    </footer>
  );
}
