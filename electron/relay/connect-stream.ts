import type { z } from 'zod';
import {
  addressSchema,
  byeSchema,
  gapSchema,
  helloSchema,
  leaseNewsSchema,
  peersSchema,
  pingSchema,
  relayEventSchema,
} from '../../shared/relay-protocol';
import type { Connection, ConnectionContext } from './connection';
import { readStream } from './read-stream';
import { refusalIn, requestRelay } from './relay-request';

/** One stream, from the request to its end. */
export const connectStream: Connection = async (context) => {
  const { address, fetch, listener, clock, watchdog, timings } = context;
  watchdog.expectWithin(timings.connectMs);
  const response = await requestRelay(
    fetch,
    address,
    '/v1/events',
    'text/event-stream',
    listener.cursor,
    watchdog.signal,
  );
  const refusal = refusalIn(response, 'text/event-stream', clock.now());
  if (refusal || !response.body) {
    await response.body?.cancel();
    return refusal ?? { kind: 'serverError', retryAfterMs: null };
  }
  watchdog.expectWithin(timings.firstWordMs);

  let epoch: string | null = null;
  const awaitMore = () => {
    // Until the greeting came, bytes alone (a proxy's padding) do not count.
    if (epoch !== null) watchdog.expectWithin(timings.readDeadlineMs);
  };
  for await (const { event, data, id } of readStream(response.body, awaitMore)) {
    if (event === 'hello') {
      const hello = read(helloSchema, data);
      if (!hello) return { kind: 'serverError', retryAfterMs: null };
      epoch = hello.epoch;
      context.onConnected(Date.parse(hello.now) - clock.now(), hello.peers);
      if (hello.notificationUrl !== undefined) context.onAddress(hello.notificationUrl);
      await ours(context, () => listener.begin(hello.epoch, hello.head, hello.oldest));
    } else if (event === 'ping') {
      const ping = read(pingSchema, data);
      if (ping) context.onClock(Date.parse(ping.now) - clock.now());
    } else if (event === 'peers' || event === 'address' || event === 'lease') {
      tellAside(context, event, data);
    } else if (event === 'bye') {
      const bye = read(byeSchema, data);
      return bye ? { kind: 'bye', ...bye } : { kind: 'unreachable' };
    } else if (epoch !== null && (event === 'mp' || event === 'gap')) {
      const known = epoch;
      const news = event === 'mp' ? read(relayEventSchema, data) : read(gapSchema, data);
      await ours(context, () =>
        news === null ? listener.unreadable(id) : 'seq' in news ? listener.event(known, news) : listener.gap(news),
      );
    }
    awaitMore();
  }
  return { kind: 'unreachable' };
};

/** What the relay says beside the log. One that cannot be read is as good as not said: each is told again in time. */
function tellAside(context: ConnectionContext, event: 'peers' | 'address' | 'lease', data: string): void {
  if (event === 'peers') {
    const news = read(peersSchema, data);
    if (news) context.onPeers(news.peers);
  } else if (event === 'address') {
    const news = read(addressSchema, data);
    if (news) context.onAddress(news.notificationUrl);
  } else {
    const news = read(leaseNewsSchema, data);
    if (news) context.onLease(news.fence);
  }
}

/** The caller may take its time; the relay is not late meanwhile. */
async function ours({ watchdog }: ConnectionContext, work: () => Promise<void>): Promise<void> {
  watchdog.rest();
  watchdog.signal.throwIfAborted();
  await work();
}

function read<T>(schema: z.ZodType<T>, data: string): T | null {
  try {
    return schema.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
