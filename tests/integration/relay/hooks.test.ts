import Database from 'libsql';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHmac } from 'node:crypto';
import { aDataDir, aRelay, closedOrder, notify, openedOrder } from './a-relay';
import { aStream, until } from './a-stream';

const result = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) });

describe('a notification', () => {
  it.each([
    {
      form: 'IPN with query and body',
      query: '?id=71&topic=merchant_order',
      body: '{"resource":"https://api.mercadolibre.com/merchant_orders/71","topic":"merchant_order"}',
    },
    { form: 'IPN with a query and nothing else', query: '?topic=merchant_order&id=71', body: '' },
    { form: 'a merchant order webhook', query: '', body: JSON.stringify(closedOrder('71')) },
    {
      form: 'a merchant order webhook of a chosen kind',
      query: '?source_news=webhooks',
      body: JSON.stringify(closedOrder('71')),
    },
    {
      form: 'a payment webhook',
      query: '?data.id=71&type=payment',
      body: '{"id":1,"type":"payment","action":"payment.updated","data":{"id":"71"}}',
    },
    {
      form: 'an order of the Orders API',
      query: '?data.id=71&type=order',
      body: '{"action":"order.processed","type":"order","data":{"id":"71","status":"processed"}}',
    },
  ])('in the form of $form reaches the caja', async ({ query, body }) => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    expect(await result(await notify(caja.notificationUrl + query, body))).toEqual({ status: 200, result: 'recorded' });
    await until(() => stream.news().length === 1);
    expect(stream.news()[0]).toMatchObject({ resourceId: '71', verified: false, attempts: 1 });
  });

  it('that says opened is kept, but goes no further', async () => {
    const dataDir = aDataDir();
    const relay = await aRelay({ dataDir });
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    expect((await notify(caja.notificationUrl, openedOrder('71'))).status).toBe(200);
    expect((await notify(caja.notificationUrl, closedOrder('72'))).status).toBe(200);
    await until(() => stream.news().length > 0);
    expect(stream.news().map(({ resourceId }) => resourceId)).toEqual(['72']);
    const db = new Database(join(dataDir, 'relay.db'));
    expect(db.prepare('SELECT resource_id, status, deliver FROM event ORDER BY seq').all()).toEqual([
      { resource_id: '71', status: 'opened', deliver: 0 },
      { resource_id: '72', status: 'closed', deliver: 1 },
    ]);
    db.close();
  });

  it('is on the disk, as it came, before it is answered', async () => {
    const dataDir = aDataDir();
    const relay = await aRelay({ dataDir });
    const caja = relay.pairings.mint('CAJA01');
    const body = '{ "resource": "https://api.mercadolibre.com/merchant_orders/71",   "topic": "merchant_order" }';
    await notify(caja.notificationUrl, body);
    // Another connection sees only what was committed.
    const db = new Database(join(dataDir, 'relay.db'));
    expect(db.prepare('SELECT caja, raw_topic, body FROM event').all()).toEqual([
      { caja: 'CAJA01', raw_topic: 'merchant_order', body },
    ]);
    db.close();
  });

  it('that comes twice is one event, and both are answered as received', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    const headers = { 'x-request-id': '2066ca19-c6f1-498a-be75-1923005edd06' };
    expect(await result(await notify(caja.notificationUrl, closedOrder('71'), headers))).toEqual({
      status: 200,
      result: 'recorded',
    });
    expect(await result(await notify(caja.notificationUrl, closedOrder('71'), headers))).toEqual({
      status: 200,
      result: 'duplicate',
    });
    await notify(caja.notificationUrl, closedOrder('71'), { 'x-request-id': 'another' });
    await until(() => stream.news().length === 2);
    expect(relay.store.read('CAJA01', 0, 10).map(({ attempts }) => attempts)).toEqual([2, 1]);
  });

  it('of an order that was opened and then paid within a second is two events, in the form that says neither', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    const ipn = { topic: 'merchant_order', resource: 'https://api.mercadolibre.com/merchant_orders/71' };
    await notify(`${caja.notificationUrl}?topic=merchant_order&id=71`, ipn);
    await notify(`${caja.notificationUrl}?topic=merchant_order&id=71`, ipn);
    await until(() => stream.news().length === 2);
  });

  it.each([
    ['a topic that nobody knows', '{"type":"point_integration_wh","id":"x"}', 200, 'recorded'],
    ['an empty object', '{}', 200, 'recorded'],
    ['nothing', '', 400, 'bad'],
    ['not JSON', '<xml/>', 400, 'bad'],
    ['half an object', '{"type":"payment"', 400, 'bad'],
    ['bytes that are no text', '\ufffd\u0000\u0001', 400, 'bad'],
    ['an array', '[]', 400, 'bad'],
  ])('that is %s is answered once and for all', async (_what, body, status, outcome) => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    expect(await result(await notify(caja.notificationUrl, body))).toEqual({ status, result: outcome });
    expect(relay.store.read('CAJA01', 0, 10)).toEqual([]);
    expect((await notify(caja.notificationUrl, closedOrder('71'))).status).toBe(200);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/json; charset=latin1', 'nonsense'])(
    'is read whatever its content type says: %s',
    async (contentType) => {
      const relay = await aRelay();
      const caja = relay.pairings.mint('CAJA01');
      const response = await notify(caja.notificationUrl, closedOrder('71'), { 'content-type': contentType });
      expect(response.status).toBe(200);
      expect(relay.store.read('CAJA01', 0, 10)).toHaveLength(1);
    },
  );

  it('without a content type is read too', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = request(caja.notificationUrl, { method: 'POST', agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify(closedOrder('71')));
    });
    expect(status).toBe(200);
    expect(relay.store.read('CAJA01', 0, 10)).toHaveLength(1);
  });

  it('longer than 64 KiB is refused, and one just below is not', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const padded = (length: number) => JSON.stringify({ ...closedOrder('71'), padding: 'x'.repeat(length) });
    expect((await notify(caja.notificationUrl, padded(64 * 1024))).status).toBe(413);
    expect((await notify(caja.notificationUrl, padded(63 * 1024))).status).toBe(200);
  });

  it('that is not even HTTP does not disturb the next one', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    const { port } = new URL(relay.url);
    for (const noise of [
      '\u0016\u0003\u0001\u0002',
      'GET /%%% HTTP/1.1\r\n\r\n',
      'POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n',
    ]) {
      const socket = connect(Number(port), '127.0.0.1');
      await new Promise((resolve) => {
        socket.on('close', resolve).on('error', resolve).resume().end(noise);
      });
    }
    expect((await notify(caja.notificationUrl, closedOrder('71'))).status).toBe(200);
  });
});

