import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../../relay/sqlite-store';
import type { NotificationRecord } from '../../../relay/store';
import { byeSchema, helloSchema, longPollSchema, peersSchema } from '../../../shared/relay-protocol';
import type { Cursor } from '../../../shared/relay-protocol';
import { until } from '../../support/until';
import { aProcess, buildRelay } from './a-process';
import { aDataDir, aRelay, closedOrder, notify } from './a-relay';
import { aStream } from './a-stream';
import type { RawStream } from './a-stream';
import { aTill } from './a-till';
import { administer, mint } from './mint';

beforeAll(buildRelay);

const hourMs = 3600_000;

function aRecord(caja: string, id: string, receivedAt: number, bytes = 2): NotificationRecord {
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
    body: 'x'.repeat(bytes),
  };
}

/** A store as a relay left it. Gives its epoch. */
async function filled(dataDir: string, records: readonly NotificationRecord[]): Promise<string> {
  const store = openSqliteStore({ dataDir });
  await Promise.all(records.map((record) => store.append(record)));
  await store.close();
  return store.epoch;
}

function rssMiB(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

/** A till whose program hangs: it asks for everything and reads nothing. */
function aStuckTill(url: string, token: string, cursor: string): void {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').pause();
  socket.on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  const head = ['GET /v1/events HTTP/1.1', 'Host: relay', `Authorization: Bearer ${token}`, `Last-Event-ID: ${cursor}`];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
}

async function figure(metricsUrl: string, name: string): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.split(' ').at(-1) ?? 0);
}

describe('a till that was asleep', { timeout: 60_000 }, () => {
  it('for two days is told all that it missed, in order and page by page, while new notices come in', async () => {
    const dataDir = aDataDir();
    const missed = 6000;
    const from = Date.now() - 48 * hourMs;
    const epoch = await filled(
      dataDir,
      Array.from({ length: missed }, (_, n) => aRecord('CAJA01', `o${n}`, from + n * 1000)),
    );
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const cursor: Cursor = `${epoch}.0`;
    const till = aTill({ url, token: caja.token }, { cursor });
    const fresh = Array.from({ length: 10 }, (_, n) => `new${n}`);
    for (const id of fresh) expect((await notify(caja.notificationUrl, closedOrder(id))).status).toBe(200);
    await until('the till was told everything', () => till.events.length >= missed + fresh.length, 30_000);
    const expected = [...Array.from({ length: missed }, (_, n) => `o${n}`), ...fresh];
    expect(till.events.map(({ resourceId }) => resourceId)).toEqual(expected);
    expect(till.gaps).toEqual([]);
  });

  it('behind a proxy that holds streams back is told the same by long polls', async () => {
    const dataDir = aDataDir();
    const missed = 1700;
    const epoch = await filled(
      dataDir,
      Array.from({ length: missed }, (_, n) => aRecord('CAJA01', `o${n}`, Date.now() - 47 * hourMs)),
    );
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const { token } = await mint(url);
    const heard: number[] = [];
    let after = 0;
    for (let poll = 0; poll < 10 && heard.length < missed; poll += 1) {
      const response = await fetch(`${url}/v1/events?wait=1`, {
        headers: { authorization: `Bearer ${token}`, 'last-event-id': `${epoch}.${after}` },
      });
      const page = longPollSchema.parse(await response.json());
      expect(page.events.length).toBeLessThanOrEqual(500);
      heard.push(...page.events.map(({ seq }) => seq));
      ({ after } = page);
    }
    expect(heard).toEqual(Array.from({ length: missed }, (_, n) => n + 1));
  });

  it('for longer than notices are kept is told that it missed some, looks at its orders, and goes on', async () => {
    const dataDir = aDataDir();
    const epoch = await filled(dataDir, [
      aRecord('CAJA01', 'o1', Date.now() - 90 * hourMs),
      aRecord('CAJA01', 'o2', Date.now() - 80 * hourMs),
      aRecord('CAJA01', 'o3', Date.now() - 70 * hourMs),
    ]);
    const keeping = openSqliteStore({ dataDir });
    keeping.pair('CAJA01', 'nobody');
    await keeping.close();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const { token } = await mint(url);
    const cursor: Cursor = `${epoch}.1`;
    const till = aTill({ url, token }, { cursor });
    await until('the till was told', () => till.events.length === 1);
    expect(till.gaps).toMatchObject([{ gap: { from: `${epoch}.1`, oldest: 3, after: 2 } }]);
    expect(till.events).toMatchObject([{ seq: 3, resourceId: 'o3' }]);
  });

  it('hears the newest word on each order, and not every repetition of it', async () => {
    const dataDir = aDataDir();
    const repeated = Array.from({ length: 300 }, (_, n) => ({
      ...aRecord('CAJA01', `n${n}`, Date.now()),
      resourceId: n % 3 === 0 ? 'other' : '71',
    }));
    const epoch = await filled(dataDir, repeated);
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const { token } = await mint(url);
    const till = aTill({ url, token }, { cursor: `${epoch}.0` });
    await until('the till was told', () => till.events.length === 2);
    expect(till.events.map(({ seq, resourceId }) => [seq, resourceId])).toEqual([
      [298, 'other'],
      [300, '71'],
    ]);
    expect(till.cursor()).toBe(`${epoch}.300`);
  });
});

