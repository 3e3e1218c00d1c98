import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SimulatorControl } from '../../../simulator/control/control';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { anOrder, apiOf } from './api';
import type { Api } from './api';

const pos = 'SUC001CAJA01';
let simulator: MercadoPagoSimulator;
let api: Api;
let control: SimulatorControl;

beforeEach(async () => {
  simulator = await startMercadoPagoSimulator();
  api = apiOf(simulator);
  control = simulator.control;
});

afterEach(async () => {
  await simulator.close();
});

describe('faults of the API by script', () => {
  // OpenAPI, response 429.
  it('a 429 says when to come back', async () => {
    control.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 7 } });
    const answer = await api.get('/users/me');
    expect(answer).toMatchObject({ status: 429, json: { status: 429, error: 'too_many_requests' } });
    expect(answer.headers.get('retry-after')).toBe('7');
  });

  it('a 5xx does not handle the request', async () => {
    control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'status', status: 503 } });
    expect((await api.putOrder(anOrder())).status).toBe(503);
    expect(control.orderOn(pos)).toBeNull();
  });

  it('garbage calls itself JSON and is not', async () => {
    control.faults.add({ fault: { kind: 'garbage' } });
    const answer = await api.get('/users/me');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('json');
    expect(answer.json).toBeUndefined();
  });

  it('a web page can come instead of JSON', async () => {
    control.faults.add({ fault: { kind: 'html', status: 502 } });
    const answer = await api.get('/users/me');
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('html');
  });

  it('a success can be pretended: nothing was done', async () => {
    await api.putOrder(anOrder());
    control.faults.add({ match: { method: 'DELETE', times: 1 }, fault: { kind: 'pretend' } });
    expect((await api.deleteOrder()).status).toBe(204);
    expect(control.orderOn(pos)).not.toBeNull();
    expect((await api.deleteOrder()).status).toBe(204);
    expect(control.orderOn(pos)).toBeNull();
  });

  it('a connection dropped before handling leaves no order', async () => {
    control.faults.add({ match: { method: 'PUT', times: 1 }, fault: { kind: 'drop' } });
    await expect(api.putOrder(anOrder())).rejects.toThrow('fetch failed');
    expect(control.orderOn(pos)).toBeNull();
  });

  it('a lost answer leaves the order on the caja', async () => {
    control.faults.add({ match: { method: 'PUT', times: 1 }, fault: { kind: 'loseAnswer' } });
    await expect(api.putOrder(anOrder())).rejects.toThrow('fetch failed');
    expect(control.orderOn(pos)?.externalReference).toBe('CAJA01V0001');
  });

  it.each([false, true])('silence (handled first: %s) lasts until the simulator closes', async (handled) => {
    control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'neverAnswer', handled } });
    const silent = api.putOrder(anOrder()).then(
      () => 'answered',
      () => 'connection closed',
    );
    await expect.poll(() => control.requests.list().length).toBe(1);
    await expect.poll(() => control.orderOn(pos) !== null).toBe(handled);
    await simulator.close();
    expect(await silent).toBe('connection closed');
  });

  it.each([false, true])('silence (handled first: %s) can be ended before', async (handled) => {
    control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'neverAnswer', handled } });
    const silent = api.putOrder(anOrder()).then(
      () => 'answered',
      () => 'connection closed',
    );
    await expect.poll(() => control.requests.list().length).toBe(1);
    await expect.poll(() => control.orderOn(pos) !== null).toBe(handled);
    control.faults.hangUp();
    expect(await silent).toBe('connection closed');
  });

  it('a delay only makes the answer late', async () => {
    control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'delay', ms: 30 } });
    expect((await api.putOrder(anOrder())).status).toBe(204);
  });

  it('a rule ends after its times and starts after those it lets pass', async () => {
    control.faults.add({ match: { path: '^/users', after: 1, times: 2 }, fault: { kind: 'status', status: 500 } });
    const seen = [];
    for (let request = 0; request < 4; request += 1) seen.push((await api.get('/users/me')).status);
    expect(seen).toEqual([200, 500, 500, 200]);
  });

  it('a rule touches only its method and path, and can be taken away', async () => {
    const remove = control.faults.add({ match: { method: 'delete', path: '/orders$' }, fault: { kind: 'drop' } });
    expect((await api.putOrder(anOrder())).status).toBe(204);
    await expect(api.deleteOrder()).rejects.toThrow('fetch failed');
    remove();
    expect((await api.deleteOrder()).status).toBe(204);
  });

  it('a rule that makes no sense is refused', () => {
    expect(() => control.faults.add({ match: { path: '(' }, fault: { kind: 'drop' } })).toThrow('regular expression');
  });
});

describe('the record of requests', () => {
  it('shows what came, how it was answered and what went wrong, and never the token', async () => {
    control.faults.add({ match: { method: 'PUT', times: 1 }, fault: { kind: 'status', status: 500 } });
    await api.putOrder(anOrder());
    await api.putOrder(anOrder());
    expect(control.requests.list()).toMatchObject([
      { method: 'PUT', status: 500, fault: 'status' },
      { method: 'PUT', status: 204, fault: null, body: { external_reference: 'CAJA01V0001' } },
    ]);
    expect(JSON.stringify(control.requests.list())).not.toContain(control.account.accessToken);
  });
});
