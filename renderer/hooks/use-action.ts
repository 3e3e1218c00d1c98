import { useCallback, useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/errors';
import type { Reply } from '../../shared/ipc-contract';

export interface Action<Input extends readonly unknown[], Value> {
  /** Does nothing while the last one is under way, and then returns null. */
  readonly run: (...input: Input) => Promise<Reply<Value> | null>;
  readonly busy: boolean;
  /** How the last one failed. */
  readonly failure: ErrorCode | null;
  readonly forget: () => void;
}

/** A request that a person starts: once at a time, however often they press. */
export function useAction<Input extends readonly unknown[], Value>(
  request: (...input: Input) => Promise<Reply<Value>>,
): Action<Input, Value> {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  const run = async (...input: Input) => {
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const reply = await request(...input);
      if (!reply.ok) setFailure(reply.error.code);
      return reply;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  const forget = useCallback(() => {
    setFailure(null);
  }, []);
  return { run, busy, failure, forget };
}
