import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { Button } from './Button';
import './InlineConfirm.css';

interface InlineConfirmProps {
  readonly question: string;
  readonly explained?: string;
  readonly yes: string;
  readonly no: string;
  readonly busy?: boolean;
  readonly size?: 'normal' | 'large';
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * A question in the place of the button that raised it. The harmless answer has the focus, answers Escape, and stands
 * where the button was, so that a double click changes nothing.
 */
export function InlineConfirm({
  question,
  explained,
  yes,
  no,
  busy = false,
  size = 'normal',
  onYes,
  onNo,
}: InlineConfirmProps) {
  const id = useId();
  const harmless = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    harmless.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onNo();
  };
  return (
    <div className="inline-confirm" role="alertdialog" aria-labelledby={id} onKeyDown={onKeyDown}>
      <p id={id}>
        <strong>{question}</strong> {explained}
      </p>
      <div className="inline-confirm-answers">
        <Button size={size} disabled={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button size={size} look="main" buttonRef={harmless} onClick={onNo}>
          {no}
        </Button>
      </div>
    </div>
  );
}
