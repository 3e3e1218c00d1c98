import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../shared/errors';
import type { Reply } from '../../shared/ipc-contract';

export type Loaded<Value> =
  | { readonly state: 'asking' }
  | { readonly state: 'failed'; readonly code: ErrorCode }
  | { readonly state: 'known'; readonly value: Value };

export interface Load<Value> {
  readonly loaded: Loaded<Value>;
  readonly again: () => void;
  /** Takes what is known from elsewhere, as after adding to a list. */
  readonly replace: (value: Value) => void;
}

const asking = { state: 'asking' } as const;

/** Something that main lists. Asked again when `subject` changes; the answer for an older subject is dropped. */
export function useLoad<Value>(request: (subject: string) => Promise<Reply<Value>>, subject: string): Load<Value> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ of: string; loaded: Loaded<Value> } | null>(null);
  const wanted = `${round} ${subject}`;

  useEffect(() => {
    let stale = false;
    void request(subject).then((reply) => {
      if (stale) return;
      const loaded: Loaded<Value> = reply.ok
        ? { state: 'known', value: reply.value }
        : { state: 'failed', code: reply.error.code };
      setAnswer({ of: wanted, loaded });
    });
    return () => {
      stale = true;
    };
  }, [request, subject, wanted]);

  const again = useCallback(() => {
    setRound((now) => now + 1);
  }, []);
  const replace = useCallback(
    (value: Value) => {
      setAnswer({ of: wanted, loaded: { state: 'known', value } });
    },
    [wanted],
  );
  return { loaded: answer?.of === wanted ? answer.loaded : asking, again, replace };
}
