import { connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { byeSchema, gapSchema, helloSchema, longPollSchema, pingSchema } from '../../../shared/relay-protocol';
import { createMetrics } from '../../../relay/metrics';
import { openSqliteStore } from '../../../relay/sqlite-store';
import type { NotificationRecord } from '../../../relay/store';
import type { RunningRelay } from '../../../relay/start-relay';
import { createStreams } from '../../../relay/streams';
import { aDataDir, aRelay, closedOrder, notify } from './a-relay';
import { aStream, until } from './a-stream';
import type { RawStream } from './a-stream';

const ids = (stream: RawStream) => stream.news().map(({ resourceId }) => resourceId);
const parseOnly = <T>(stream: RawStream, event: string, schema: { parse: (value: unknown) => T }) =>
  stream.named(event).map(({ data }) => schema.parse(JSON.parse(data)));

function aRecord(caja: string, id: string, receivedAt = Date.now()): NotificationRecord {
  return {
    caja,
    dedupeKey: `${caja}/${id}`,
    topic: 'merchant_order',
    rawTopic: 'merchant_order',
    resourceId: id,
    action: null,
    status: 'closed',
    verified: false,
    deliver: true,
    receivedAt,
    body: '{}',
  };
}

const fill = (relay: RunningRelay, caja: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => relay.store.append(aRecord(caja, `o${n}`))));

