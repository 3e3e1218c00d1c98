import { afterEach, describe, expect, it } from 'vitest';

import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { SimulatorOptions } from '../../../simulator/options';
import { manualClock } from '../../../simulator/world/clock';
import { anItem, anOrder, apiOf, orderUrl, posOrderUrl } from './api';

let simulator: MercadoPagoSimulator;

async function start(options: SimulatorOptions = {}) {
  simulator = await startMercadoPagoSimulator(options);
  return { api: apiOf(simulator), control: simulator.control };
}

afterEach(async () => {
  await simulator.close();
});

describe('putting an order on a caja', () => {
  // Instore Orders v2, PUT: "If the request is successful, the response will be: code 204".
  it('answers 204 with an empty body', async () => {
    const { api } = await start();
    const answer = await api.putOrder(anOrder());
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
  });

  it('shows the order afterwards as the one that will be scanned', async () => {
    const { api } = await start();
    await api.putOrder(anOrder());
    const answer = await api.getOrder();
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject([
      { external_reference: 'CAJA01V0001', total_amount: 1500, external_pos_id: 'SUC001CAJA01', items: [anItem()] },
    ]);
  });

  it('shows one order as an object when told to, as integrators read it', async () => {
    const { api } = await start({ behaviour: { orderShape: 'object' } });
    await api.putOrder(anOrder());
    expect((await api.getOrder()).json).toMatchObject({ external_reference: 'CAJA01V0001' });
  });

  it('keeps cents exact', async () => {
    const { api, control } = await start();
    const order = anOrder({
      total_amount: 59.97,
      items: [anItem({ unit_price: 19.99, quantity: 3, total_amount: 59.97 })],
    });
    expect((await api.putOrder(order)).status).toBe(204);
    expect(control.orderOn('SUC001CAJA01')?.amount).toBe(59.97);
  });

  it('overwrites the order that the caja already had', async () => {
    const { api, control } = await start();
    await api.putOrder(anOrder({ external_reference: 'first' }));
    expect((await api.putOrder(anOrder({ external_reference: 'second' }))).status).toBe(204);
    expect(control.orderOn('SUC001CAJA01')?.externalReference).toBe('second');
    expect(control.orders().map(({ state }) => state)).toEqual(['replaced', 'assigned']);
  });

  // Orders API, as integrators report it.
  it('refuses a second order with 409 when told to', async () => {
    const { api, control } = await start({ behaviour: { pendingOrder: 'refuse' } });
    await api.putOrder(anOrder({ external_reference: 'first' }));
    const answer = await api.putOrder(anOrder({ external_reference: 'second' }));
    expect(answer).toMatchObject({ status: 409, json: { error: 'already_queued_order_on_pos' } });
    expect(control.orderOn('SUC001CAJA01')?.externalReference).toBe('first');
  });

  it('does not distinguish upper and lower case in the caja, as the POS guide says', async () => {
    const { api } = await start();
    expect((await api.putOrder(anOrder(), 'suc001caja01')).status).toBe(204);
  });
});

