import { useEffect, useState } from 'react';
import type { RecoveryState } from '../../shared/recovery';
import { ask } from '../till/bridge';

/** While the copies are being read. */
const LOOK_AGAIN_MS = 500;

/** What main knows about the data that can't be used, again and again until every copy has been read. */
export function useRecovery(): { readonly recovery: RecoveryState | null; readonly lookAgain: () => void } {
  const [recovery, setRecovery] = useState<RecoveryState | null>(null);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let timer: number | undefined;
    let gone = false;
    const look = async () => {
      const reply = await ask('recovery.state');
      if (gone || !reply.ok) return;
      setRecovery(reply.value);
      const waiting = reply.value?.backups.some(({ state }) => state.kind === 'waiting') ?? false;
      if (waiting) timer = window.setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [looks]);
  return {
    recovery,
    lookAgain: () => {
      setLooks((count) => count + 1);
    },
  };
}
