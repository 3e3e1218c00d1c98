import { useId, useRef, type ReactNode } from 'react';
import { hotkeys } from '../../shared/hotkeys';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { showScreen } from '../till/stores';
import type { Status } from './status-of';

interface StatusItemProps {
  readonly name: string;
  readonly status: Status;
  readonly icon: ReactNode;
  /** Rare things are rare: only what the set-up can change leads there. */
  readonly leadsToSetup: boolean;
}

/** A word with its dot; pressed, it explains itself. */
export function StatusItem({ name, status, icon, leadsToSetup }: StatusItemProps) {
  const { t, time } = useWords();
  const id = useId();
  const explanation = useRef<HTMLDivElement>(null);
  return (
    <div className="status-item">
      <button type="button" className="status-word" popoverTarget={id} data-tone={status.tone}>
        <span className="status-dot" aria-hidden="true" />
        {icon}
        <span>{status.word}</span>
      </button>
      <div className="status-explained" id={id} popover="auto" ref={explanation} role="dialog" aria-label={name}>
        <h2>{status.word}</h2>
        {status.explained.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {status.since !== null && <p className="status-since">{t('status.since', { time: time(status.since) })}</p>}
        {leadsToSetup && (
          <Button
            hotkey={hotkeys.setup}
            aria-keyshortcuts="F10"
            onClick={() => {
              explanation.current?.hidePopover();
              showScreen('setup');
            }}
          >
            {t('status.openSetup')}
          </Button>
        )}
      </div>
    </div>
  );
}
