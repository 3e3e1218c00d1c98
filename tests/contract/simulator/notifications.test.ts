import { createHmac } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { defaultNotificationOptions, webhookSchedule } from '../../../simulator/notifications/notification-options';
import type { SimulatorOptions } from '../../../simulator/options';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { anOrder, apiOf } from './api';
import { startReceiver } from './receiver';
import type { Receiver } from './receiver';

const pos = 'SUC001CAJA01';
let simulator: MercadoPagoSimulator;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  await simulator.close();
  await receiver.close();
});

async function start(notifications: SimulatorOptions['notifications'] = {}, url = receiver.url) {
  simulator = await startMercadoPagoSimulator({ notifications });
  const put = await apiOf(simulator).putOrder(anOrder({ notification_url: url }));
  expect(put.status).toBe(204);
  return simulator.control;
}

const statuses = () => receiver.received.map(({ body }) => body.status);
const firstOutcomes = () =>
  simulator.control.notifications.deliveries().map(({ attempts }) => attempts.map(({ outcome }) => outcome.kind));

describe('the two forms that integrators captured', () => {
  it('a webhook has the merchant order at its root and no data.id', async () => {
    const control = await start();
    const { merchantOrderId } = control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    const closed = receiver.received.find(({ body }) => body.status === 'closed');
    expect(closed?.body).toEqual({
      action: 'update',
      application_id: '7910800073137785',
      data: { currency_id: '', marketplace: 'NONE', status: 'closed' },
      date_created: expect.stringMatching(/-04:00$/) as unknown,
      id: String(merchantOrderId),
      live_mode: false,
      status: 'closed',
      type: 'topic_merchant_order_wh',
      user_id: 446566691,
      version: 1,
    });
    expect(closed?.headers['x-signature']).toBeUndefined();
    expect(closed?.headers).toMatchObject({ 'x-retry': '0', 'x-socket-timeout': '22000' });
  });

  it('an IPN has topic and id in the query and no status anywhere', async () => {
    const control = await start({ forms: 'ipn' });
    const { merchantOrderId } = control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    expect(receiver.received.at(-1)).toMatchObject({
      path: '/hooks/caja1',
      query: { topic: 'merchant_order', id: String(merchantOrderId) },
      body: { resource: `https://api.mercadolibre.com/merchant_orders/${merchantOrderId}`, topic: 'merchant_order' },
      headers: { 'user-agent': 'MercadoPago Feed v2.0' },
    });
    expect(receiver.received.every(({ body }) => !('status' in body))).toBe(true);
  });

  it.each([
    ['ipn', 'resource'],
    ['webhooks', 'type'],
  ])('?source_news=%s gets only that form, whatever is configured', async (wish, property) => {
    const control = await start({ forms: 'both' }, `${receiver.url}?source_news=${wish}`);
    control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    expect(receiver.received).toHaveLength(2);
    for (const { body, query } of receiver.received) {
      expect(body).toHaveProperty(property);
      expect(query).toHaveProperty('source_news', wish);
    }
  });

  it('both dialects can hit one URL', async () => {
    const control = await start({ forms: 'both' });
    control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    expect(receiver.received).toHaveLength(4);
  });

  it('the payment topic can be sent too', async () => {
    const control = await start({ paymentTopic: true });
    const payment = control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    expect(receiver.received.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ type: 'payment', action: 'payment.created', data: { id: String(payment.id) } }),
    );
  });

  // Webhooks guide: `id:[data.id];request-id:[x-request-id];ts:[ts];`.
  it('webhooks can be signed, as some sellers received them', async () => {
    const secret = 'test-secret-not-real';
    const control = await start({ signingSecret: secret });
    control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    const last = receiver.received.at(-1);
    if (last === undefined) throw new Error('Nothing was received');
    const { headers, query } = last;
    const [, ts = '', v1] = /^ts=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-signature'])) ?? [];
    const manifest = `id:${query['data.id'] ?? ''};request-id:${String(headers['x-request-id'])};ts:${ts};`;
    expect(v1).toBe(createHmac('sha256', secret).update(manifest).digest('hex'));
  });
});

