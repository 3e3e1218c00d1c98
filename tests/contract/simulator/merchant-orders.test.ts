import { afterEach, describe, expect, it } from 'vitest';

import type { SimulatorOptions } from '../../../simulator/options';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { manualClock } from '../../../simulator/world/clock';
import { anItem, anOrder, apiOf } from './api';

const pos = 'SUC001CAJA01';
let simulator: MercadoPagoSimulator;

async function startWithOrder(options: SimulatorOptions = {}, order: Record<string, unknown> = {}) {
  simulator = await startMercadoPagoSimulator(options);
  const api = apiOf(simulator);
  expect((await api.putOrder(anOrder(order))).status).toBe(204);
  return { api, control: simulator.control };
}

afterEach(async () => {
  await simulator.close();
});

describe('searching by reference', () => {
  // In-person notifications, troubleshooting: the answer before a scan.
  it.each([
    '/merchant_orders?external_reference=CAJA01V0001',
    '/merchant_orders/search?external_reference=CAJA01V0001',
  ])('gives null and not an empty list before the first scan (%s)', async (path) => {
    const { api } = await startWithOrder();
    expect(await api.get(path)).toMatchObject({ status: 200, json: { elements: null, next_offset: 0, total: 0 } });
  });

  // In-person notifications: "para cada escaneo QR, se genera un merchant_order diferente".
  it('gives one merchant order for each scan', async () => {
    const { api, control } = await startWithOrder();
    control.scanOrder(pos);
    control.pay(control.scanOrder(pos));
    const answer = await api.get('/merchant_orders?external_reference=CAJA01V0001');
    expect(answer.json).toMatchObject({
      total: 2,
      elements: [
        { status: 'opened', order_status: 'payment_required', payments: [] },
        { status: 'closed', order_status: 'paid' },
      ],
    });
  });

  it('gives none before the first attempt when merchant orders come late, as since August 2024', async () => {
    const { api, control } = await startWithOrder({ behaviour: { merchantOrderCreatedAt: 'firstPayment' } });
    const scan = control.scanOrder(pos);
    expect(scan.merchantOrderId).toBeNull();
    expect((await api.get('/merchant_orders?external_reference=CAJA01V0001')).json).toMatchObject({ elements: null });
    control.pay(scan);
    expect((await api.get('/merchant_orders?external_reference=CAJA01V0001')).json).toMatchObject({ total: 1 });
  });

  it('pages, and filters by status', async () => {
    const { api, control } = await startWithOrder();
    for (let scan = 0; scan < 3; scan += 1) control.scanOrder(pos);
    expect((await api.get('/merchant_orders/search?limit=2')).json).toMatchObject({ next_offset: 2, total: 3 });
    expect((await api.get('/merchant_orders/search?limit=2&offset=2')).json).toMatchObject({
      elements: [{}],
      total: 3,
    });
    expect((await api.get('/merchant_orders/search?status=closed')).json).toMatchObject({ elements: null });
  });

  it('refuses a filter that does not exist', async () => {
    const { api } = await startWithOrder();
    expect(await api.get('/merchant_orders/search?reference=x')).toMatchObject({
      status: 400,
      json: { error: 'ds_search_query' },
    });
  });
});

