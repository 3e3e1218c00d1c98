import { afterEach, describe, expect, it } from 'vitest';

import type { SimulatorOptions } from '../../../simulator/options';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { manualClock } from '../../../simulator/world/clock';
import { anOrder, apiOf } from './api';

const pos = 'SUC001CAJA01';
const hours = 60 * 60_000;
let simulator: MercadoPagoSimulator;

interface PaymentRow {
  readonly id: number;
  readonly pos_id: string;
  readonly store_id: string;
  readonly status: string;
}

async function start(options: SimulatorOptions = {}) {
  const clock = manualClock(new Date('2026-11-23T12:00:00.000Z'));
  simulator = await startMercadoPagoSimulator({ clock, ...options });
  const api = apiOf(simulator);
  const { control } = simulator;
  const payOne = async (reference = 'CAJA01V0001') => {
    await api.putOrder(anOrder({ external_reference: reference }));
    return control.pay(control.scanOrder(pos));
  };
  const search = async (filters = '', order = 'sort=date_created&criteria=asc') => {
    const answer = await api.get(`/v1/payments/search?${order}&${filters}`);
    const { results } = answer.json as { results: readonly PaymentRow[] };
    return results;
  };
  const found = async (filters = '', order?: string) => (await search(filters, order)).map(({ id }) => id);
  return { api, control, clock, payOne, search, found };
}

afterEach(async () => {
  await simulator.close();
});

describe('a payment', () => {
  it('is read by its id, with what ties it to the sale', async () => {
    const { api, payOne } = await start();
    const payment = await payOne();
    expect((await api.get(`/v1/payments/${payment.id}`)).json).toMatchObject({
      id: payment.id,
      status: 'approved',
      external_reference: 'CAJA01V0001',
      transaction_amount: 1500,
      transaction_amount_refunded: 0,
      collector_id: 446566691,
      currency_id: 'ARS',
      order: { id: String(payment.merchantOrderId) },
      refunds: [],
    });
  });

  it('that does not exist is error 2000', async () => {
    const { api } = await start();
    expect(await api.get('/v1/payments/1')).toMatchObject({ status: 404, json: { cause: [{ code: 2000 }] } });
  });

  it('of another account does not exist, nor is it found', async () => {
    const other = {
      userId: 2,
      nickname: 'OTHER',
      email: 'o@example.com',
      siteId: 'MLA',
      accessToken: 'TEST-token-other',
      businessName: null,
    } as const;
    const { payOne } = await start({ otherAccounts: [other] });
    const { id } = await payOne();
    const theirs = apiOf(simulator, 'TEST-token-other');
    expect((await theirs.get(`/v1/payments/${id}`)).status).toBe(404);
    expect((await theirs.get('/v1/payments/search?sort=date_created&criteria=asc')).json).toMatchObject({
      paging: { total: 0 },
    });
  });

  it('can be made to show something that is not so', async () => {
    const { api, control, payOne } = await start();
    const payment = await payOne();
    control.showPayment(payment, { currency_id: 'BRL' });
    expect((await api.get(`/v1/payments/${payment.id}`)).json).toMatchObject({ currency_id: 'BRL' });
  });
});

