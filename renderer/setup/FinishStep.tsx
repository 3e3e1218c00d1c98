import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { hotkeys } from '../../shared/hotkeys';
import type { Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { leaveSetup } from '../people/open-setup';
import { gatewayStatus, printerStatus, relayStatus, type Status, type StatusTone } from '../status/status-of';
import { isUsable } from '../till/usable';

const icons = {
  fine: CircleCheck,
  pending: CircleDashed,
  absent: CircleDashed,
  attention: TriangleAlert,
  broken: TriangleAlert,
} as const satisfies Record<StatusTone, unknown>;

/** Everything as it is at this moment, each with what to do about it. */
export function FinishStep({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords();
  const { t } = words;
  const { setup } = snapshot;
  const { account, register } = setup;
  const rows: readonly (readonly [name: string, status: Omit<Status, 'since'>])[] = [
    [
      t('setup.account.name'),
      account
        ? {
            tone: account.kind === 'test' ? 'attention' : 'fine',
            word: account.nickname,
            explained: [account.kind ? t(`setup.account.kinds.${account.kind}`) : t(`setup.countries.${account.site}`)],
          }
        : { tone: 'attention', word: t('setup.needed'), explained: [t('setup.finish.accountTodo')] },
    ],
    [
      t('setup.register.name'),
      register
        ? { tone: 'fine', word: register.name, explained: [register.storeName] }
        : { tone: 'attention', word: t('setup.needed'), explained: [t('setup.finish.registerTodo')] },
    ],
    ['Mercado Pago', gatewayStatus(snapshot, words)],
    [t('setup.relay.name'), relayStatus(snapshot, words)],
    [t('setup.printer.name'), printerStatus(snapshot, words)],
  ];
  return (
    <div className="setup-form">
      <ul className="setup-checks">
        {rows.map(([name, { tone, word, explained }]) => {
          const Icon = icons[tone];
          return (
            <li key={name} data-tone={tone}>
              <Icon aria-hidden="true" size={22} />
              <span className="setup-checks-name">{name}</span>
              <span>
                <strong>{word}</strong> <small>{explained.join(' ')}</small>
              </span>
            </li>
          );
        })}
      </ul>
      <div className="setup-actions">
        <Button look="main" size="large" hotkey={hotkeys.setup} disabled={!isUsable(setup)} onClick={leaveSetup}>
          {t('setup.finish.sell')}
        </Button>
      </div>
      <p className="setup-explained">{t('setup.finish.later')}</p>
    </div>
  );
}
