import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { snapshots } from '../till/stores';
import { startTill } from '../till/start-till';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { CalmScreen } from './CalmScreen';
import { wordsByDefault } from '../hooks/use-words';

type Start = 'starting' | 'started' | 'failed';

interface RootProps {
  /** Told whether the till is ready to sell. */
  readonly markReady: (ready: boolean) => void;
}

/** Opens the till, or says that it can't. */
export function Root({ markReady }: RootProps) {
  const { t } = wordsByDefault;
  const [start, setStart] = useState<Start>('starting');
  const snapshot = useStore(snapshots, (state) => state.snapshot);
  const ready = start === 'started' && snapshot !== null;

  const begin = async () => {
    setStart((await startTill()) ? 'started' : 'failed');
  };
  useEffect(() => {
    void startTill().then((answered) => {
      setStart(answered ? 'started' : 'failed');
    });
  }, []);
  useEffect(() => {
    markReady(ready);
  }, [ready, markReady]);

  if (start === 'failed') {
    return (
      <CalmScreen
        title={t('app.failedToLoad')}
        todo={t('app.failedToLoadTodo')}
        action={t('app.tryAgain')}
        onAct={() => void begin()}
      />
    );
  }
  if (!ready) return <p className="opening">{t('app.loading')}</p>;
  return (
    <ErrorBoundary>
      <App snapshot={snapshot} />
    </ErrorBoundary>
  );
}
