import type { Reply, RequestInput, RequestName, RequestOutput, TillBridge } from '../../shared/ipc-contract';

declare global {
  interface Window {
    readonly till: TillBridge;
  }
}

type Unexpected = (error: unknown) => void;
const listeners = new Set<Unexpected>();

/** Calls back when a request failed in a way that the contract does not list. */
export function onUnexpectedFailure(listener: Unexpected): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the main process. Never rejects: what can't be understood is the failure `internal`, told to everybody too. */
export async function ask<Name extends RequestName>(
  name: Name,
  ...input: undefined extends RequestInput<Name> ? [] : [RequestInput<Name>]
): Promise<Reply<RequestOutput<Name>>> {
  try {
    return await window.till.request(name, ...input);
  } catch (error) {
    for (const listener of listeners) listener(error);
    return { ok: false, error: { code: 'internal' } };
  }
}