describe('one merchant order', () => {
  // merchant_orders reference, sample response.
  it('carries what a till must check before it believes a payment', async () => {
    const { api, control } = await startWithOrder();
    const payment = control.pay(control.scanOrder(pos));
    const { json } = await api.get(`/merchant_orders/${payment.merchantOrderId}`);
    expect(json).toMatchObject({
      id: payment.merchantOrderId,
      status: 'closed',
      order_status: 'paid',
      external_reference: 'CAJA01V0001',
      collector: { id: 446566691 },
      site_id: 'MLA',
      total_amount: 1500,
      paid_amount: 1500,
      refunded_amount: 0,
      payments: [
        { id: payment.id, status: 'approved', transaction_amount: 1500, currency_id: 'ARS', amount_refunded: 0 },
      ],
      items: [{ title: 'Alfajor', quantity: 2, unit_price: 750 }],
    });
    expect(json).toMatchObject({ date_created: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{3}-04:00$/) as unknown });
  });

  it('an id that is not a number is an invalid format', async () => {
    const { api } = await startWithOrder();
    expect(await api.get('/merchant_orders/abc')).toMatchObject({ status: 400, json: { error: 'invalid_format' } });
  });

  it('of another account does not exist', async () => {
    const other = {
      userId: 2,
      nickname: 'OTHER',
      email: 'o@example.com',
      siteId: 'MLA',
      accessToken: 'TEST-token-other',
      businessName: null,
    } as const;
    const { control } = await startWithOrder({ otherAccounts: [other] });
    const scan = control.scanOrder(pos);
    const theirs = apiOf(simulator, 'TEST-token-other');
    expect((await theirs.get(`/merchant_orders/${scan.merchantOrderId ?? 0}`)).status).toBe(404);
  });

  it('can be made to show something that is not so', async () => {
    const { api, control } = await startWithOrder();
    const { merchantOrderId } = control.pay(control.scanOrder(pos));
    control.show(merchantOrderId, { collector: { id: 1 } });
    expect((await api.get(`/merchant_orders/${merchantOrderId}`)).json).toMatchObject({ collector: { id: 1 } });
  });
});

describe('paying', () => {
  it('in full closes the merchant order and takes the order off the caja', async () => {
    const { api, control } = await startWithOrder();
    control.pay(control.scanOrder(pos));
    expect((await api.getOrder()).status).toBe(404);
    expect((await api.deleteOrder()).status).toBe(500);
    expect(control.orders()).toMatchObject([{ state: 'paid' }]);
  });

  // Test purchase guide, case "segundo intento de pago".
  it('a rejected attempt leaves everything open for a second one without a new scan', async () => {
    const { control } = await startWithOrder();
    const scan = control.scanOrder(pos);
    control.pay(scan, { outcome: 'rejected' });
    expect(control.merchantOrders()).toMatchObject([{ status: 'opened', payments: [{ status: 'rejected' }] }]);
    expect(control.orderOn(pos)).not.toBeNull();
    control.pay(scan);
    expect(control.merchantOrders()).toMatchObject([
      { status: 'closed', payments: [{ status: 'rejected' }, { status: 'approved' }] },
    ]);
  });

  it('in parts closes only when the approved parts cover the total', async () => {
    const { api, control } = await startWithOrder();
    const scan = control.scanOrder(pos);
    const first = control.pay(scan, { amount: 999.99 });
    const shown = () => api.get(`/merchant_orders/${first.merchantOrderId}`);
    expect((await shown()).json).toMatchObject({
      status: 'opened',
      order_status: 'partially_paid',
      paid_amount: 999.99,
    });
    const second = control.pay(scan);
    expect(second.amount).toBe(500.01);
    expect((await shown()).json).toMatchObject({ status: 'closed', order_status: 'paid', paid_amount: 1500 });
  });

  it('more than the total also closes', async () => {
    const { control } = await startWithOrder();
    control.pay(control.scanOrder(pos), { amount: 2000 });
    expect(control.merchantOrders()).toMatchObject([{ status: 'closed', payments: [{ amount: 2000 }] }]);
  });

  it.each(['pending', 'in_process'] as const)('a payment that stays %s closes once it is approved', async (outcome) => {
    const { api, control } = await startWithOrder();
    const payment = control.pay(control.scanOrder(pos), { outcome });
    expect((await api.get(`/merchant_orders/${payment.merchantOrderId}`)).json).toMatchObject({
      status: 'opened',
      order_status: 'payment_in_process',
    });
    control.settlePending(payment, 'approved');
    expect(control.merchantOrders()).toMatchObject([{ status: 'closed' }]);
  });

  // sdk-dotnet issue 88: a customer who is already on the pay screen can pay an expired order.
  it('late is possible for whoever had the pay screen open', async () => {
    const clock = manualClock(new Date('2026-11-23T12:00:00.000Z'));
    const { control } = await startWithOrder({ clock }, { expiration_date: '2026-11-23T08:10:00.000-04:00' });
    const scan = control.scanOrder(pos);
    clock.advance(60 * 60_000);
    expect(control.scan(pos).kind).toBe('waitingScreen');
    control.pay(scan);
    expect(control.merchantOrders('CAJA01V0001')).toMatchObject([{ status: 'closed' }]);
  });

  it('after the order was removed is possible too', async () => {
    const { api, control } = await startWithOrder();
    const scan = control.scanOrder(pos);
    await api.deleteOrder();
    control.pay(scan);
    expect(control.merchantOrders()).toMatchObject([{ status: 'closed' }]);
    expect(control.orders()).toMatchObject([{ state: 'deleted' }]);
  });

  it('twice, by two scans, leaves two closed merchant orders', async () => {
    const { control } = await startWithOrder();
    const scans = [control.scanOrder(pos), control.scanOrder(pos)];
    for (const scan of scans) control.pay(scan);
    expect(control.merchantOrders('CAJA01V0001').map(({ status }) => status)).toEqual(['closed', 'closed']);
  });

  it('an old order late does not touch the next customer’s order', async () => {
    const { api, control } = await startWithOrder();
    const old = control.scanOrder(pos);
    await api.deleteOrder();
    await api.putOrder(anOrder({ external_reference: 'CAJA01V0002' }));
    control.pay(old);
    expect(control.orderOn(pos)?.externalReference).toBe('CAJA01V0002');
  });

  it('a paid scan again is impossible', async () => {
    const { control } = await startWithOrder();
    const scan = control.scanOrder(pos);
    control.pay(scan);
    expect(() => control.pay(scan)).toThrow('alreadyPaid');
  });

  it('a scan that the customer left is impossible', async () => {
    const { control } = await startWithOrder();
    const scan = control.scanOrder(pos);
    control.leave(scan);
    expect(() => control.pay(scan)).toThrow('left');
  });
});