describe('when Mercado Pago says something', () => {
  it('a scan says opened, and a full payment says closed', async () => {
    const control = await start();
    const scan = control.scanOrder(pos);
    await control.notifications.settled();
    control.pay(scan);
    await control.notifications.settled();
    expect(statuses()).toEqual(['opened', 'closed']);
    expect(receiver.received[0]?.body).toMatchObject({ action: 'create' });
  });

  it('a rejected attempt says opened', async () => {
    const control = await start({ opened: 'none' });
    control.pay(control.scanOrder(pos), { outcome: 'rejected' });
    await control.notifications.settled();
    expect(statuses()).toEqual(['opened']);
  });

  // News of July 2024: opened may come at any moment of the flow.
  it('opened can come at odd moments, also after the closing', async () => {
    const control = await start({ opened: 'everywhere' });
    const { merchantOrderId } = control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    expect(statuses().filter((status) => status === 'opened')).toHaveLength(3);
    control.notifications.sendOpened(merchantOrderId);
    await control.notifications.settled();
    expect(statuses().at(-1)).toBe('opened');
  });

  it('a refund says closed again', async () => {
    const control = await start();
    const payment = control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    control.refund(payment);
    await control.notifications.settled();
    expect(statuses()).toEqual(expect.arrayContaining(['opened', 'closed', 'closed']));
    expect(receiver.received).toHaveLength(3);
  });

  it('an order without notification_url tells nobody', async () => {
    simulator = await startMercadoPagoSimulator();
    await apiOf(simulator).putOrder(anOrder());
    simulator.control.pay(simulator.control.scanOrder(pos));
    expect(simulator.control.notifications.deliveries()).toEqual([]);
  });
});

describe('delivery', () => {
  it('a URL outside this machine is recorded as refused and never called', async () => {
    const control = await start({}, 'https://relay.example.com/hooks/caja1');
    control.scanOrder(pos);
    await control.notifications.settled();
    expect(control.notifications.deliveries()).toMatchObject([
      { attempts: [{ outcome: { kind: 'refused', reason: 'not loopback' } }] },
    ]);
  });

  it.each([
    'http://127.0.0.1.example.com/',
    'http://169.254.169.254/',
    'http://0.0.0.0:1/',
    'http://localhost.example.com/',
  ])('%s does not pass for this machine', async (url) => {
    const control = await start({}, url);
    control.scanOrder(pos);
    await control.notifications.settled();
    expect(firstOutcomes()).toEqual([['refused']]);
  });

  it('records the status and the time of each answer', async () => {
    const control = await start();
    receiver.answer((response) => void response.writeHead(201).end());
    control.scanOrder(pos);
    await control.notifications.settled();
    expect(control.notifications.deliveries()).toMatchObject([
      { form: 'webhook', status: 'opened', attempts: [{ outcome: { kind: 'answered', status: 201 } }] },
    ]);
  });

  it('anything but 200 or 201 is tried again, up to the end of the schedule', async () => {
    const control = await start();
    receiver.answer((response) => void response.writeHead(204).end());
    control.scanOrder(pos);
    for (let round = 0; round < 5; round += 1) await control.flushRetries();
    expect(firstOutcomes()).toEqual([['answered', 'answered', 'answered', 'answered']]);
    expect(receiver.received.map(({ headers }) => headers['x-retry'])).toEqual(['0', '1', '2', '3']);
  });

  // In-person notifications: 22 s, then 30 s, 5 min and 30 min, each waiting 5 s.
  it('follows the in-person schedule unless told otherwise', async () => {
    await start();
    expect(defaultNotificationOptions.schedule).toEqual({
      firstAnswerMs: 22_000,
      retryAnswerMs: 5000,
      retryAfterMs: [30_000, 300_000, 1_800_000],
    });
  });

  // Webhooks: every 15 minutes, and longer after the third try.
  it('can follow the schedule of the webhooks guide', async () => {
    const control = await start({ schedule: webhookSchedule });
    receiver.answer((response) => void response.writeHead(500).end());
    control.scanOrder(pos);
    for (let round = 0; round < 9; round += 1) await control.flushRetries();
    expect(receiver.received).toHaveLength(1 + webhookSchedule.retryAfterMs.length);
    expect(webhookSchedule.retryAfterMs.slice(0, 3)).toEqual([900_000, 900_000, 900_000]);
  });

  it('a retry that is answered ends the trying', async () => {
    const control = await start();
    receiver.answer((response) => void response.writeHead(503).end());
    control.scanOrder(pos);
    await control.notifications.settled();
    receiver.answer((response) => void response.writeHead(200).end());
    await control.flushRetries();
    await control.flushRetries();
    expect(receiver.received).toHaveLength(2);
  });

  it('a server that never answers is given up after the waiting time', async () => {
    const control = await start({ schedule: { firstAnswerMs: 50, retryAnswerMs: 50, retryAfterMs: [60_000] } });
    receiver.answer(() => undefined);
    control.scanOrder(pos);
    await control.notifications.settled();
    expect(firstOutcomes()).toEqual([['timedOut']]);
    receiver.answer((response) => void response.writeHead(200).end());
    await control.flushRetries();
    expect(firstOutcomes()).toEqual([['timedOut', 'answered']]);
  });

  it('retries come by themselves at their time', async () => {
    const control = await start({ schedule: { firstAnswerMs: 1000, retryAnswerMs: 1000, retryAfterMs: [10] } });
    receiver.answer((response) => void response.writeHead(500).end());
    control.scanOrder(pos);
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 5000 });
  });

  it('a server that is not there is tried again', async () => {
    const control = await start();
    await receiver.close();
    control.scanOrder(pos);
    await control.flushRetries();
    expect(firstOutcomes()).toEqual([['failed', 'failed']]);
  });

  it('a redirect is not followed', async () => {
    const control = await start();
    receiver.answer((response) => void response.writeHead(307, { location: `${receiver.url}/elsewhere` }).end());
    control.scanOrder(pos);
    await control.notifications.settled();
    expect(receiver.received).toHaveLength(1);
    expect(firstOutcomes()).toEqual([['answered']]);
  });
});