describe('a notification address', () => {
  it('answers whoever looks whether it is there', async () => {
    const relay = await aRelay();
    expect((await fetch(relay.pairings.mint('CAJA01').notificationUrl)).status).toBe(200);
  });

  it.each([
    ['with another secret', (url: string) => url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['without its secret', (url: string) => url.replace(/\/[^/]+$/, '')],
    ['of another caja', (url: string) => url.replace('CAJA01', 'CAJA02')],
    ['of a caja that never was', (url: string) => url.replace('CAJA01', 'NOBODY')],
    ['of a caja with an impossible name', (url: string) => url.replace('CAJA01', '%2e%2e')],
  ])('%s is not there', async (_what, change) => {
    const relay = await aRelay();
    const { notificationUrl } = relay.pairings.mint('CAJA01');
    relay.pairings.mint('CAJA02');
    expect((await notify(change(notificationUrl), closedOrder('71'))).status).toBe(404);
    expect((await fetch(change(notificationUrl))).status).toBe(404);
    expect([...relay.store.read('CAJA01', 0, 1), ...relay.store.read('CAJA02', 0, 1)]).toEqual([]);
  });
});

describe('a signed notification', () => {
  const secret = 'test-secret-not-real';
  const sign = (id: string, key = secret) =>
    createHmac('sha256', key).update(`id:${id};request-id:r1;ts:1742505638;`).digest('hex');
  const headers = (v1: string) => ({ 'x-request-id': 'r1', 'x-signature': `ts=1742505638,v1=${v1}` });

  it('is told to the till as verified', async () => {
    const relay = await aRelay({ signatureSecrets: ['an-older-secret', secret] });
    const caja = relay.pairings.mint('CAJA01');
    const response = await notify(
      `${caja.notificationUrl}?data.id=71&type=topic_merchant_order_wh`,
      closedOrder('71'),
      headers(sign('71')),
    );
    expect(response.status).toBe(200);
    expect(relay.store.read('CAJA01', 0, 1)).toMatchObject([{ verified: true }]);
  });

  it('by somebody else is refused and not kept', async () => {
    const relay = await aRelay({ signatureSecrets: [secret] });
    const caja = relay.pairings.mint('CAJA01');
    const response = await notify(caja.notificationUrl, closedOrder('71'), headers(sign('71', 'forged')));
    expect(await result(response)).toEqual({ status: 401, result: 'mismatch' });
    expect(relay.store.stateOf('CAJA01').storeHead).toBe(0);
  });

  it('in the old dialect is as good as unsigned, because no secret validates those', async () => {
    const relay = await aRelay({ signatureSecrets: [secret] });
    const caja = relay.pairings.mint('CAJA01');
    const response = await notify(`${caja.notificationUrl}?topic=merchant_order&id=71`, '', headers('0'.repeat(64)));
    expect(response.status).toBe(200);
    expect(relay.store.read('CAJA01', 0, 1)).toMatchObject([{ verified: false }]);
  });
});

describe('a store that cannot be written', () => {
  it('makes Mercado Pago come again, and works as soon as it can', async () => {
    const dataDir = aDataDir();
    const relay = await aRelay({ dataDir, busyTimeoutMs: 50 });
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    const other = new Database(join(dataDir, 'relay.db'));
    onTestFinished(() => {
      other.close();
    });
    other.exec('BEGIN IMMEDIATE');

    const refused = await notify(caja.notificationUrl, closedOrder('71'));
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${relay.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${relay.url}/healthz`)).status).toBe(200);

    other.exec('ROLLBACK');
    expect((await notify(caja.notificationUrl, closedOrder('71'))).status).toBe(200);
    expect((await fetch(`${relay.url}/readyz`)).status).toBe(200);
    await until(() => stream.news().length === 1);
  });
});
