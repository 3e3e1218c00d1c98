import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ErrorCode } from '../../shared/errors';
import type { Reply, RequestInput } from '../../shared/ipc-contract';
import type { SalePage } from '../../shared/sales/sale-filter';
import type { SaleRecord } from '../../shared/snapshot';
import { ask } from '../till/bridge';
import { snapshots } from '../till/stores';

const PAGE = 40;

export type Wanted = Omit<RequestInput<'sales.find'>, 'before' | 'limit'>;

interface Found {
  /** Null until the first answer. */
  readonly records: readonly SaleRecord[] | null;
  /** There are older ones that fit. */
  readonly more: boolean;
  readonly failure: ErrorCode | null;
}

export interface Sales extends Found {
  readonly showMore: () => void;
}

const nothing: Found = { records: null, more: false, failure: null };

/**
 * The sales that are wanted, newest first, page by page. Asked again whenever anything in the till changes: what is shown
 * stays until the new answer is here.
 */
export function useSales(wanted: Wanted): Sales {
  const revision = useStore(snapshots, ({ snapshot }) => snapshot?.revision ?? 0);
  const question = JSON.stringify(wanted);
  const [pages, setPages] = useState({ of: question, count: 1 });
  const [answer, setAnswer] = useState({ of: question, found: nothing });
  const count = pages.of === question ? pages.count : 1;

  useEffect(() => {
    let stale = false;
    void readPages(question, count).then((found) => {
      if (stale) return;
      setAnswer((before) => ({
        of: question,
        found: found.failure && before.of === question ? { ...before.found, failure: found.failure } : found,
      }));
    });
    return () => {
      stale = true;
    };
  }, [question, count, revision]);

  return {
    ...(answer.of === question ? answer.found : nothing),
    showMore: () => {
      setPages({ of: question, count: count + 1 });
    },
  };
}

async function readPages(question: string, count: number): Promise<Found> {
  const records: SaleRecord[] = [];
  let before: SalePage['next'] = null;
  for (let page = 0; page < count; page += 1) {
    // It was a question when it was written down.
    const wanted = JSON.parse(question) as Wanted;
    const reply: Reply<SalePage> = await ask('sales.find', { ...wanted, before, limit: PAGE });
    if (!reply.ok) return { ...nothing, failure: reply.error.code };
    records.push(...reply.value.records);
    before = reply.value.next;
    if (before === null) break;
  }
  return { records, more: before !== null, failure: null };
}
