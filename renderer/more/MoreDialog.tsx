import { useRef } from 'react';
import type { Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { KeyCap } from '../parts/KeyCap';
import { Modal } from '../parts/Modal';
import { dialogs } from '../till/stores';
import { moreEntries } from './more-entries';
import './MoreDialog.css';

/** What is done rarely, in one list. The arrows walk, Enter opens. */
export function MoreDialog({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const walk = (from: EventTarget, step: 1 | -1) => {
    const entries = [...(list.current?.querySelectorAll('button') ?? [])];
    entries[entries.findIndex((entry) => entry === from) + step]?.focus();
  };
  return (
    <Modal title={t('more.title')} width="narrow" onClose={dialogs.getState().close}>
      <ul
        className="more"
        aria-label={t('more.list')}
        ref={list}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
          if (step === null) return;
          event.preventDefault();
          walk(event.target, step);
        }}
      >
        {moreEntries(snapshot).map(({ words, icon: Icon, hotkey, run }, index) => (
          <li key={words}>
            <button
              type="button"
              className="more-entry"
              aria-keyshortcuts={hotkey?.keys}
              {...(index === 0 && { 'data-first-focus': true })}
              onClick={run}
            >
              <Icon aria-hidden="true" size={24} strokeWidth={1.75} />
              <span>{t(words)}</span>
              {hotkey && <KeyCap name={hotkey.cap} />}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
