import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../../electron/relay/relay-request';
import { hashOf } from '../../../relay/token';
import { cursorOf } from '../../../shared/relay-protocol';
import { aDataDir, aRelay, closedOrder, notify } from './a-relay';
import {
  aFreePort,
  aHello,
  anEvent,
  aScriptedRelay,
  epoch,
  hangsUp,
  json,
  mp,
  refusing,
  saysNothing,
  sse,
  streaming,
} from './a-scripted-relay';
import { until } from './a-stream';
import { aTill } from './a-till';

const seqs = (till: { readonly events: readonly { readonly seq: number }[] }) => till.events.map(({ seq }) => seq);
const hello = sse('hello', aHello());
const atStart = { cursor: cursorOf(epoch, 0) };

describe('a till and its relay', () => {
  it('hear each other, and the till knows that they do', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const till = aTill({ url: relay.url, token: caja.token });
    await until(() => till.status()?.state === 'connected');
    await notify(caja.notificationUrl, closedOrder('71'));
    await until(() => till.events.length === 1);
    expect(till.events[0]).toMatchObject({ resourceId: '71', status: 'closed', verified: false });
    expect(till.cursor()).toBe(cursorOf(relay.store.epoch, 1));
    expect(till.statuses.map(({ state }) => state)).toEqual(['connecting', 'connected']);
  });

  it('begin at the head, after the till looked at what was open', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    await notify(caja.notificationUrl, closedOrder('before'));
    const till = aTill({ url: relay.url, token: caja.token });
    await until(() => till.gaps.length === 1);
    expect(till.gaps[0]).toMatchObject({ gap: { from: '' }, cursor: cursorOf(relay.store.epoch, 1) });
    await notify(caja.notificationUrl, closedOrder('after'));
    await until(() => till.events.length === 1);
    expect(till.events[0]?.resourceId).toBe('after');
  });

  it('lose and double nothing across restarts of the relay', async () => {
    const dataDir = aDataDir();
    let relay = await aRelay({ dataDir });
    const port = Number(new URL(relay.url).port);
    const caja = relay.pairings.mint('CAJA01');
    const till = aTill({ url: relay.url, token: caja.token });
    await until(() => till.status()?.state === 'connected');
    for (let round = 0; round < 3; round += 1) {
      await notify(caja.notificationUrl, closedOrder(`${round}-live`));
      await relay.close();
      await until(() => till.status()?.state === 'disconnected');
      expect(till.status()).toMatchObject({ reason: 'unreachable' });
      relay = await aRelay({ dataDir, port });
      await notify(caja.notificationUrl, closedOrder(`${round}-meanwhile`));
      await until(() => till.status()?.state === 'connected');
    }
    const expected = [0, 1, 2].flatMap((round) => [`${round}-live`, `${round}-meanwhile`]);
    await until(() => till.events.length >= expected.length);
    expect(till.events.map(({ resourceId }) => resourceId)).toEqual(expected);
    expect(till.gaps).toHaveLength(1);
  });

  it('tell of a gap when the relay lost its store, and go on', async () => {
    const port = await aFreePort();
    const first = await aRelay({ port });
    const token = first.pairings.mint('CAJA01').token;
    const till = aTill({ url: first.url, token });
    await until(() => till.gaps.length === 1);
    await first.close();
    // The same token at another store: as if the folder had been lost and the pairing written back by hand.
    const second = await aRelay({ port });
    second.store.pair('CAJA01', hashOf(token));
    await until(() => till.gaps.length === 2);
    expect(till.gaps[1]).toMatchObject({
      gap: { from: cursorOf(first.store.epoch, 0), epoch: second.store.epoch },
      cursor: cursorOf(second.store.epoch, 0),
    });
    await notify(second.pairings.notificationUrlOf('CAJA01') ?? '', closedOrder('71'));
    await until(() => till.events.length === 1);
  });

  it('part when the token is taken away, and the till does not insist', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const till = aTill({ url: relay.url, token: caja.token });
    await until(() => till.status()?.state === 'connected');
    relay.pairings.revoke('CAJA01');
    await until(() => till.status()?.state === 'disconnected');
    expect(till.status()).toMatchObject({ reason: 'tokenRefused' });
  });
});

