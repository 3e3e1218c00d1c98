import { lazy, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { isLocked } from '../../shared/people/people';
import type { Snapshot } from '../../shared/snapshot';
import { useHotkeys } from '../hooks/use-hotkeys';
import { createWords, WordsContext } from '../hooks/use-words';
import { hotkeys } from '../../shared/hotkeys';
import { reviewCases } from '../lib/review-case';
import { LockScreen } from '../people/LockScreen';
import { leaveSetup, openSetup } from '../people/open-setup';
import { usePresence } from '../people/use-presence';
import { SellScreen } from '../sale/SellScreen';
import { StatusLine } from '../status/StatusLine';
import { ask } from '../till/bridge';
import type { Dialog } from '../till/dialogs-store';
import { dialogs, screens } from '../till/stores';
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

  const locked = isLocked(snapshot.people);
  usePresence(snapshot.people);

  /** A dialog over the sale, for whoever is at the till: what is pressed on the locked screen must not wait behind it. */
  const openAtSale = (dialog: Dialog) => () => {
    if (!locked && screens.getState().screen === 'sell') dialogs.getState().open(dialog);
  };
  useHotkeys({
    [hotkeys.help]: openAtSale({ kind: 'help' }),
    [hotkeys.setup]: () => {
      if (snapshot.checkout || locked) return;
      const { screen: now } = screens.getState();
      if (now === 'sell') void openSetup(words.t);
      else if (isUsable(snapshot.setup)) leaveSetup();
    },
    [hotkeys.lock]: () => {
      if (snapshot.people.current) void ask('people.lock');
    },
    [hotkeys.sales]: openAtSale({ kind: 'sales', number: '' }),
    [hotkeys.more]: openAtSale({ kind: 'more' }),
    [hotkeys.shift]: openAtSale({ kind: 'shift', page: 'overview' }),
    [hotkeys.review]: () => {
      if (locked || reviewCases(snapshot).length === 0) return;
      const { checkout } = snapshot;
      dialogs.getState().open({ kind: 'review', caseId: checkout?.state.attempt.checkoutId ?? null });
    },
  });

  return (
    <WordsContext value={words}>
      {snapshot.practice && <header className="practice">{words.t('app.practice')}</header>}
      <Notices />
      {locked ? (
        <LockScreen snapshot={snapshot} />
      ) : screen === 'setup' && !snapshot.checkout ? (
        <Suspense fallback={<p className="opening">{words.t('app.loading')}</p>}>
          <SetupScreen snapshot={snapshot} />
        </Suspense>
      ) : (
        <SellScreen snapshot={snapshot} />
      )}
      <StatusLine snapshot={snapshot} locked={locked} />
      {!locked && <Dialogs snapshot={snapshot} />}
    </WordsContext>
  );
}
