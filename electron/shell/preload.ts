import { contextBridge, ipcRenderer } from 'electron';
import {
  BROADCAST_CHANNEL,
  broadcasts,
  replySchema,
  REQUEST_CHANNEL,
  requests,
  type BroadcastName,
  type BroadcastPayload,
  type Reply,
  type TillBridge,
} from '../../shared/ipc-contract';

/** The window's only way out: the names of the contract and nothing else, replies and broadcasts parsed on arrival. */
const bridge: TillBridge = {
  request: async (name, ...[input]) => {
    if (!Object.hasOwn(requests, name)) return refused(`unknown request`);
    const reply: unknown = await ipcRenderer.invoke(REQUEST_CHANNEL, name, input);
    const parsed = replySchema(requests[name].output).safeParse(reply);
    // The schema of this very name has just parsed it.
    return parsed.success ? (parsed.data as Reply<never>) : refused(`unreadable reply to ${name}`);
  },
  subscribe: (name, listener) => {
    const receive = (_event: unknown, received: unknown, payload: unknown): void => {
      if (received !== name) return;
      const parsed = broadcasts[name].safeParse(payload);
      // The schema of this very name has just parsed it.
      if (parsed.success) (listener as (payload: BroadcastPayload<BroadcastName>) => void)(parsed.data);
    };
    ipcRenderer.on(BROADCAST_CHANNEL, receive);
    return () => {
      ipcRenderer.off(BROADCAST_CHANNEL, receive);
    };
  },
};

function refused(detail: string): Reply<never> {
  return { ok: false, error: { code: 'internal', detail } };
}

contextBridge.exposeInMainWorld('till', bridge);
