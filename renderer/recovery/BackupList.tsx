import { useId, useState } from 'react';
import type { BackupChoice } from '../../shared/recovery';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { backupDate } from './backup-date';
import './BackupList.css';

interface BackupListProps {
  readonly backups: readonly BackupChoice[];
  readonly recommended: string | null;
  /** One of the ways is being gone. */
  readonly busy: boolean;
  readonly onRestore: (name: string) => void;
}

/** Every copy, newest first, with what is known of it. */
export function BackupList({ backups, recommended, busy, onRestore }: BackupListProps) {
  const { t } = useWords();
  const titleId = useId();
  return (
    <section className="backups" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('recovery.backups')}</h2>
      <p className="backups-news" role="status">
        {busy ? t('recovery.restoring') : newsOf(backups, t)}
      </p>
      <ul>
        {backups.map((backup) => (
          <BackupRow
            key={backup.name}
            backup={backup}
            recommended={backup.name === recommended}
            busy={busy}
            onRestore={onRestore}
          />
        ))}
      </ul>
    </section>
  );
}

interface BackupRowProps extends Omit<BackupListProps, 'backups' | 'recommended'> {
  readonly backup: BackupChoice;
  readonly recommended: boolean;
}

function BackupRow({ backup, recommended, busy, onRestore }: BackupRowProps) {
  const { t, locale } = useWords();
  const [asking, setAsking] = useState(false);
  const { name, madeAt, state } = backup;
  const when = backupDate(madeAt, locale, new Date());
  const ask = (whether: boolean) => () => {
    setAsking(whether);
  };
  return (
    <li data-state={state.kind} data-recommended={recommended}>
      <div className="backup">
        <span className="backup-when">{when}</span>
        <span className="backup-state">
          {state.kind === 'good' ? t('recovery.sales', { count: state.sales }) : t(`recovery.${state.kind}`)}
        </span>
        <span className="backup-advice">{recommended && t('recovery.recommended')}</span>
        {state.kind === 'good' && !asking && (
          <Button
            look={recommended ? 'main' : 'quiet'}
            aria-label={t('recovery.restoreOf', { when })}
            disabled={busy}
            onClick={ask(true)}
          >
            {t('recovery.restore')}
          </Button>
        )}
      </div>
      {asking && (
        <InlineConfirm
          question={t('recovery.question', { when })}
          explained={t('recovery.explained')}
          yes={t('recovery.yes')}
          no={t('recovery.no')}
          busy={busy}
          onYes={() => {
            setAsking(false);
            onRestore(name);
          }}
          onNo={ask(false)}
        />
      )}
    </li>
  );
}

/** What the list as a whole says. */
function newsOf(backups: readonly BackupChoice[], t: ReturnType<typeof useWords>['t']): string {
  if (backups.length === 0) return t('recovery.noBackups');
  if (backups.some(({ state }) => state.kind === 'waiting')) return t('recovery.examining');
  return backups.some(({ state }) => state.kind === 'good') ? '' : t('recovery.noGoodBackup');
}
