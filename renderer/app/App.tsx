import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Snapshot } from '../../shared/snapshot';
import { useHotkeys } from '../hooks/use-hotkeys';
import { createWords, WordsContext } from '../hooks/use-words';
import { hotkeys } from '../../shared/hotkeys';
import { reviewCases } from '../lib/review-case';
import { SellScreen } from '../sale/SellScreen';
import { StatusLine } from '../status/StatusLine';
import { dialogs, screens, showScreen } from '../till/stores';
import { isUsable } from '../till/usable';
import { Dialogs } from './Dialogs';
import { Notices } from './Notices';
import './App.css';

// A screen for the first day and rare ones after it: selling starts without it.
const SetupScreen = lazy(() => import('../setup/SetupScreen'));

/** The whole window, once the first snapshot is here. */
export function App({ snapshot }: { readonly snapshot: Snapshot }) {
  const { locale, currency } = snapshot;
  const words = useMemo(() => createWords(locale, currency), [locale, currency]);
  const screen = useStore(screens, (state) => state.screen);

  useHotkeys({
    [hotkeys.help]: () => {
      if (screens.getState().screen === 'sell') dialogs.getState().open({ kind: 'help' });
    },
    F10: () => {
      if (snapshot.checkout) return;
      const { screen: now } = screens.getState();
      if (now === 'sell') showScreen('setup');
      else if (isUsable(snapshot.setup)) showScreen('sell');
    },
    F7: () => {
      if (screens.getState().screen === 'sell') dialogs.getState().open({ kind: 'sales', number: '' });
    },
    F12: () => {
      if (reviewCases(snapshot).length === 0) return;
      const { checkout } = snapshot;
      dialogs.getState().open({ kind: 'review', caseId: checkout?.state.attempt.checkoutId ?? null });
    },
  });
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <WordsContext value={words}>
      {snapshot.practice && <p className="practice">{words.t('app.practice')}</p>}
      <Notices />
      {screen === 'setup' && !snapshot.checkout ? (
        <Suspense fallback={<p className="opening">{words.t('app.loading')}</p>}>
          <SetupScreen snapshot={snapshot} />
        </Suspense>
      ) : (
        <SellScreen snapshot={snapshot} />
      )}
      <StatusLine snapshot={snapshot} />
      <Dialogs snapshot={snapshot} />
    </WordsContext>
  );
}