describe('a till that does not read', { timeout: 90_000 }, () => {
  it('is cut, takes no memory, and no other till waits for it', async ({ annotate }) => {
    const dataDir = aDataDir();
    const epoch = await filled(
      dataDir,
      Array.from({ length: 60_000 }, (_, n) => aRecord('STUCK', `o${n}`, Date.now())),
    );
    const relay = aProcess({ RELAY_DATA_DIR: dataDir, RELAY_METRICS_PORT: '0' }, { breakable: { heartbeatMs: 1000 } });
    const { url, metricsUrl } = await relay.ready;
    const pid = relay.child.pid ?? 0;
    const [good, bad] = [await mint(url), await mint(url, 'STUCK')];
    const reader = await aStream(url, good.token);

    const alone = await roundTrips(reader, good.notificationUrl, 'alone', 30);
    const before = rssMiB(pid);
    for (let n = 0; n < 15; n += 1) aStuckTill(url, bad.token, `${epoch}.0`);
    const beside = await roundTrips(reader, good.notificationUrl, 'beside', 30);
    const grown = rssMiB(pid) - before;
    const cut = () => figure(metricsUrl ?? '', 'sse_dropped_total{reason="slow"}');
    await until('all of them were cut', async () => (await cut()) === 15, 20_000);

    expect(reader.ended()).toBe(false);
    expect(reader.news()).toHaveLength(60);
    // What they asked for together is 170 MB.
    expect(grown).toBeLessThan(128);
    const ratio = (median(beside) / median(alone)).toFixed(2);
    await annotate(`15 stuck tills: RSS +${grown.toFixed(1)} MiB, another till's median latency × ${ratio}`);
  });

  /** Milliseconds from the notice to the till, one after the other. */
  async function roundTrips(reader: RawStream, hook: string, name: string, count: number): Promise<number[]> {
    const took: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const startedAt = performance.now();
      await notify(hook, closedOrder(`${name}${n}`));
      await until('the till was told', () => reader.news().at(-1)?.resourceId === `${name}${n}`);
      took.push((reader.times.at(-1) ?? 0) - startedAt);
    }
    return took;
  }

  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
});

