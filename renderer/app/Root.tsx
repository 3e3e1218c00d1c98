import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { snapshots } from '../till/stores';
import { startTill, type Started } from '../till/start-till';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { CalmScreen } from './CalmScreen';
import { useAppearance } from '../appearance/use-appearance';
import { wordsByDefault } from '../hooks/use-words';

// For the worst day, and no other.
const RecoveryScreen = lazy(() => import('../recovery/RecoveryScreen'));

type Start = 'starting' | Started;

interface RootProps {
  /** The start that is already under way: asking main takes as long as drawing the first screen. */
  readonly starting: Promise<Started>;
  /** Told whether the till is ready to sell. */
  readonly markReady: (ready: boolean) => void;
}

/** Opens the till, or says that it can't. */
export function Root({ starting, markReady }: RootProps) {
  const { t } = wordsByDefault;
  const [start, setStart] = useState<Start>('starting');
  const snapshot = useStore(snapshots, (state) => state.snapshot);
  const ready = start === 'started' && snapshot !== null;
  useAppearance(snapshot?.appearance ?? null);
  const locale = snapshot?.locale ?? wordsByDefault.locale;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const follow = (answering: Promise<Started>) => answering.then(setStart);
  const watch = useEffectEvent(follow);
  useEffect(() => {
    void watch(starting);
  }, [starting]);
  useEffect(() => {
    markReady(ready);
  }, [ready, markReady]);

  if (start === 'failed') {
    return (
      <CalmScreen
        title={t('app.failedToLoad')}
        todo={t('app.failedToLoadTodo')}
        action={t('app.tryAgain')}
        onAct={() => void follow(startTill())}
      />
    );
  }
  if (start === 'recovering') {
    return (
      <Suspense fallback={<p className="opening">{t('app.loading')}</p>}>
        <RecoveryScreen onRecovered={() => void follow(startTill())} />
      </Suspense>
    );
  }
  if (!ready) return <p className="opening">{t('app.loading')}</p>;
  return (
    <ErrorBoundary>
      <App snapshot={snapshot} />
    </ErrorBoundary>
  );
}
