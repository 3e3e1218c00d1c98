import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { fail } from '../../shared/errors';
import { BROADCAST_CHANNEL, REQUEST_CHANNEL, type BroadcastName } from '../../shared/ipc-contract';
import { parseBroadcast, serveRequest, type RequestHandlers } from '../ipc/serve-requests';
import type { Log } from '../log/log';
import { PAGE_URL } from './app-protocol';

/** Lets the given page, and no other, ask what the contract allows. Answers wait until the till has started. */
export function bindRequests(
  handlers: RequestHandlers,
  started: Promise<void>,
  isOurs: (contents: WebContents) => boolean,
  log: Log,
): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isOurs(event.sender) || !isOurPage(event)) {
      log('ipc.strangeSender', { url: event.senderFrame?.url ?? null });
      return fail({ code: 'badRequest' });
    }
    await started;
    return serveRequest(handlers, log, name, input);
  });
}

export function broadcast(contents: WebContents, name: BroadcastName, payload: unknown): void {
  if (!contents.isDestroyed()) contents.send(BROADCAST_CHANNEL, name, parseBroadcast(name, payload));
}

/** Exactly our page in the main frame: a prefix or a host alone could be somebody else's. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.split('#')[0] === PAGE_URL;
}