async function figure(relay: RunningRelay, name: string): Promise<number | undefined> {
  const text = await (await fetch(relay.metricsUrl ?? '')).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

async function poll(relay: RunningRelay, token: string, wait: number | string, cursor?: string) {
  const response = await fetch(`${relay.url}/v1/events?wait=${wait}`, {
    headers: { authorization: `Bearer ${token}`, ...(cursor === undefined ? {} : { 'last-event-id': cursor }) },
  });
  return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
}

describe('a stream', () => {
  it('greets the till, in a form that no proxy may keep or change', async () => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, token);
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const [hello] = parseOnly(stream, 'hello', helloSchema);
    expect(hello).toMatchObject({ head: 0, oldest: 0, heartbeatMs: 15_000, peers: 1 });
    expect(Math.abs(Date.parse(hello?.now ?? '') - Date.now())).toBeLessThan(5000);
  });

  it('carries only what is for its own caja', async () => {
    const relay = await aRelay();
    const [one, two] = [relay.pairings.mint('CAJA01'), relay.pairings.mint('CAJA02')];
    const [first, second] = [await aStream(relay.url, one.token), await aStream(relay.url, two.token)];
    await notify(one.notificationUrl, closedOrder('1'));
    await notify(two.notificationUrl, closedOrder('2'));
    await until(() => first.news().length === 1 && second.news().length === 1);
    expect([ids(first), ids(second)]).toEqual([['1'], ['2']]);
  });

  it('tells each till how many listen for the same caja, and serves both', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const first = await aStream(relay.url, caja.token);
    const second = await aStream(relay.url, caja.token);
    expect(parseOnly(second, 'hello', helloSchema)[0]?.peers).toBe(2);
    await notify(caja.notificationUrl, closedOrder('1'));
    await until(() => first.news().length === 1 && second.news().length === 1);
    first.cut();
    await vi.waitFor(async () => {
      expect(parseOnly(await aStream(relay.url, caja.token), 'hello', helloSchema)[0]?.peers).toBe(2);
    });
  });

  it('replays in order what came while the till was away, and nothing twice', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const first = await aStream(relay.url, caja.token);
    await notify(caja.notificationUrl, closedOrder('1'));
    await until(() => first.news().length === 1);
    const cursor = first.named('mp')[0]?.id;
    first.cut();
    for (const id of ['2', '3', '4']) await notify(caja.notificationUrl, closedOrder(id));
    const second = await aStream(relay.url, caja.token, cursor);
    await notify(caja.notificationUrl, closedOrder('5'));
    await until(() => second.news().length >= 4);
    expect(ids(second)).toEqual(['2', '3', '4', '5']);
    expect(second.named('gap')).toEqual([]);
  });

  it('replays ten thousand events in order while new ones come in', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    await fill(relay, 'CAJA01', 10_000);
    const stream = await aStream(relay.url, caja.token, `${relay.store.epoch}.0`);
    await Promise.all(Array.from({ length: 20 }, (_, n) => notify(caja.notificationUrl, closedOrder(`new${n}`))));
    await until(() => stream.news().length >= 10_020, 10_000);
    const seqs = stream.news().map(({ seq }) => seq);
    expect(seqs).toHaveLength(10_020);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });

  it('without a cursor begins at the head, and gives a cursor to begin with', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    await fill(relay, 'CAJA01', 3);
    const stream = await aStream(relay.url, caja.token);
    expect(stream.named('hello')[0]?.id).toBe(`${relay.store.epoch}.${relay.store.stateOf('CAJA01').head}`);
    await notify(caja.notificationUrl, closedOrder('new'));
    await until(() => stream.news().length > 0);
    expect(ids(stream)).toEqual(['new']);
  });

  it('of another log tells of a gap and goes on with what is kept', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    await fill(relay, 'CAJA01', 2);
    const stream = await aStream(relay.url, caja.token, 'fedcba9876543210.7');
    await until(() => stream.news().length === 2);
    expect(parseOnly(stream, 'gap', gapSchema)).toEqual([
      { from: 'fedcba9876543210.7', oldest: 1, epoch: relay.store.epoch, after: 0 },
    ]);
    expect(stream.messages.map(({ event }) => event)).toEqual(['hello', 'gap', 'mp', 'mp']);
  });

  it('tells of a gap to a till that was away for longer than the log is kept, and only to that one', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const quiet = relay.pairings.mint('QUIET');
    await relay.store.append(aRecord('QUIET', 'q', 1000));
    await relay.store.append(aRecord('CAJA01', 'a', 1000));
    await relay.store.append(aRecord('CAJA01', 'b', 1000));
    await relay.store.append(aRecord('CAJA01', 'c', 5000));
    expect(await relay.store.trim(2000)).toBe(3);
    const missed = await aStream(relay.url, caja.token, `${relay.store.epoch}.2`);
    await until(() => missed.news().length === 1);
    expect(parseOnly(missed, 'gap', gapSchema)).toMatchObject([{ oldest: 4, after: 3 }]);
    const upToDate = await aStream(relay.url, caja.token, `${relay.store.epoch}.3`);
    const neverMissed = await aStream(relay.url, quiet.token, `${relay.store.epoch}.1`);
    await until(() => upToDate.news().length === 1);
    expect([...upToDate.named('gap'), ...neverMissed.named('gap')]).toEqual([]);
  });

  it('beats, so that a till can tell silence from quiet', async () => {
    const relay = await aRelay({ heartbeatMs: 200 });
    const { token } = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, token);
    await until(() => stream.named('ping').length >= 3);
    expect(parseOnly(stream, 'ping', pingSchema).length).toBeGreaterThanOrEqual(3);
  });

  it('beats apart from the others, because one tick for all holds everything up', async () => {
    const heartbeatMs = 1000;
    let spread = 0;
    const relay = await aRelay({ heartbeatMs, random: () => (spread += 0.37) % 1 });
    const tokens = Array.from({ length: 40 }, (_, n) => relay.pairings.mint(`CAJA${n}`).token);
    const streams = await Promise.all(tokens.map((token) => aStream(relay.url, token)));
    await until(() => streams.every((stream) => stream.named('ping').length > 0), 3 * heartbeatMs);
    const firstBeats = streams.map(
      ({ messages, times }) => times[messages.findIndex(({ event }) => event === 'ping')] ?? 0,
    );
    const busiest = Math.max(...firstBeats.map((at) => firstBeats.filter((other) => Math.abs(other - at) < 50).length));
    expect(busiest).toBeLessThan(20);
  });

  it('ends with a goodbye when it is old, and the till may come back at once', async () => {
    const relay = await aRelay({ heartbeatMs: 100, maxAgeMs: 300 });
    const { token } = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, token);
    await until(() => stream.ended());
    const [bye] = parseOnly(stream, 'bye', byeSchema);
    expect(bye?.reason).toBe('rotate');
    expect(bye?.retryMs).toBeLessThanOrEqual(2000);
  });

  it('ends at once when its token is taken away, and cannot be opened again', async () => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    const other = await aStream(relay.url, relay.pairings.mint('CAJA02').token);
    const stream = await aStream(relay.url, token);
    relay.pairings.revoke('CAJA01');
    await until(() => stream.ended(), 1000);
    expect(parseOnly(stream, 'bye', byeSchema)[0]?.reason).toBe('revoked');
    expect((await aStream(relay.url, token)).response.statusCode).toBe(401);
    expect(other.ended()).toBe(false);
  });

  it('of a till that does not read is cut, without much being held for it', async () => {
    const relay = await aRelay({ heartbeatMs: 200, metrics: { host: '127.0.0.1', port: 0 } });
    const { token } = relay.pairings.mint('CAJA01');
    await fill(relay, 'CAJA01', 30_000);
    const reader = await aStream(relay.url, token);
    const before = process.memoryUsage().rss;
    const stuck = connect(Number(new URL(relay.url).port), '127.0.0.1').pause();
    onTestFinished(() => {
      stuck.destroy();
    });
    const request = [
      'GET /v1/events HTTP/1.1',
      'Host: relay',
      `Authorization: Bearer ${token}`,
      `Last-Event-ID: ${relay.store.epoch}.0`,
    ];
    stuck.write(`${request.join('\r\n')}\r\n\r\n`);
    await vi.waitFor(async () => {
      expect(await figure(relay, 'sse_dropped_total{reason="slow"}')).toBe(1);
    }, 5000);
    expect(await figure(relay, 'delivered_events_total')).toBeLessThan(30_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 2 ** 20);
    expect(await figure(relay, 'sse_connections')).toBe(1);
    expect(reader.ended()).toBe(false);
  });

  it.each([
    ['none', undefined],
    ['a wrong one', 'crt_wrong'],
    ['nonsense', 'x y z'],
  ])('is not opened with %s for a token', async (_what, token) => {
    const relay = await aRelay();
    relay.pairings.mint('CAJA01');
    for (const path of ['/v1/events', '/v1/events?wait=1', '/v1/me']) {
      const response = await fetch(
        relay.url + path,
        token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
      );
      expect(response.status).toBe(401);
    }
    expect((await fetch(`${relay.url}/v1/ack`, { method: 'POST' })).status).toBe(401);
  });
});