describe('the search of payments', () => {
  // Payments reference, search: sort and criteria are required.
  it.each(['', '?sort=date_created', '?criteria=asc', '?sort=id&criteria=asc'])(
    'needs its order (%j)',
    async (query) => {
      const { api } = await start();
      expect((await api.get(`/v1/payments/search${query}`)).status).toBe(400);
    },
  );

  it('filters by reference, status, caja, store and collector', async () => {
    const { control, payOne, search, found } = await start();
    const first = await payOne('CAJA01V0001');
    const second = await payOne('CAJA01V0002');
    control.refund(second);
    expect(await found('external_reference=CAJA01V0001')).toEqual([first.id]);
    expect(await found('status=refunded')).toEqual([second.id]);
    const [row] = await search();
    const both = [first.id, second.id];
    expect(await found(`pos_id=${row?.pos_id ?? ''}&store_id=${row?.store_id ?? ''}`)).toEqual(both);
    expect(await found('collector.id=446566691')).toEqual(both);
    for (const strange of ['pos_id=1', 'store_id=1', 'collector.id=1']) expect(await found(strange)).toEqual([]);
  });

  it('refuses a filter that it does not have', async () => {
    const { api } = await start();
    const answer = await api.get('/v1/payments/search?sort=date_created&criteria=asc&date_created.from=2026-11-01');
    expect(answer.status).toBe(400);
  });

  it('pages by 30 unless told, and says how many there are', async () => {
    const { api, payOne, found } = await start();
    const ids: number[] = [];
    for (let sale = 0; sale < 32; sale += 1) ids.push((await payOne(`V${String(sale)}`)).id);
    expect(await found()).toEqual(ids.slice(0, 30));
    expect(await found('offset=30')).toEqual(ids.slice(30));
    expect((await api.get('/v1/payments/search?sort=date_created&criteria=asc&limit=5&offset=4')).json).toMatchObject({
      paging: { total: 32, limit: 5, offset: 4 },
    });
    expect((await api.get('/v1/payments/search?sort=date_created&criteria=asc&limit=1001')).status).toBe(400);
  });

  it('orders by the date asked for', async () => {
    const { control, clock, payOne, found } = await start();
    const first = await payOne('V1');
    clock.advance(hours);
    const second = await payOne('V2');
    clock.advance(hours);
    control.refund(first, { amount: 1 });
    expect(await found('', 'sort=date_created&criteria=desc')).toEqual([second.id, first.id]);
    expect(await found('', 'sort=date_last_updated&criteria=desc')).toEqual([first.id, second.id]);
  });

  it('looks within a range of the date it names: a refund of today on a payment of last week is an update of today', async () => {
    const { control, clock, payOne, found } = await start();
    const old = await payOne('V1');
    clock.advance(7 * 24 * hours);
    const fresh = await payOne('V2');
    control.refund(old, { amount: 1 });
    const since = (range: string) => found(`range=${range}&begin_date=NOW-3DAYS&end_date=NOW`);
    expect(await since('date_created')).toEqual([fresh.id]);
    expect(await since('date_approved')).toEqual([fresh.id]);
    expect(await since('date_last_updated')).toEqual([old.id, fresh.id]);
  });

  it.each([
    ['NOW-3DAYS', 'NOW', true],
    ['NOW-1DAY', 'NOW-2HOURS', false],
    ['NOW-1MONTH', 'NOW-30MINUTES', true],
    ['NOW-1YEAR', 'NOW+1DAY', true],
    ['2026-11-23T07:59:59.000-04:00', '2026-11-23T12:00:00.000Z', true],
    ['2026-11-23T12:00:00.001Z', '2026-11-24T00:00:00.000Z', false],
  ])('from %s to %s has a payment of an hour ago: %s', async (begin, end, expected) => {
    const { clock, payOne, found } = await start();
    const payment = await payOne();
    clock.advance(hours);
    const query = new URLSearchParams({ range: 'date_created', begin_date: begin, end_date: end }).toString();
    expect(await found(query)).toEqual(expected ? [payment.id] : []);
  });

  it('has no payment that was never approved in a range of date_approved', async () => {
    const { api, control, found } = await start();
    await api.putOrder(anOrder());
    const payment = control.pay(control.scanOrder(pos), { outcome: 'rejected' });
    expect(await found('range=date_approved&begin_date=NOW-1DAY&end_date=NOW')).toEqual([]);
    expect(await found('range=date_created&begin_date=NOW-1DAY&end_date=NOW')).toEqual([payment.id]);
  });

  it.each([
    'begin_date=NOW-3DAYS',
    'range=date_created&begin_date=yesterday',
    'range=date_created&begin_date=now-3days',
    'range=date_created&begin_date=2026-11-23',
  ])('refuses %s', async (filters) => {
    const { api } = await start();
    expect((await api.get(`/v1/payments/search?sort=date_created&criteria=asc&${filters}`)).status).toBe(400);
  });

  it('can be behind, while reading by id is not', async () => {
    const { api, control, clock, payOne, search, found } = await start();
    control.behave({ paymentSearchLagMs: 60_000 });
    const payment = await payOne();
    expect(await found()).toEqual([]);
    expect((await api.get(`/v1/payments/${payment.id}`)).status).toBe(200);
    clock.advance(60_000);
    control.refund(payment);
    expect(await search()).toMatchObject([{ id: payment.id, status: 'approved' }]);
    control.behave({ paymentSearchLagMs: 0 });
    expect(await search()).toMatchObject([{ id: payment.id, status: 'refunded' }]);
  });
});