describe('notifications that go wrong by script', () => {
  it('can be lost', async () => {
    const control = await start();
    control.notifications.faults.add({ match: { status: 'closed' }, fault: { kind: 'lose' } });
    control.pay(control.scanOrder(pos));
    await control.flushRetries();
    expect(statuses()).toEqual(['opened']);
    expect(firstOutcomes()).toEqual([['answered'], ['lost']]);
  });

  it('can be doubled many times', async () => {
    const control = await start({ opened: 'none' });
    control.notifications.faults.add({ match: { status: 'closed' }, fault: { kind: 'double', copies: 49 } });
    control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    expect(statuses()).toEqual(Array.from({ length: 50 }, () => 'closed'));
  });

  it('can change places', async () => {
    const control = await start();
    control.notifications.faults.add({ match: { status: 'opened', times: 1 }, fault: { kind: 'afterNext' } });
    control.pay(control.scanOrder(pos));
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2));
    expect(statuses()).toEqual(['closed', 'opened']);
  });

  it('can come late', async () => {
    const control = await start({ opened: 'none' });
    control.notifications.faults.add({ fault: { kind: 'delay', ms: 60_000 } });
    control.pay(control.scanOrder(pos));
    await control.notifications.settled();
    expect(receiver.received).toEqual([]);
    await control.flushRetries();
    expect(statuses()).toEqual(['closed']);
  });

  it('can be forged for an order that is not closed', async () => {
    const control = await start();
    const scan = control.scanOrder(pos);
    control.notifications.forge({ url: receiver.url, merchantOrderId: scan.merchantOrderId ?? 0 });
    await control.notifications.settled();
    expect(statuses()).toEqual(expect.arrayContaining(['closed']));
    expect(control.merchantOrders()).toMatchObject([{ status: 'opened' }]);
  });
});
