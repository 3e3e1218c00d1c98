import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { z } from 'zod';

const CHANNEL = 'http.server.request.start';
const startSchema = z.object({ request: z.object({ url: z.string() }) });

/** When a relay of this process gets its next notification, in ns of `process.hrtime`. */
export function nextNotification(): Promise<bigint> {
  return new Promise((resolve) => {
    const look = (message: unknown): void => {
      const at = process.hrtime.bigint();
      if (!startSchema.parse(message).request.url.startsWith('/hooks/')) return;
      unsubscribe(CHANNEL, look);
      resolve(at);
    };
    subscribe(CHANNEL, look);
  });
}