describe('a reconnect storm', () => {
  it('is let in five hundred a second, and the rest asked to come a little later', () => {
    const store = openSqliteStore({ dataDir: aDataDir() });
    onTestFinished(() => store.close());
    let uptime = 1_000_000;
    const metrics = createMetrics(() => 0);
    const options = {
      heartbeatMs: 15_000,
      maxAgeMs: 60_000,
      byteCap: 65_536,
      coalesceMs: 500,
      mostPerCaja: 16,
      notificationUrlOf: () => null,
      now: Date.now,
      uptime: () => uptime,
      random: Math.random,
    };
    const streams = createStreams({ store, metrics, ...options });
    onTestFinished(() => {
      streams.close();
    });
    const answers = Array.from({ length: 600 }, () => streams.retryAfter());
    const later = answers.filter((seconds) => seconds !== null);
    expect(later).toHaveLength(100);
    expect(later.every((seconds) => seconds >= 2 && seconds <= 20)).toBe(true);
    uptime += 1000;
    expect(streams.retryAfter()).toBeNull();
  });
});

describe('a long poll', () => {
  it('answers at once with what the till has missed', async () => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    await fill(relay, 'CAJA01', 3);
    const { body } = await poll(relay, token, 25, `${relay.store.epoch}.1`);
    const answer = longPollSchema.parse(body);
    expect(answer).toMatchObject({ epoch: relay.store.epoch, head: 3, oldest: 1, after: 3, gap: null });
    expect(answer.events.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('waits for the next event', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const answer = poll(relay, caja.token, 25, `${relay.store.epoch}.0`);
    await notify(caja.notificationUrl, closedOrder('71'));
    expect(longPollSchema.parse((await answer).body).events).toMatchObject([{ resourceId: '71' }]);
  });

  it('answers empty when its time is over', async () => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    const { body } = await poll(relay, token, 0.2, `${relay.store.epoch}.0`);
    expect(longPollSchema.parse(body)).toMatchObject({ after: 0, events: [] });
  });

  it('tells of a gap as a stream does', async () => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    await fill(relay, 'CAJA01', 2);
    const answer = longPollSchema.parse((await poll(relay, token, 25, 'fedcba9876543210.7')).body);
    expect(answer).toMatchObject({ gap: { from: 'fedcba9876543210.7', after: 0 }, after: 2 });
  });

  it('without a cursor answers at once where the head is', async () => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    await fill(relay, 'CAJA01', 2);
    expect(longPollSchema.parse((await poll(relay, token, 25)).body)).toMatchObject({
      after: 2,
      events: [],
      gap: null,
    });
  });

  it.each(['-1', '999', 'soon'])('does not wait for %s seconds', async (wait) => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    expect((await poll(relay, token, wait)).status).toBe(400);
  });

  it('is refused when its token was taken away meanwhile', async () => {
    const relay = await aRelay();
    const { token } = relay.pairings.mint('CAJA01');
    const answer = poll(relay, token, 25, `${relay.store.epoch}.0`);
    // The first poll is being waited on once a later one was answered.
    await poll(relay, token, 0, `${relay.store.epoch}.0`);
    relay.pairings.revoke('CAJA01');
    expect((await answer).status).toBe(401);
    expect((await poll(relay, token, 0)).status).toBe(401);
  });
});
