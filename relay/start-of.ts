import { cursorSchema, splitCursor } from '../shared/relay-protocol';
import type { Gap } from '../shared/relay-protocol';
import type { LogState } from './store';

/** Where a till's reading begins, and what it must be told first if it missed something that is gone. */
export function startOf(
  state: LogState,
  shown: string | undefined,
): { readonly after: number; readonly gap: Gap | null } {
  if (shown === undefined) return { after: state.head, gap: null };
  const parsed = cursorSchema.safeParse(shown);
  if (parsed.success) {
    const { epoch, seq } = splitCursor(parsed.data);
    if (epoch === state.epoch && seq >= state.trimmed && seq <= state.storeHead) return { after: seq, gap: null };
  }
  const after = state.oldest > 0 ? state.oldest - 1 : state.head;
  return { after, gap: { from: parsed.success ? parsed.data : '', oldest: state.oldest, epoch: state.epoch, after } };
}