describe('what the reference forbids in an order', () => {
  // Instore Orders v2, PUT, list of 400.
  it.each<[string, Record<string, unknown>, string]>([
    ['no reference', { external_reference: undefined }, 'invalid_external_reference'],
    ['a reference of 65 characters', { external_reference: 'x'.repeat(65) }, 'invalid_external_reference'],
    ['a reference with a bracket', { external_reference: 'sale[1]' }, 'invalid_external_reference'],
    ['a reference that is a number', { external_reference: 12345 }, 'invalid_external_reference'],
    ['no title', { title: undefined }, 'invalid_title'],
    ['a title that is a number', { title: 1 }, 'invalid_title'],
    ['no description', { description: undefined }, 'invalid_description'],
    ['no total', { total_amount: undefined }, 'invalid_total_amount'],
    ['a total written as text', { total_amount: '1500' }, 'invalid_total_amount'],
    ['a notification_url that is not one', { notification_url: 'not a url' }, 'invalid_notification_url'],
    ['a sponsor without id', { sponsor: {} }, 'invalid_id'],
    ['a sponsor whose id is text', { sponsor: { id: '1' } }, 'invalid_sponsor.id'],
    ['a cash-out without amount', { cash_out: {} }, 'invalid_amount'],
    ['a cash-out whose amount is text', { cash_out: { amount: '0' } }, 'invalid_cash_out.amount'],
    ['no items and no cash-out', { items: [] }, 'error_creating_seller_qr_order'],
    ['an item without unit_measure', { items: [anItem({ unit_measure: undefined })] }, 'invalid_unit_measure'],
    ['an item measured in kilos', { items: [anItem({ unit_measure: 'kg' })] }, 'invalid_items.unit_measure'],
    ['an item without quantity', { items: [anItem({ quantity: undefined })] }, 'invalid_quantity'],
    ['an item whose quantity is text', { items: [anItem({ quantity: '2' })] }, 'invalid_items.quantity'],
    ['an item with a fractional quantity', { items: [anItem({ quantity: 0.35 })] }, 'invalid_items.quantity'],
    ['an item without price', { items: [anItem({ unit_price: undefined })] }, 'invalid_unit_price'],
    ['an item whose price is text', { items: [anItem({ unit_price: '750' })] }, 'invalid_items.unit_price'],
    ['an item without total', { items: [anItem({ total_amount: undefined })] }, 'invalid_items.total_amount'],
    ['an item without title', { items: [anItem({ title: undefined })] }, 'invalid_items.title'],
    ['an item whose sku is a number', { items: [anItem({ sku_number: 1 })] }, 'invalid_items.sku_number'],
    ['an item whose currency is a number', { items: [anItem({ currency_id: 32 })] }, 'invalid_items.currency_id'],
    ['an expiry in the past', { expiration_date: '2020-08-22T16:34:56.559-04:00' }, 'invalid_expiration_date'],
    ['an expiry in UTC notation', { expiration_date: '2099-08-22T16:34:56.559Z' }, 'invalid_expiration_date'],
    ['an expiry without milliseconds', { expiration_date: '2099-08-22T16:34:56-04:00' }, 'invalid_expiration_date'],
    [
      'an expiry on a day that does not exist',
      { expiration_date: '2099-02-31T16:34:56.559-04:00' },
      'invalid_expiration_date',
    ],
  ])('%s is refused with its own error', async (_case, changes, error) => {
    const { api, control } = await start();
    const answer = await api.putOrder(anOrder(changes));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ status: 400, error, cause: [{ code: error }] });
    expect(control.orderOn('SUC001CAJA01')).toBeNull();
  });

  // Stricter than the reference: every official example has sums that match.
  it.each<[string, Record<string, unknown>, string]>([
    ['a line that is not price by quantity', { items: [anItem({ quantity: 3 })] }, 'invalid_items.total_amount'],
    ['a total that is not the sum of the lines', { total_amount: 1500.01 }, 'invalid_total_amount'],
    ['three decimals', { items: [anItem({ unit_price: 750.001 })] }, 'invalid_items.unit_price'],
    ['a property that the reference does not have', { notificationUrl: 'http://127.0.0.1/' }, 'bad_request'],
  ])('%s is refused', async (_case, changes, error) => {
    const { api } = await start();
    expect(await api.putOrder(anOrder(changes))).toMatchObject({ status: 400, json: { error } });
  });

  it('a sum of cents that binary fractions get wrong is accepted', async () => {
    const { api } = await start();
    const items = [0.1, 0.2].map((price) => anItem({ unit_price: price, quantity: 1, total_amount: price }));
    expect((await api.putOrder(anOrder({ items, total_amount: 0.3 }))).status).toBe(204);
  });

  it('every mistake is listed among the causes', async () => {
    const { api } = await start();
    const answer = await api.putOrder(anOrder({ title: 1, description: undefined }));
    expect(answer.json).toMatchObject({ cause: [{ code: 'invalid_title' }, { code: 'invalid_description' }] });
  });

  // Sites MLC and MCO take whole amounts only.
  it.each(['MLC', 'MCO'] as const)('cents are refused in %s', async (site) => {
    const { api } = await start({ site });
    const items = [anItem({ unit_price: 750.5, quantity: 1, total_amount: 750.5 })];
    expect(await api.putOrder(anOrder({ items, total_amount: 750.5 }))).toMatchObject({
      status: 400,
      json: { error: 'invalid_total_amount', cause: [{}, { code: 'invalid_items.unit_price' }, {}] },
    });
    expect((await api.putOrder(anOrder())).status).toBe(204);
  });

  it('a body that is not JSON is refused in the same envelope', async () => {
    const { api } = await start();
    expect(await api.putOrder('{"external_reference":')).toMatchObject({ status: 400, json: { error: 'bad_request' } });
  });

  it('Colombian taxes are taken as amounts', async () => {
    const { api, control } = await start({ site: 'MCO' });
    await api.putOrder(anOrder({ taxes: [{ type: 'IVA', value: 240 }] }));
    expect(control.orderOn('SUC001CAJA01')?.taxes).toEqual([{ type: 'IVA', value: 240 }]);
  });
});