describe('a till whose relay', () => {
  it('refuses once with a 503 comes back', async () => {
    const relay = await aScriptedRelay([refusing(503), streaming(hello, mp(1))]);
    const till = aTill(relay, atStart);
    await until(() => till.events.length === 1);
    expect(till.statuses.map((status) => ('reason' in status ? status.reason : status.state))).toEqual([
      'connecting',
      'serverError',
      'connected',
    ]);
  });

  it('asks for time is given it', async () => {
    const relay = await aScriptedRelay([refusing(503, { 'retry-after': '1' }), streaming(hello)]);
    const till = aTill(relay, atStart);
    await until(() => till.status()?.state === 'connected');
    expect((relay.requests[1]?.at ?? 0) - (relay.requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('falls silent with the connection open notices it', async () => {
    const relay = await aScriptedRelay([streaming(hello, mp(1)), streaming(hello, mp(2))]);
    const till = aTill(relay, { ...atStart, timings: { readDeadlineMs: 200 } });
    await until(() => till.events.length === 2);
    expect(till.statuses).toContainEqual(expect.objectContaining({ state: 'disconnected', reason: 'silent' }));
    expect(relay.requests[1]?.cursor).toBe(cursorOf(epoch, 1));
    await until(() => relay.open() === 1);
  });

  it('is quiet but alive stays connected', async () => {
    const relay = await aScriptedRelay([
      (response, request) => {
        streaming(sse('hello', aHello()))(response, request, 1);
        const beat = setInterval(() => response.write(sse('ping', { now: new Date().toISOString() })), 50);
        response.on('close', () => {
          clearInterval(beat);
        });
        setTimeout(() => response.write(mp(1)), 1200);
      },
    ]);
    const till = aTill(relay, { ...atStart, timings: { readDeadlineMs: 600 } });
    await until(() => till.events.length === 1);
    expect(relay.requests).toHaveLength(1);
    expect(till.statuses.map(({ state }) => state)).toEqual(['connecting', 'connected']);
  });

  it('does not know its token asks rarely, until somebody tells it to ask again', async () => {
    const relay = await aScriptedRelay([refusing(401), refusing(403), streaming(hello)]);
    const till = aTill(relay, atStart);
    await until(() => till.status()?.state === 'disconnected');
    expect(till.status()).toMatchObject({ reason: 'tokenRefused' });
    till.subscription.reconnectNow();
    await until(() => relay.requests.length === 2);
    till.subscription.reconnectNow();
    await until(() => till.status()?.state === 'connected');
    expect(relay.requests).toHaveLength(3);
  });

  it('is not there yet is found when it comes', async () => {
    const port = await aFreePort();
    const till = aTill({ url: `http://127.0.0.1:${port}` }, atStart);
    await until(() => till.status()?.state === 'disconnected');
    expect(till.status()).toMatchObject({ reason: 'unreachable' });
    await aScriptedRelay([streaming(hello, mp(1))], port);
    await until(() => till.events.length === 1);
  });

  it.each([
    ['hangs up at once', hangsUp],
    [
      'answers with a page of the hotel',
      refusing(200, { 'content-type': 'text/html' }, '<html>Accept the terms</html>'),
    ],
    ['answers 404', refusing(404)],
    ['answers 500', refusing(500)],
    ['greets with nonsense', streaming(sse('hello', '{"epoch":1}'))],
    ['greets with half a word', streaming(sse('hello', '{"epo'))],
    [
      'closes without a word',
      ((response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).end();
      }) satisfies Parameters<typeof aScriptedRelay>[0][number],
    ],
    ['never ends a line', streaming(hello, `data: ${'x'.repeat(2 ** 20)}`)],
    ['sends events before it greets', streaming(mp(1))],
    ['says goodbye at once, always', streaming(hello, sse('bye', { reason: 'rotate', retryMs: 0 }))],
  ])('%s is tried again until it does as a relay should', async (_what, answer) => {
    const relay = await aScriptedRelay([answer, answer, streaming(hello, mp(1))]);
    const till = aTill(relay, { ...atStart, timings: { firstWordMs: 150 } });
    await until(() => till.events.length === 1);
    expect(seqs(till)).toEqual([1]);
    expect(till.status()?.state).toBe('connected');
    expect(till.faults).toEqual([]);
  });

  it('sends it elsewhere does not follow, and shows its token to nobody', async () => {
    const thief = await aScriptedRelay([streaming(hello, mp(666))]);
    const relay = await aScriptedRelay([refusing(307, { location: thief.url }), streaming(hello, mp(1))]);
    const till = aTill(relay, atStart);
    await until(() => till.events.length === 1);
    expect(seqs(till)).toEqual([1]);
    expect(thief.requests).toEqual([]);
  });

  it('cuts the stream after any number of bytes loses and doubles nothing', async () => {
    const last = 6;
    let length = 0;
    const relay = await aScriptedRelay([
      (response, request, nth) => {
        const known = Number((request.headers['last-event-id'] as string).split('.')[1]);
        const missing = Array.from({ length: last - known }, (_, n) => mp(known + 1 + n));
        const whole = Buffer.from([sse('hello', aHello({ head: last })), ...missing].join(''));
        length = nth * 7;
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(whole.subarray(0, length), () => {
          response.destroy();
        });
      },
    ]);
    const till = aTill(relay, { ...atStart, timings: { firstMs: 0, mostMs: 1 } });
    await until(() => till.events.length >= last, 15_000);
    expect(seqs(till)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(relay.requests.length).toBeGreaterThan(20);
    expect(till.faults).toEqual([]);
  });

  it('repeats itself is heard once', async () => {
    const relay = await aScriptedRelay([streaming(hello, mp(1), mp(2), mp(1), mp(2), mp(3))]);
    const till = aTill(relay, atStart);
    await until(() => till.events.length >= 3);
    expect(seqs(till)).toEqual([1, 2, 3]);
  });

  it('says something newer than it understands makes it look at everything', async () => {
    const strange = sse('mp', { ...anEvent(2), topic: 'hologram' }, `${epoch}.2`);
    const relay = await aScriptedRelay([streaming(hello, mp(1), sse('weather', { rain: true }), strange, mp(3))]);
    const till = aTill(relay, atStart);
    await until(() => till.events.length === 2);
    expect(seqs(till)).toEqual([1, 3]);
    expect(till.gaps.map(({ cursor }) => cursor)).toEqual([cursorOf(epoch, 2)]);
  });

  it('tells of a gap goes on from where the relay says', async () => {
    const gap = { from: cursorOf('fedcba9876543210', 9), oldest: 5, epoch, after: 4 };
    const relay = await aScriptedRelay([streaming(hello, sse('gap', gap), mp(5))]);
    const till = aTill(relay, { cursor: cursorOf('fedcba9876543210', 9) });
    await until(() => till.events.length === 1);
    expect(till.gaps).toEqual([{ gap, cursor: cursorOf(epoch, 4) }]);
  });

  it('has another clock knows by how much', async () => {
    const ahead = () => new Date(Date.now() + 3600_000).toISOString();
    const relay = await aScriptedRelay([streaming(sse('hello', aHello({ now: ahead(), peers: 2 })))]);
    const till = aTill(relay, atStart);
    await until(() => till.status()?.state === 'connected');
    const status = till.status();
    if (status?.state !== 'connected') expect.fail('it was not connected');
    expect(Math.abs(status.clockSkewMs - 3600_000)).toBeLessThan(5000);
    expect(status.peers).toBe(2);
  });
});

describe('a till behind something that holds streams back', () => {
  const held = streaming();
  const answer = (after: number, ...events: number[]) =>
    json({ epoch, head: 9, oldest: 1, now: new Date().toISOString(), gap: null, after, events: events.map(anEvent) });

  it('polls instead, and hears everything', async () => {
    const relay = await aScriptedRelay([held, held, answer(2, 1, 2), answer(3, 3), saysNothing]);
    const till = aTill(relay, { ...atStart, timings: { firstWordMs: 50 } });
    await until(() => till.events.length === 3);
    expect(relay.requests.map(({ url }) => url.replace(/\d+$/, 'n')).slice(0, 4)).toEqual([
      '/v1/events',
      '/v1/events',
      '/v1/events?wait=n',
      '/v1/events?wait=n',
    ]);
    expect(relay.requests[3]?.cursor).toBe(cursorOf(epoch, 2));
    expect(till.status()?.state).toBe('connected');
  });

  it('tries a stream again after a while', async () => {
    const relay = await aScriptedRelay([held, held, answer(0), streaming(hello, mp(1))]);
    const till = aTill(relay, { ...atStart, timings: { firstWordMs: 50, pollForMs: 1 } });
    await until(() => till.events.length === 1);
    expect(relay.requests.at(-1)?.url).toBe('/v1/events');
  });

  it('goes back to streams when polling fares no better', async () => {
    const relay = await aScriptedRelay([held, held, refusing(502), streaming(hello, mp(1))]);
    const till = aTill(relay, { ...atStart, timings: { firstWordMs: 50 } });
    await until(() => till.events.length === 1);
    expect(relay.requests[3]?.url).toBe('/v1/events');
  });

  it('does not spin when the answers come at once and empty', async () => {
    const relay = await aScriptedRelay([held, held, answer(0)]);
    aTill(relay, { ...atStart, timings: { firstWordMs: 50, firstMs: 100, mostMs: 100 } });
    await until(() => relay.requests.length >= 6);
    const [first, ...later] = relay.requests.slice(2).map(({ at }) => at);
    expect((later.at(-1) ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(later.length * 95);
  });

  it('polls the real relay', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const holdingStreams: Fetch = (url, init) =>
      url.includes('wait=')
        ? fetch(url, init)
        : new Promise((_resolve, reject) => {
            init.signal?.addEventListener('abort', () => {
              reject(new Error('aborted'));
            });
          });
    const till = aTill({ url: relay.url, token: caja.token }, { fetch: holdingStreams, timings: { connectMs: 50 } });
    await until(() => till.gaps.length === 1);
    await notify(caja.notificationUrl, closedOrder('71'));
    await until(() => till.events.length === 1);
    expect(till.cursor()).toBe(cursorOf(relay.store.epoch, 1));
  });
});

describe('a till that cannot keep an event', () => {
  it('is given it again, and nothing after it before', async () => {
    const relay = await aScriptedRelay([streaming(hello, mp(1), mp(2)), streaming(hello, mp(1), mp(2))]);
    const kept: number[] = [];
    let attempts = 0;
    const till = aTill(relay, {
      ...atStart,
      onEvent: ({ seq }) => {
        attempts += 1;
        if (attempts === 1) return Promise.reject(new Error('the disk is full'));
        kept.push(seq);
        return Promise.resolve();
      },
    });
    await until(() => kept.length === 2);
    expect(kept).toEqual([1, 2]);
    expect(relay.requests[1]?.cursor).toBe(cursorOf(epoch, 0));
    expect(till.faults).toHaveLength(1);
  });

  it('or throws instead, or cannot even read its cursor, goes on trying', async () => {
    const relay = await aScriptedRelay([streaming(hello, mp(1))]);
    let reads = 0;
    const till = aTill(relay, {
      loadCursor: () => {
        reads += 1;
        if (reads < 3) throw new Error('the database is locked');
        return atStart.cursor;
      },
      onStatus: () => {
        throw new Error('a bug of the screen');
      },
    });
    await until(() => till.events.length === 1);
    expect(till.faults.length).toBeGreaterThan(2);
  });

  it('in time makes the relay wait, not itself fill up', async () => {
    const many = Array.from({ length: 200_000 }, (_, n) => mp(n + 1)).join('');
    let queued: () => number = () => 0;
    const relay = await aScriptedRelay([
      (response, request, nth) => {
        queued = () => response.writableLength;
        streaming(hello, many)(response, request, nth);
      },
      refusing(204),
    ]);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let heard = 0;
    const till = aTill(relay, {
      ...atStart,
      onEvent: () => {
        heard += 1;
        return gate;
      },
    });
    await until(() => heard === 1);
    // Time enough to read it all, for a till that would.
    for (let n = 0; n < 200; n += 1) await fetch(relay.url);
    expect(queued()).toBeGreaterThan(0);
    expect(heard).toBe(1);
    const stopped = till.subscription.stop();
    release();
    await stopped;
    expect(heard).toBe(1);
  });
});

describe('a till that stops listening', () => {
  it.each([
    ['before it is answered', saysNothing],
    ['while it waits for the greeting', streaming()],
    ['while it is connected', streaming(hello)],
    ['while it waits to try again', refusing(401)],
  ])('%s lets go of everything', async (_when, answer) => {
    const relay = await aScriptedRelay([answer]);
    const till = aTill(relay, atStart);
    await until(() => relay.requests.length === 1);
    await till.subscription.stop();
    const told = till.statuses.length;
    await until(() => relay.open() === 0);
    expect(till.statuses).toHaveLength(told);
    expect(relay.requests).toHaveLength(1);
  });

  it('may start again', async () => {
    const relay = await aScriptedRelay([streaming(hello, mp(1)), streaming(hello, mp(2))]);
    const till = aTill(relay, atStart);
    await until(() => till.events.length === 1);
    await till.subscription.stop();
    till.subscription.start();
    till.subscription.start();
    await until(() => till.events.length === 2);
    expect(relay.requests).toHaveLength(2);
  });

  it('for a moment, to connect anew, does so at once', async () => {
    const relay = await aScriptedRelay([streaming(hello), streaming(hello, mp(1))]);
    const till = aTill(relay, { ...atStart, timings: { firstMs: 30_000, mostMs: 60_000, readDeadlineMs: 60_000 } });
    await until(() => till.status()?.state === 'connected');
    till.subscription.reconnectNow();
    await until(() => till.events.length === 1, 1000);
    expect(till.statuses.map(({ state }) => state)).toEqual(['connecting', 'connected']);
  });
});
