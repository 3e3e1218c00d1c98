import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../hooks/use-words';
import { Button } from './Button';
import './Modal.css';

interface ModalProps {
  readonly title: string;
  /** A person closed it. */
  readonly onClose: () => void;
  readonly tone?: 'plain' | 'attention';
  readonly width?: 'wide' | 'narrow';
  readonly children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus, hears Escape and gives the focus back. What says
 * `data-first-focus` in it begins with the focus, or else its first row.
 */
export function Modal({ title, onClose, tone = 'plain', width = 'wide', children }: ModalProps) {
  const { t } = useWords();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  // Before the element leaves the page: only an open dialog that is closed gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    gone.current = false;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first-focus], .row-head')?.focus();
    return () => {
      gone.current = true;
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={width === 'wide' ? 'modal' : 'modal modal-narrow'}
      data-tone={tone}
      aria-labelledby={titleId}
      onClose={(event) => {
        // The browser tells of it later: by then it may be gone, or open again.
        if (!gone.current && !event.currentTarget.open) onClose();
      }}
    >
      <header className="modal-head">
        <h2 id={titleId}>{title}</h2>
        <Button look="quiet" onClick={() => dialog.current?.close()}>
          {t('app.close')}
        </Button>
      </header>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}