describe('the address of an order', () => {
  it.each<[string, string, number, string]>([
    ['a user id with letters', '/instore/qr/seller/collectors/abc/pos/SUC001CAJA01/orders', 400, 'invalid_collectorId'],
    ['somebody else’s user id', '/instore/qr/seller/collectors/1/pos/SUC001CAJA01/orders', 400, 'invalid_access_token'],
    ['an unknown caja', posOrderUrl(446566691, 'NOPE'), 404, 'point_of_sale_not_found'],
  ])('%s is refused', async (_case, path, status, error) => {
    const { api } = await start();
    expect(await api.get(path)).toMatchObject({ status, json: { error } });
  });

  it('a caja of another store is refused', async () => {
    const { api } = await start();
    const path = '/instore/qr/seller/collectors/446566691/stores/OTHER/pos/SUC001CAJA01/orders';
    expect(await api.send('PUT', path, anOrder())).toMatchObject({ status: 404 });
  });

  it.each(['GET', 'DELETE', 'POST'])('%s with the store in the path is an HTML 405', async (method) => {
    const { api } = await start();
    const answer = await api.send(method, orderUrl(446566691, 'SUC001CAJA01'));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.json).toBeUndefined();
  });
});

describe('removing an order', () => {
  // Instore Orders v2, DELETE.
  it('answers 204 with an empty body, and nothing is left to scan', async () => {
    const { api, control } = await start();
    await api.putOrder(anOrder());
    const answer = await api.deleteOrder();
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
    expect(control.scan('SUC001CAJA01')).toEqual({ kind: 'waitingScreen' });
    expect(await api.getOrder()).toMatchObject({
      status: 404,
      json: { error: 'point_of_sale_in_store_order_not_found', message: 'No associated order found.' },
    });
  });

  it('answers a generic 500 when there is no live order', async () => {
    const { api } = await start();
    expect(await api.deleteOrder()).toMatchObject({
      status: 500,
      json: { error: 'in_store_order_creation_error', message: 'Failed to delete order.' },
    });
  });

  it('answers the 400 of the field when there is no live order and it was told to', async () => {
    const { api } = await start({ behaviour: { deleteWithoutOrder: 'in_store_order_delete_error' } });
    expect(await api.deleteOrder()).toMatchObject({ status: 400, json: { error: 'in_store_order_delete_error' } });
  });

  it.each(['instore_order_locked_error', 'in_store_order_delete_error', 'already_canceled'] as const)(
    'can be refused once with %s, and the order stays payable',
    async (code) => {
      const { api, control } = await start();
      await api.putOrder(anOrder());
      control.refuseDelete('SUC001CAJA01', code);
      const refused = await api.deleteOrder();
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.json).toMatchObject({ error: code });
      expect(control.scan('SUC001CAJA01').kind).toBe('payScreen');
      expect((await api.deleteOrder()).status).toBe(204);
    },
  );

  it('is refused while the customer is confirming the payment', async () => {
    const { api, control } = await start();
    await api.putOrder(anOrder());
    const scan = control.scanOrder('SUC001CAJA01');
    control.startPaying(scan);
    expect(await api.deleteOrder()).toMatchObject({ json: { error: 'instore_order_locked_error' } });
    control.leave(scan);
    expect((await api.deleteOrder()).status).toBe(204);
  });
});

describe('expiry', () => {
  it('takes the order off the caja at the date it was given', async () => {
    const clock = manualClock(new Date('2026-11-23T12:00:00.000Z'));
    const { api, control } = await start({ clock });
    await api.putOrder(anOrder({ expiration_date: '2026-11-23T08:10:00.000-04:00' }));
    clock.advance(10 * 60_000 - 1);
    expect(control.scan('SUC001CAJA01').kind).toBe('payScreen');
    clock.advance(1);
    expect(control.scan('SUC001CAJA01').kind).toBe('waitingScreen');
    expect((await api.getOrder()).status).toBe(404);
    expect((await api.deleteOrder()).status).toBe(500);
  });

  it('is judged by the simulator’s own clock, which the Date header tells', async () => {
    const clock = manualClock(new Date('2026-11-23T12:00:00.000Z'));
    const { api, control } = await start({ clock });
    control.clock.skew(24 * 60 * 60_000);
    const answer = await api.putOrder(anOrder({ expiration_date: '2026-11-23T08:10:00.000-04:00' }));
    expect(answer.json).toMatchObject({ error: 'invalid_expiration_date' });
    expect(answer.headers.get('date')).toBe('Tue, 24 Nov 2026 12:00:00 GMT');
  });
});
