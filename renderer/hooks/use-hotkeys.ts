import { useEffect, useEffectEvent } from 'react';
import { hotkeyOf, type Hotkey } from '../../shared/hotkeys';
import { isModalOpen } from './is-modal-open';

/** Keys of the table, and Escape, while this is on screen. Only inside the window: other programs keep theirs. */
export function useHotkeys(keys: Readonly<Partial<Record<Hotkey | 'Escape', () => void>>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const act = new Map<string | null, () => void>(Object.entries(keys)).get(hotkeyOf(event));
    if (!act || isModalOpen()) return;
    event.preventDefault();
    if (!event.repeat) act();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
