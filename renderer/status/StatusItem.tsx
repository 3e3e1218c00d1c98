import { useId, useRef, type ReactNode } from 'react';
import { hotkeys } from '../../shared/hotkeys';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { openSetup } from '../people/open-setup';
import type { Status } from './status-of';

interface StatusItemProps {
  readonly name: string;
  readonly status: Status;
  readonly icon: ReactNode;
  /** Rare things are rare: only what the set-up can change leads there. */
  readonly leadsToSetup: boolean;
  /** What else it leads to. */
  readonly action?: {
    readonly words: string;
    readonly hotkey: string;
    readonly keys: string;
    readonly run: () => void;
  };
  /** What may be done about it here. */
  readonly children?: ReactNode;
}

/** A word with its dot; pressed, it explains itself. */
export function StatusItem({ name, status, icon, leadsToSetup, action, children }: StatusItemProps) {
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
        {action && (
          <Button
            hotkey={action.hotkey}
            aria-keyshortcuts={action.keys}
            onClick={() => {
              explanation.current?.hidePopover();
              action.run();
            }}
          >
            {action.words}
          </Button>
        )}
        {children}
        {leadsToSetup && (
          <Button
            hotkey={hotkeys.setup}
            aria-keyshortcuts="F10"
            onClick={() => {
              explanation.current?.hidePopover();
              void openSetup(t);
            }}
          >
            {t('status.openSetup')}
          </Button>
        )}
      </div>
    </div>
  );
}
