import { DatabaseBackup } from 'lucide-react';
import { useWords } from '../hooks/use-words';
import { useAction } from '../hooks/use-action';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { BackupList } from './BackupList';
import { StartEmpty } from './StartEmpty';
import { useRecovery } from './use-recovery';
import './RecoveryScreen.css';

interface RecoveryScreenProps {
  /** The till has its data again. */
  readonly onRecovered: () => void;
}

/** In the place of the till while its data can't be used: what happened, what is kept, and how to go on. */
export default function RecoveryScreen({ onRecovered }: RecoveryScreenProps) {
  const { t, failure } = useWords();
  const { recovery, lookAgain } = useRecovery();
  // Without a name: with nothing, as on the first day.
  const goOn = useAction(async (name: string | null) => {
    const reply = await (name === null ? ask('recovery.startEmpty') : ask('recovery.restore', { name }));
    if (reply.ok) onRecovered();
    else lookAgain();
    return reply;
  });
  if (recovery === null) return <p className="opening">{t('app.loading')}</p>;
  const { fault, detail, backups, recommended, keptIn } = recovery;
  return (
    <main className="recovery" aria-label={t('recovery.region')}>
      <div className="recovery-head" role="alert">
        <DatabaseBackup aria-hidden="true" size={48} strokeWidth={1.5} />
        <div>
          <h1>{t(`recovery.titles.${fault}`)}</h1>
          <p>
            {t(`recovery.why.${fault}`)} {t('recovery.stopped')}
          </p>
        </div>
      </div>
      {goOn.failure && <Trouble {...failure(goOn.failure)} />}
      <BackupList
        backups={backups}
        recommended={recommended}
        busy={goOn.busy}
        onRestore={(name) => void goOn.run(name)}
      />
      <footer>
        <div className="recovery-facts selectable">
          <p>{t('recovery.kept', { folder: keptIn })}</p>
          <p>{t('recovery.support', { detail })}</p>
        </div>
        <StartEmpty busy={goOn.busy} onStartEmpty={() => void goOn.run(null)} />
        <Button disabled={goOn.busy} onClick={() => void ask('recovery.quit')}>
          {t('recovery.quit')}
        </Button>
      </footer>
    </main>
  );
}