describe('two tills with one token', () => {
  const peersOf = (stream: RawStream) => [
    ...stream.named('hello').map(({ data }) => helloSchema.parse(JSON.parse(data)).peers),
    ...stream.named('peers').map(({ data }) => peersSchema.parse(JSON.parse(data)).peers),
  ];

  it('are both told of each other, both served, and told when they are alone again', async () => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir() });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const first = aTill({ url, token: caja.token });
    await until('the first listens', () => first.status()?.state === 'connected');
    const second = await aStream(url, caja.token);
    await until('the first knows', () => first.status()?.state === 'connected' && peers(first) === 2);
    expect(peersOf(second)).toEqual([2]);
    await notify(caja.notificationUrl, closedOrder('71'));
    await until('both were told', () => first.events.length === 1 && second.news().length === 1);
    second.cut();
    await until('the first is alone again', () => peers(first) === 1);
  });

  it('or twenty do not take more streams than a caja may have: the oldest goes', async () => {
    const relay = await aRelay({ mostStreamsPerCaja: 4 });
    const { token } = relay.pairings.mint('CAJA01');
    const other = await aStream(relay.url, relay.pairings.mint('CAJA02').token);
    const streams: RawStream[] = [];
    for (let n = 0; n < 20; n += 1) streams.push(await aStream(relay.url, token));
    await until('the oldest went', () => streams.slice(0, 16).every((stream) => stream.ended()));
    expect(streams.slice(16).map((stream) => stream.ended())).toEqual([false, false, false, false]);
    expect(other.ended()).toBe(false);
  });

  it('that ask without end are told to wait, and a till of another caja is not', async () => {
    const relay = await aRelay();
    const [bad, good] = ['CAJA01', 'CAJA02'].map((name) => relay.pairings.mint(name).token);
    const me = async (token = '') => {
      const response = await fetch(`${relay.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
      await response.text();
      return response;
    };
    const answers = await Promise.all(Array.from({ length: 200 }, () => me(bad)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(30);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await me(good)).status).toBe(200);
  });

  function peers(till: ReturnType<typeof aTill>): number | null {
    const status = till.status();
    return status?.state === 'connected' ? status.peers : null;
  }
});

describe('a till that lost its right', () => {
  it.each([
    ['by the administrator', 'DELETE', '/v1/cajas/CAJA01/token', undefined],
    ['because another was paired', 'POST', '/v1/cajas', { caja: 'CAJA01' }],
    ['because its caja was removed', 'DELETE', '/v1/cajas/CAJA01', undefined],
  ])('%s hears so at once, and does not insist', async (_how, method, path, body) => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir() });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const other = await aStream(url, (await mint(url, 'CAJA02')).token);
    const stream = await aStream(url, caja.token);
    const till = aTill({ url, token: caja.token });
    await until('the till listens', () => till.status()?.state === 'connected');
    expect((await administer(url, method, path, body)).ok).toBe(true);
    await until('the stream ended', () => stream.ended());
    expect(byeSchema.parse(JSON.parse(stream.named('bye')[0]?.data ?? ''))).toMatchObject({ reason: 'revoked' });
    await until('the till knows', () => till.status()?.state === 'disconnected');
    expect(till.status()).toMatchObject({ reason: 'tokenRefused' });
    expect(other.ended()).toBe(false);
    expect(other.named('bye')).toEqual([]);
  });

  it('with its caja leaves nothing behind: no address and no cursor of before is good for the next one', async () => {
    const relay = await aRelay();
    const before = relay.pairings.mint('CAJA01');
    const till = await aStream(relay.url, before.token);
    await notify(before.notificationUrl, closedOrder('71'));
    await until('the till was told', () => till.news().length === 1);
    const cursor = till.named('mp')[0]?.id;
    await notify(before.notificationUrl, closedOrder('72'));
    expect(relay.pairings.remove('CAJA01')).toBe(true);
    expect(relay.pairings.remove('CAJA01')).toBe(false);
    expect(relay.pairings.rotateHook('CAJA01')).toBeNull();
    expect((await notify(before.notificationUrl, closedOrder('73'))).status).toBe(404);
    expect(relay.store.cajas()).toEqual([]);

    const after = relay.pairings.mint('CAJA01');
    expect(after.notificationUrl).not.toBe(before.notificationUrl);
    expect((await notify(before.notificationUrl, closedOrder('74'))).status).toBe(404);
    const again = await aStream(relay.url, after.token, cursor);
    expect(again.named('gap')).toHaveLength(1);
    expect(again.news()).toEqual([]);
  });
});
