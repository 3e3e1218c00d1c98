import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until';
import { aProcess, buildRelay } from './a-process';
import { aDataDir, aRelay, closedOrder, notify, openedOrder } from './a-relay';
import { aStream } from './a-stream';
import { kept } from './kept';
import { mint } from './mint';

beforeAll(buildRelay);

const secret = 'TEST-token-signature';
const sign = (id: string, requestId: string, ts: string, key = secret) =>
  `ts=${ts},v1=${createHmac('sha256', key).update(`id:${id};request-id:${requestId};ts:${ts};`).digest('hex')}`;

/** A relay as it runs, with one caja and a till that listens. */
async function aListener(env: Record<string, string> = {}) {
  const dataDir = aDataDir();
  const relay = aProcess({ RELAY_DATA_DIR: dataDir, ...env });
  const { url } = await relay.ready;
  const caja = await mint(url);
  const stream = await aStream(url, caja.token);
  const told = () => stream.news().map(({ resourceId }) => resourceId);
  return { dataDir, url, caja, stream, told, relay };
}

/** The till has been told everything that came before. */
async function toldAll({ caja, told }: Awaited<ReturnType<typeof aListener>>): Promise<string[]> {
  expect((await notify(caja.notificationUrl, closedOrder('last'), { 'x-request-id': 'last' })).status).toBe(200);
  await until('the till was told of the last notice', () => told().includes('last'));
  return told().filter((id) => id !== 'last');
}

describe('notices that come', () => {
  it('twenty times are one event, and all are answered as received', async () => {
    const listener = await aListener();
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { status } = await notify(listener.caja.notificationUrl, closedOrder('71'), { 'x-request-id': 'same' });
        return status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await toldAll(listener)).toEqual(['71']);
    expect(kept(listener.dataDir)).toMatchObject([{ resource_id: '71', attempts: 20 }, { resource_id: 'last' }]);
  });

  const three = [
    openedOrder('71'),
    closedOrder('71'),
    { ...closedOrder('71'), action: 'refunded', status: 'refunded' },
  ];
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  it.each(orders)('in the order %i %i %i are kept and told in that order, and opened is not told', async (...order) => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    const sent = order.map((at) => three[at] ?? {});
    for (const [n, body] of sent.entries()) {
      expect((await notify(caja.notificationUrl, body, { 'x-request-id': `r${n}` })).status).toBe(200);
    }
    await until('the till was told', () => stream.news().length === 2);
    const statuses = sent.map((body) => ('status' in body ? body.status : null));
    expect(stream.news().map(({ status }) => status)).toEqual(statuses.filter((status) => status !== 'opened'));
  });

  it.each([
    ['an empty signature', ''],
    ['half a signature', 'ts=1742505638'],
    ['one nibble wrong', sign('71', 'r', '1742505638').replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['one that is cut short', sign('71', 'r', '1742505638').slice(0, -1)],
    ['two to choose from', `${sign('71', 'r', '1742505638')},v1=${'0'.repeat(64)}`],
    ['no hexadecimal', `ts=1742505638,v1=${'z'.repeat(64)}`],
    ['that of another order', sign('72', 'r', '1742505638')],
    ['that of another delivery', sign('71', 'other', '1742505638')],
    ['another time', sign('71', 'r', '1742505638').replace('1742505638', '1742505639')],
    ['that of another secret', sign('71', 'r', '1742505638', 'TEST-token-forged')],
    ['a very long one', `ts=1,v1=${'f'.repeat(5000)}`],
  ])('with %s are refused and not kept', async (_what, signature) => {
    const relay = await aRelay({ signatureSecrets: [secret] });
    const caja = relay.pairings.mint('CAJA01');
    const headers = { 'x-request-id': 'r', 'x-signature': signature };
    expect((await notify(caja.notificationUrl, closedOrder('71'), headers)).status).toBe(401);
    expect(relay.store.stateOf('CAJA01').storeHead).toBe(0);
    const good = { 'x-request-id': 'r', 'x-signature': sign('71', 'r', '1742505638') };
    expect((await notify(caja.notificationUrl, closedOrder('71'), good)).status).toBe(200);
  });

  it('forged in numbers never reach the till, and the real ones among them do', async () => {
    const listener = await aListener({ RELAY_SIGNATURE_SECRETS: secret });
    const { caja } = listener;
    const forged = Array.from({ length: 100 }, (_, n) => {
      const headers = {
        'x-request-id': `f${n}`,
        'x-signature': sign(`f${n}`, `f${n}`, '1742505638', 'TEST-token-forged'),
      };
      const address = n % 2 === 0 ? caja.notificationUrl : `${caja.notificationUrl.slice(0, -6)}AAAAA${n % 10}`;
      return notify(address, closedOrder(`f${n}`), headers);
    });
    const real = Array.from({ length: 5 }, (_, n) =>
      notify(caja.notificationUrl, closedOrder(`r${n}`), {
        'x-request-id': `r${n}`,
        'x-signature': sign(`r${n}`, `r${n}`, '1742505638'),
      }),
    );
    const refused = await Promise.all(forged.map(async (response) => (await response).status));
    expect(refused).toEqual(refused.map((_, n) => (n % 2 === 0 ? 401 : 404)));
    for (const response of real) expect((await response).status).toBe(200);
    expect((await toldAll(listener)).sort()).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
  });

  it('from long ago, sent again, are nothing new; once forgotten they are a hint like any other', async () => {
    const relay = await aRelay({ signatureSecrets: [secret] });
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    const threeYearsOld = '1668000000';
    const send = () =>
      notify(caja.notificationUrl, closedOrder('71'), {
        'x-request-id': 'r',
        'x-signature': sign('71', 'r', threeYearsOld),
      });
    expect(await (await send()).json()).toEqual({ result: 'recorded' });
    expect(await (await send()).json()).toEqual({ result: 'duplicate' });
    await until('the till was told', () => stream.news().length === 1);
    expect(await relay.store.trim(Number.MAX_SAFE_INTEGER)).toBe(1);
    // A late retry is the one that matters, so age alone is no reason to refuse. The till asks Mercado Pago either way.
    expect(await (await send()).json()).toEqual({ result: 'recorded' });
    await until('the till was told', () => stream.news().length === 2);
  });
});

