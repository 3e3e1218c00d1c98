import { longPollSchema } from '../../shared/relay-protocol';
import type { Connection } from './connection';
import { readJson, refusalIn, requestRelay } from './relay-request';

/** A page of 500 events is a tenth of this. */
const longestAnswer = 2 ** 21;

/** One long poll: the same events, for networks whose proxies hold a stream back. */
export const connectPoll: Connection = async ({ address, fetch, listener, clock, watchdog, timings, ...context }) => {
  watchdog.expectWithin(timings.pollSeconds * 1000 + timings.connectMs);
  const path = `/v1/events?wait=${String(timings.pollSeconds)}`;
  const response = await requestRelay(fetch, address, path, 'application/json', listener.cursor, watchdog.signal);
  const refusal = refusalIn(response, 'application/json', clock.now());
  if (refusal) {
    await response.body?.cancel();
    return refusal;
  }
  const poll = longPollSchema.safeParse(await readJson(response, longestAnswer));
  watchdog.rest();
  watchdog.signal.throwIfAborted();
  if (!poll.success) return { kind: 'serverError', retryAfterMs: null };
  const { epoch, oldest, now, gap, after, events, notificationUrl, fence } = poll.data;
  context.onConnected(Date.parse(now) - clock.now(), 1);
  if (notificationUrl !== undefined) context.onAddress(notificationUrl);
  if (fence !== undefined) context.onLease(fence);
  if (gap) await listener.gap(gap);
  else await listener.begin(epoch, after, oldest);
  for (const event of events) await listener.event(epoch, event);
  return { kind: 'polled', idle: events.length === 0 };
};