describe('money that goes back', () => {
  it('a refund from the seller’s app shows in the merchant order, which stays closed', async () => {
    const { api, control } = await startWithOrder();
    const payment = control.pay(control.scanOrder(pos));
    control.refund(payment, { amount: 500 });
    const shown = () => api.get(`/merchant_orders/${payment.merchantOrderId}`);
    expect((await shown()).json).toMatchObject({
      status: 'closed',
      refunded_amount: 500,
      payments: [{ status: 'approved', status_detail: 'partially_refunded', amount_refunded: 500 }],
    });
    control.refund(payment);
    expect((await shown()).json).toMatchObject({
      status: 'closed',
      order_status: 'reverted',
      payments: [{ status: 'refunded', amount_refunded: 1500 }],
    });
  });

  // merchant_orders reference, `order_status` paid: approved, chargeback or in_mediation.
  it('a charged back payment still counts as paid in order_status', async () => {
    const { api, control } = await startWithOrder();
    const payment = control.pay(control.scanOrder(pos));
    control.chargeBack(payment);
    expect((await api.get(`/merchant_orders/${payment.merchantOrderId}`)).json).toMatchObject({
      order_status: 'paid',
      paid_amount: 0,
      payments: [{ status: 'charged_back' }],
    });
  });
});

describe('the customer’s phone', () => {
  it('reads the business name of the account', async () => {
    const { control } = await startWithOrder();
    expect(control.scanOrder(pos)).toMatchObject({
      seller: 'Kiosco La Esquina',
      order: { amount: 1500, currency: 'ARS' },
    });
  });

  it('reads the first item when the account has no business name', async () => {
    const { control } = await startWithOrder(
      { account: { businessName: null } },
      { items: [anItem({ title: 'Yerba' })] },
    );
    expect(control.scanOrder(pos).seller).toBe('Yerba');
  });

  // Test purchase guide: the waiting screen needs `fixed_amount: true`.
  it('asks for an amount when the caja has no order and no fixed amount', async () => {
    const stores = [{ name: 'S', externalId: 'SUC001', pos: [{ name: 'C', externalId: pos, fixedAmount: false }] }];
    const { api, control } = await startWithOrder({ stores });
    await api.deleteOrder();
    expect(control.scan(pos).kind).toBe('amountScreen');
  });
});
