import { afterEach, describe, expect, it } from 'vitest';

import type { SimulatorOptions } from '../../../simulator/options';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { manualClock } from '../../../simulator/world/clock';
import { anOrder, apiOf } from './api';

let simulator: MercadoPagoSimulator;

async function startPaid(options: SimulatorOptions = {}) {
  simulator = await startMercadoPagoSimulator(options);
  const api = apiOf(simulator);
  await api.putOrder(anOrder());
  const payment = simulator.control.pay(simulator.control.scanOrder('SUC001CAJA01'));
  const refunds = `/v1/payments/${payment.id}/refunds`;
  const refund = (body?: unknown, key = 'key-1') => api.send('POST', refunds, body, { 'x-idempotency-key': key });
  return { api, control: simulator.control, payment, refunds, refund };
}

afterEach(async () => {
  await simulator.close();
});

describe('payments', () => {
  it('are read by id, with what ties them to the sale', async () => {
    const { api, payment } = await startPaid();
    expect((await api.get(`/v1/payments/${payment.id}`)).json).toMatchObject({
      id: payment.id,
      status: 'approved',
      external_reference: 'CAJA01V0001',
      transaction_amount: 1500,
      transaction_amount_refunded: 0,
      collector_id: 446566691,
      currency_id: 'ARS',
      order: { id: String(payment.merchantOrderId) },
    });
  });

  it('that do not exist are error 2000', async () => {
    const { api } = await startPaid();
    expect(await api.get('/v1/payments/1')).toMatchObject({ status: 404, json: { cause: [{ code: 2000 }] } });
  });

  // Payments reference, search: sort and criteria are required.
  it('are searched by reference, sorted', async () => {
    const { api, payment } = await startPaid();
    const search = '/v1/payments/search?sort=date_created&criteria=desc';
    expect((await api.get(`${search}&external_reference=CAJA01V0001`)).json).toMatchObject({
      paging: { total: 1, limit: 30, offset: 0 },
      results: [{ id: payment.id }],
    });
    expect((await api.get(`${search}&status=rejected`)).json).toMatchObject({ paging: { total: 0 }, results: [] });
    expect((await api.get('/v1/payments/search?external_reference=CAJA01V0001')).status).toBe(400);
  });
});

describe('refunds', () => {
  // Payments reference, refunds: an empty body gives everything back.
  it.each([undefined, '', {}])('with the body %j are for the whole payment', async (body) => {
    const { api, payment, refund } = await startPaid();
    expect(await refund(body)).toMatchObject({
      status: 201,
      json: { payment_id: payment.id, amount: 1500, status: 'approved' },
    });
    expect((await api.get(`/v1/payments/${payment.id}`)).json).toMatchObject({
      status: 'refunded',
      transaction_amount_refunded: 1500,
    });
  });

  it('in parts are possible up to the amount', async () => {
    const { api, payment, refund, refunds } = await startPaid();
    expect((await refund({ amount: 1000.5 }, 'a')).status).toBe(201);
    expect(await refund({ amount: 499.51 }, 'b')).toMatchObject({ status: 400, json: { cause: [{ code: 2085 }] } });
    expect((await refund({ amount: 499.5 }, 'c')).status).toBe(201);
    expect((await api.get(refunds)).json).toMatchObject([{ amount: 1000.5 }, { amount: 499.5 }]);
    expect((await api.get(`/v1/payments/${payment.id}`)).json).toMatchObject({ status: 'refunded' });
  });

  it('asked twice with one key happen once', async () => {
    const { api, refund, refunds } = await startPaid();
    const first = await refund({ amount: 100 });
    const again = await refund({ amount: 100 });
    expect(again.json).toEqual(first.json);
    expect((await api.get(refunds)).json).toHaveLength(1);
  });

  it('with a used key and another body are a conflict', async () => {
    const { refund } = await startPaid();
    await refund({ amount: 100 });
    expect((await refund({ amount: 200 })).status).toBe(409);
  });

  it('without an idempotency key are error 4292', async () => {
    const { api, refunds } = await startPaid();
    expect(await api.send('POST', refunds)).toMatchObject({ status: 400, json: { cause: [{ code: 4292 }] } });
  });

  it.each<[unknown, number, number]>([
    [{ amount: '5' }, 401, 4041],
    [{ amount: 0 }, 401, 4040],
    [{ amount: -5 }, 401, 4040],
  ])('of %j are refused with %i and code %i', async (body, status, code) => {
    const { refund } = await startPaid();
    expect(await refund(body)).toMatchObject({ status, json: { cause: [{ code }] } });
  });

  it('of a payment already given back are error 2063', async () => {
    const { refund } = await startPaid();
    await refund(undefined, 'a');
    expect(await refund(undefined, 'b')).toMatchObject({ status: 400, json: { cause: [{ code: 2063 }] } });
  });

  // Refunds guide: within 180 days of approval.
  it('of a payment approved 180 days ago are error 2024', async () => {
    const clock = manualClock(new Date('2026-01-01T12:00:00.000Z'));
    const { refund } = await startPaid({ clock });
    clock.advance(180 * 24 * 60 * 60_000 + 1);
    expect(await refund()).toMatchObject({ status: 404, json: { cause: [{ code: 2024 }] } });
  });

  it('of an unknown payment are error 2000', async () => {
    const { api } = await startPaid();
    const answer = await api.send('POST', '/v1/payments/1/refunds', undefined, { 'x-idempotency-key': 'k' });
    expect(answer).toMatchObject({ status: 404, json: { cause: [{ code: 2000 }] } });
  });

  it.each(['in_process', 'rejected'] as const)(
    'can become %s by script, and then nothing was given back',
    async (status) => {
      const { api, control, payment, refund } = await startPaid();
      control.nextRefunds(status);
      expect((await refund()).json).toMatchObject({ status });
      expect((await api.get(`/v1/payments/${payment.id}`)).json).toMatchObject({
        status: 'approved',
        transaction_amount_refunded: 0,
      });
    },
  );
});
