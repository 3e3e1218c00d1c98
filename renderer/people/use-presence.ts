import { useEffect } from 'react';
import { isLocked, type People } from '../../shared/people/people';
import { ask } from '../till/bridge';
import { dialogs, showScreen } from '../till/stores';

/** Often enough for minutes, seldom enough that typing costs nothing. */
const TELL_EVERY_MS = 10_000;

const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/** Tells the till that somebody is there, and puts away whatever was open when nobody is any more. */
export function usePresence(people: People): void {
  const present = people.current !== null;
  const locked = isLocked(people);

  useEffect(() => {
    if (!present) return;
    let toldAt = 0;
    const heard = () => {
      const now = Date.now();
      if (now - toldAt < TELL_EVERY_MS && now >= toldAt) return;
      toldAt = now;
      void ask('people.active');
    };
    for (const sign of signs) window.addEventListener(sign, heard, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, heard, { capture: true });
    };
  }, [present]);

  useEffect(() => {
    if (!locked) return;
    dialogs.getState().closeAll();
    showScreen('sell');
  }, [locked]);
}
