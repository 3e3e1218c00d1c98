import { request } from 'node:http';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { anOrder, apiOf } from './api';
import type { Api } from './api';

let simulator: MercadoPagoSimulator;
let api: Api;
const control = (method: string, path: string, body?: unknown) => api.send(method, `/_simulator${path}`, body);

beforeEach(async () => {
  simulator = await startMercadoPagoSimulator();
  api = apiOf(simulator);
});

afterEach(async () => {
  await simulator.close();
});

describe('the control over HTTP', () => {
  it('scans, is rejected, pays and shows what became of it', async () => {
    await api.putOrder(anOrder());
    const scan = await control('POST', '/scans', { pos: 'SUC001CAJA01' });
    expect(scan.json).toMatchObject({ kind: 'payScreen', seller: 'Kiosco La Esquina', order: { amount: 1500 } });
    const { id } = scan.json as { id: string };
    expect((await control('POST', `/scans/${id}/pay`, { outcome: 'rejected' })).json).toMatchObject({
      status: 'rejected',
    });
    const paid = await control('POST', `/scans/${id}/pay`);
    expect(paid.json).toMatchObject({ status: 'approved', amount: 1500 });
    expect((await control('GET', '/state')).json).toMatchObject({
      pos: [{ externalId: 'SUC001CAJA01', order: null }],
      orders: [{ state: 'paid' }],
      merchantOrders: [{ status: 'closed' }],
    });
    const payment = paid.json as { id: number };
    expect((await control('POST', `/payments/${payment.id}/refund`, { amount: 500 })).json).toMatchObject({
      amount: 500,
    });
  });

  it('shows the waiting screen when there is no order', async () => {
    expect((await control('POST', '/scans', { pos: 'SUC001CAJA01' })).json).toEqual({ kind: 'waitingScreen' });
  });

  it('breaks the API by script, and mends it', async () => {
    await control('POST', '/faults', { match: { path: '^/users' }, fault: { kind: 'status', status: 503 } });
    expect((await api.get('/users/me')).status).toBe(503);
    await control('DELETE', '/faults');
    expect((await api.get('/users/me')).status).toBe(200);
  });

  it('is itself never broken by a fault', async () => {
    await control('POST', '/faults', { fault: { kind: 'drop' } });
    expect((await control('GET', '/state')).status).toBe(200);
  });

  it('refuses deletions by script', async () => {
    await api.putOrder(anOrder());
    await control('POST', '/pos/SUC001CAJA01/refuse-delete', { code: 'instore_order_locked_error' });
    expect((await api.deleteOrder()).status).toBe(409);
    expect((await api.deleteOrder()).status).toBe(204);
  });

  it('loses and lists notifications', async () => {
    await api.putOrder(anOrder({ notification_url: 'https://relay.example.com/' }));
    await control('POST', '/notifications/faults', { match: { times: 1 }, fault: { kind: 'lose' } });
    await control('POST', '/scans', { pos: 'SUC001CAJA01' });
    expect((await control('GET', '/notifications')).json).toMatchObject([
      { status: 'opened', attempts: [{ outcome: { kind: 'lost' } }] },
    ]);
  });

  it('plays what becomes of money after the sale', async () => {
    await api.putOrder(anOrder());
    const { id: scan } = (await control('POST', '/scans', { pos: 'SUC001CAJA01' })).json as { id: string };
    const paid = (await control('POST', `/scans/${scan}/pay`)).json as { id: number };
    const refund = (amount: number, key: string) =>
      api.send('POST', `/v1/payments/${paid.id}/refunds`, { amount }, { 'x-idempotency-key': key });

    await control('POST', '/refunds/refuse', [2031]);
    expect((await refund(10, 'a')).status).toBe(400);
    await control('POST', '/balance', { amount: 15 });
    expect((await refund(20, 'b')).status).toBe(400);
    await control('POST', '/balance', { amount: null });
    await control('POST', '/refunds/next', ['in_process']);
    const { id } = (await refund(20, 'c')).json as { id: number };
    expect((await control('POST', `/refunds/${id}/settle`, { outcome: 'approved' })).json).toMatchObject({
      status: 'approved',
    });

    const after = async (path: string, body?: unknown) =>
      (await control('POST', `/payments/${paid.id}${path}`, body)).json;
    expect(await after('/dispute')).toMatchObject({ status: 'in_mediation' });
    expect(await after('/end-dispute', { winner: 'seller' })).toMatchObject({ status: 'approved' });
    expect(await after('/charge-back')).toMatchObject({ status: 'charged_back' });
    expect(await after('/end-charge-back', { outcome: 'settled' })).toMatchObject({ status: 'charged_back' });
    await after('/show', { status: 'approved' });
    expect((await api.get(`/v1/payments/${paid.id}`)).json).toMatchObject({ status: 'approved' });
    await control('POST', '/behaviour', { paymentSearchLagMs: 60_000 });
    expect((await api.get('/v1/payments/search?sort=date_created&criteria=asc')).json).toMatchObject({ results: [] });
    expect((await control('POST', '/refunds/refuse', [1])).status).toBe(400);
  });

  it('sends a notification again', async () => {
    await api.putOrder(anOrder({ notification_url: 'https://relay.example.com/' }));
    await control('POST', '/scans', { pos: 'SUC001CAJA01' });
    const [{ id } = { id: 0 }] = (await control('GET', '/notifications')).json as { id: number }[];
    expect((await control('POST', `/notifications/${id}/resend`)).status).toBe(200);
    expect((await control('GET', '/notifications')).json).toHaveLength(2);
    expect((await control('POST', '/notifications/999/resend')).status).toBe(404);
  });

  it('moves the clock', async () => {
    const before = simulator.control.clock.now().getTime();
    await control('POST', '/clock', { advanceMs: 3_600_000 });
    expect(simulator.control.clock.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000);
  });

  it('answers 404 for what it does not know, 409 for what cannot be, 400 for what it does not understand', async () => {
    expect((await control('POST', '/scans', { pos: 'NONE' })).status).toBe(404);
    expect((await control('POST', '/scans/scan-9/pay')).status).toBe(404);
    await api.putOrder(anOrder());
    const { id } = (await control('POST', '/scans', { pos: 'SUC001CAJA01' })).json as { id: string };
    await control('POST', `/scans/${id}/leave`);
    expect((await control('POST', `/scans/${id}/pay`)).status).toBe(409);
    expect((await control('POST', '/faults', { fault: { kind: 'explode' } })).status).toBe(400);
  });

  it('does not answer to another host’s name', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${simulator.url}/_simulator/state`, { headers: { host: 'evil.example.com' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
