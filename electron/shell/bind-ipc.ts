import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
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
    const url = addressOf(event.senderFrame);
    if (!isOurs(event.sender) || !isOurPage(event.senderFrame)) {
      log('ipc.strangeSender', { url });
      return fail({ code: 'badRequest' });
    }
    await started;
    return serveRequest(handlers, log, name, input);
  });
}

/** Tells our page, and nobody else: should the window ever show another one, it learns nothing of the sale. */
export function broadcast(contents: WebContents, name: BroadcastName, payload: unknown): void {
  if (contents.isDestroyed() || !isOurPage(contents.mainFrame)) return;
  contents.send(BROADCAST_CHANNEL, name, parseBroadcast(name, payload));
}

/** Exactly our page in the main frame: a prefix or a host alone could be somebody else's. */
function isOurPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && addressOf(frame)?.split('#')[0] === PAGE_URL;
}

/** A frame that is going away while it is looked at throws. */
function addressOf(frame: WebFrameMain | null): string | null {
  try {
    return frame?.url ?? null;
  } catch {
    return null;
  }
}