describe('whatever is sent', { timeout: 90_000 }, () => {
  it('to a notification address is answered once and for all, and the next notice is taken', async ({ annotate }) => {
    const listener = await aListener();
    const { pathname, port } = new URL(listener.caja.notificationUrl);
    const statuses = new Map<number, number>();
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const word = fc.oneof(text, fc.constantFrom('closed', 'merchant_order', 'payment', '\ud800', '\0', '71'));
    const body = fc.oneof(
      { weight: 10, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
      { weight: 10, arbitrary: fc.json().map((json) => Buffer.from(json)) },
      {
        weight: 20,
        arbitrary: fc
          .record(
            {
              id: fc.oneof(word, fc.double(), fc.bigInt().map(String)),
              type: word,
              topic: word,
              action: word,
              status: word,
              resource: word,
              data: fc.oneof(fc.record({ id: word, status: word }), fc.jsonValue()),
            },
            { requiredKeys: [] },
          )
          .map((value) => Buffer.from(JSON.stringify(value))),
      },
      // Seldom: what an address may be sent is counted in kilobytes.
      { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 70_000 }).map((length) => Buffer.alloc(length, '[')) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 5000 }).map((depth) => Buffer.from('{"data":'.repeat(depth))) },
    );
    const query = fc.dictionary(
      fc.constantFrom('id', 'data.id', 'topic', 'type', '__proto__', 'a[b]'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    const code = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xa0, max: 0xff }));
    const printable = fc.string({ unit: code.map((one) => String.fromCharCode(one)) });
    const header = fc.record(
      { 'x-signature': printable, 'x-request-id': printable, 'content-type': printable, 'content-encoding': printable },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(query, header, body, async (asked, headers, bytes) => {
        const path = `${pathname}?${new URLSearchParams(asked).toString()}`;
        const status = await post(Number(port), path, headers, bytes);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400, 401, 413, 415]).toContain(status);
      }),
      { numRuns: 300 },
    );
    expect(await toldAll(listener)).toBeDefined();
    expect(listener.relay.child.exitCode).toBeNull();
    await annotate(`300 notices: ${JSON.stringify(Object.fromEntries(statuses))}`);
  });

  it('by whoever holds a token is answered without a fault of the relay', async ({ annotate }) => {
    const relay = await aRelay();
    const statuses = new Map<number, number>();
    const json = fc.oneof(fc.json(), fc.string({ unit: 'binary', maxLength: 200 }));
    const claim = fc
      .record(
        {
          holder: fc.oneof(fc.string(), fc.constant('h'.repeat(16))),
          run: fc.oneof(fc.string(), fc.constant('r'.repeat(16))),
          name: fc.oneof(fc.string({ unit: 'binary', maxLength: 70 }), fc.constant('\ud800')),
          claim: fc.constantFrom('begin', 'keep', 'takeOver', 'release', 'other'),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value));
    const asked = fc.oneof(
      fc.record({ method: fc.constant('POST'), path: fc.constantFrom('/v1/ack', '/v1/lease'), body: json }),
      fc.record({ method: fc.constant('POST'), path: fc.constant('/v1/lease'), body: claim }),
      fc.record({
        method: fc.constant('GET'),
        path: fc.string({ unit: 'grapheme' }).map((wait) => `/v1/events?wait=${encodeURIComponent(wait)}`),
        body: fc.constant(''),
      }),
    );
    const cursor = fc.oneof(
      fc.constantFrom(`${relay.store.epoch}.0`, `${relay.store.epoch}.99999999999999`, '.', 'x.-1'),
      fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(asked, cursor, async ({ method, path, body }, shown) => {
        // A caja each, so that none meets its own limit.
        const { token } = relay.pairings.mint(`CAJA${(run += 1)}`);
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'last-event-id': shown,
        };
        const status = await post(Number(new URL(relay.url).port), path, headers, Buffer.from(body), method);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 204, 400, 413]).toContain(status);
      }),
      { numRuns: 200 },
    );
    expect((await fetch(`${relay.url}/readyz`)).status).toBe(200);
    await annotate(`200 requests: ${JSON.stringify(Object.fromEntries(statuses))}`);
  });
});

/** Not `fetch`, which refuses to send the worst of it. */
function post(
  port: number,
  path: string,
  headers: Record<string, string>,
  body: Buffer,
  method = 'POST',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method, path, headers: { ...headers, 'content-length': body.length } };
    const outgoing = request({ ...options, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
