import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { ErrorCode } from '../../shared/errors';
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
    if (!Object.hasOwn(requests, name)) return refused('badRequest', 'unknown request');
    const reply = await invoke(name, input);
    if (reply === uncloneable) return refused('badRequest', `what ${name} was given can't leave the page`);
    const parsed = replySchema(requests[name].output).safeParse(reply);
    // The schema of this very name has just parsed it.
    return parsed.success ? (parsed.data as Reply<never>) : refused('internal', `unreadable reply to ${name}`);
  },
  subscribe: (name, listener) => {
    if (!Object.hasOwn(broadcasts, name) || typeof listener !== 'function') return () => undefined;
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
  giveMemoryBack: () => {
    // Besides pictures it lets go of what earlier screens have left: it tells Chromium that memory is short.
    webFrame.clearCache();
  },
};

const uncloneable = Symbol('uncloneable');

/** A page may hand over what no message can carry, a function for example. */
async function invoke(name: string, input: unknown): Promise<unknown> {
  try {
    return await ipcRenderer.invoke(REQUEST_CHANNEL, name, input);
  } catch {
    return uncloneable;
  }
}

function refused(code: ErrorCode, detail: string): Reply<never> {
  return { ok: false, error: { code, detail } };
}

contextBridge.exposeInMainWorld('till', bridge);
