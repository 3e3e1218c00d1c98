import type { Reply } from '../../shared/ipc-contract';
import type { Draft } from '../../shared/sale';
import { ask } from '../till/bridge';
import { flushDraft } from '../till/start-till';
import { drafts } from '../till/stores';

/** Puts the sale being typed aside. Nothing can be added to it on the way. */
export async function holdSale(name: string): Promise<Reply<undefined>> {
  return locked(async (draft) => {
    if (!draft) return { ok: false, error: { code: 'saleEmpty' } };
    const held = await ask('held.hold', { draft, name });
    if (held.ok) drafts.getState().load(null);
    return held;
  });
}

/** Takes up a sale that was put aside; what was being typed takes its place. */
export async function resumeSale(saleId: string): Promise<Reply<Draft>> {
  return locked(async (current) => {
    const resumed = await ask('held.resume', { saleId, current });
    if (resumed.ok) drafts.getState().load(resumed.value);
    return resumed;
  });
}

/** The newest draft is stored first: an older save must not arrive after what replaces it. */
async function locked<Value>(work: (draft: Draft | null) => Promise<Reply<Value>>): Promise<Reply<Value>> {
  const { setLocked } = drafts.getState();
  setLocked(true);
  try {
    await flushDraft();
    return await work(drafts.getState().draft);
  } finally {
    setLocked(false);
  }
}
