import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './RowList.css';

interface RowListProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Rows that open in their place. The arrows walk from row to row. */
export function RowList({ label, children }: RowListProps) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul
      aria-label={label}
      ref={list}
      onKeyDown={(event) => {
        walk(event, list.current);
      }}
    >
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: string;
  readonly beside: ReactNode;
  readonly amount: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One line that says what it is; opened, everything about it. */
export function Row({ title, beside, amount, open, onToggle, children }: RowProps) {
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    // One that opened by itself, under what somebody types, stays where it is.
    if (open && pressed.current) row.current?.scrollIntoView({ block: 'nearest' });
    pressed.current = false;
  }, [open]);
  return (
    <li className="row" ref={row} data-open={open ? '' : undefined}>
      <button
        type="button"
        className="row-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          pressed.current = true;
          onToggle();
        }}
      >
        <ChevronRight aria-hidden="true" size={20} />
        <span className="row-words">
          <span className="row-title">{title}</span> <span className="row-beside">{beside}</span>
        </span>
        <span className="row-amount">{amount}</span>
      </button>
      {open && (
        <div className="row-body" id={id}>
          {children}
        </div>
      )}
    </li>
  );
}

function walk(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!list || step === undefined) return;
  const heads = [...list.querySelectorAll<HTMLButtonElement>('.row-head')];
  const from = heads.findIndex((head) => head === event.target);
  if (from === -1) return;
  event.preventDefault();
  heads[from + step]?.focus();
}
