import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ErrorCode } from '../../shared/errors';
import type { SaleRecord } from '../../shared/snapshot';
import { ask } from '../till/bridge';
import { snapshots } from '../till/stores';

/** As many as a list that somebody reads; for an older one there is its number. */
export const SALES_SHOWN = 40;

interface Sales {
  /** Null until the first answer. */
  readonly records: readonly SaleRecord[] | null;
  readonly failure: ErrorCode | null;
}

/**
 * The sales whose number ends in this, newest first. Asked again whenever anything in the till changes: what is shown
 * stays until the new answer is here.
 */
export function useSales(number: string): Sales {
  const revision = useStore(snapshots, ({ snapshot }) => snapshot?.revision ?? 0);
  const [answer, setAnswer] = useState<Sales & { readonly of: string }>({ of: number, records: null, failure: null });

  useEffect(() => {
    let stale = false;
    void ask('sales.find', { number, limit: SALES_SHOWN }).then((reply) => {
      if (stale) return;
      setAnswer((before) =>
        reply.ok
          ? { of: number, records: reply.value, failure: null }
          : { of: number, records: before.of === number ? before.records : null, failure: reply.error.code },
      );
    });
    return () => {
      stale = true;
    };
  }, [number, revision]);

  return answer.of === number ? answer : { records: null, failure: null };
}
