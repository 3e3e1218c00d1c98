import { useEffect, useRef } from 'react';
import { isModalOpen } from '../hooks/is-modal-open';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import type { Finish } from './use-finish';

interface FinishButtonProps {
  readonly finish: Finish;
  readonly words: string;
  /** Whether Enter presses it without choosing it first. */
  readonly byEnter: boolean;
  /** `plain` where something else should be done first. */
  readonly look?: 'main' | 'plain';
}

/** The way on. It takes the focus as soon as the result can have been read, so that Enter goes on. */
export function FinishButton({ finish, words, byEnter, look = 'main' }: FinishButtonProps) {
  const { t, failure } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const { ready } = finish;

  useEffect(() => {
    if (!ready || !byEnter) {
      button.current?.closest<HTMLElement>('[tabindex]')?.focus();
      return;
    }
    const focus = () => button.current?.focus();
    // After a click elsewhere, as on a reprint, Enter must not press that again.
    const onClick = (event: MouseEvent) => {
      if (event.detail > 0) focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const idle = event.target === document.body && !isModalOpen();
      if (event.key === 'Enter' && idle && !event.repeat) button.current?.click();
    };
    focus();
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [ready, byEnter]);

  return (
    <>
      {finish.failure && <Trouble {...failure(finish.failure)} />}
      <Button
        size="large"
        look={look}
        className="result-next"
        buttonRef={button}
        disabled={!ready || finish.busy}
        {...(byEnter ? { hotkey: t('sale.keys.enter') } : {})}
        onClick={() => void finish.run()}
      >
        {words}
      </Button>
    </>
  );
}
