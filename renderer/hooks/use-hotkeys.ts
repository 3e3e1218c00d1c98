import { useEffect, useEffectEvent } from 'react';
import { isModalOpen } from './is-modal-open';

/** Keys, as `F7` or `Ctrl+L`, while this is on screen. Only inside the window: other programs keep theirs. */
export function useHotkeys(keys: Readonly<Record<string, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const act = keys[event.ctrlKey ? `Ctrl+${event.key.toUpperCase()}` : event.key];
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
