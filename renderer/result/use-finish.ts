import { useEffect, useState } from 'react';
import { useAction, type Action } from '../hooks/use-action';
import type { Reply } from '../../shared/ipc-contract';
import { ask } from '../till/bridge';

/** A key or click that was on its way before the result appeared is not an answer to it. */
const NOT_READ_YET_MS = 400;

export interface Finish extends Action<[], undefined> {
  /** False until the result has been on screen long enough to be read. */
  readonly ready: boolean;
}

/** "I have read how it ended." */
export function useFinish(checkoutId: string): Finish {
  return useFinishing(() => ask('checkout.finish', { checkoutId }));
}

/** The same of whatever else can be put away. */
export function useFinishing(put: () => Promise<Reply<undefined>>): Finish {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setReady(true);
    }, NOT_READ_YET_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const action = useAction(put);
  return { ...action, ready };
}
