import { useEffect, useEffectEvent } from 'react';
import { isModalOpen } from './is-modal-open';

/** Function keys while this is on screen. Only inside the window: other programs keep theirs. */
export function useHotkeys(keys: Readonly<Record<string, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const act = keys[event.key];
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
