import { useState } from 'react';

/** Who decides about money, and why. */
export interface Decision {
  readonly by: string;
  readonly note: string;
}

export interface DecisionDraft {
  readonly by: string;
  readonly note: string;
  /** What is missing, once somebody tried to go on without it. */
  readonly missing: 'note' | 'by' | null;
  readonly setBy: (by: string) => void;
  readonly setNote: (note: string) => void;
  /** Null, and says what is missing, while it is not whole. */
  readonly check: () => Decision | null;
}

/** A decision as it is typed. `operator` is whose name it most likely is. */
export function useDecision(operator: string | null): DecisionDraft {
  const [by, setBy] = useState(operator ?? '');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = note.trim() === '' ? 'note' : by.trim() === '' ? 'by' : null;
  return {
    by,
    note,
    missing: tried ? missing : null,
    setBy,
    setNote,
    check: () => {
      setTried(true);
      return missing === null ? { by: by.trim(), note: note.trim() } : null;
    },
  };
}
