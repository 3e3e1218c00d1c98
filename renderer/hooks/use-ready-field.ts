import { useCallback, useEffect, useRef, type RefObject } from 'react';

export interface ReadyField {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly focus: () => void;
}

/**
 * A field that is always ready: it takes the focus whenever nothing else holds it, after a click on what says
 * `data-returns-focus`, and when somebody simply starts to type.
 */
export function useReadyField(): ReadyField {
  const ref = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => {
    ref.current?.focus();
  }, []);

  useEffect(() => {
    const focusIsFree = () => document.activeElement === null || document.activeElement === document.body;
    const onClick = (event: MouseEvent) => {
      const clicked = event.target instanceof Element ? event.target.closest('[data-returns-focus]') : null;
      // `detail` is 0 for a click made by a key: then the focus stays where the person put it. And what the click led
      // to may have taken the focus by itself.
      const returns = event.detail > 0 && clicked !== null && document.activeElement === clicked;
      if (returns || focusIsFree()) focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const typed = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;
      const onInput =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
      if (typed && !onInput) focus();
    };
    const onWindowFocus = () => {
      if (focusIsFree()) focus();
    };
    focus();
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKeyDown);
    window.addEventListener('focus', onWindowFocus);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('focus', onWindowFocus);
    };
  }, [focus]);

  return { ref, focus };
}
