import { afterEach, describe, expect, it } from 'vitest';
import { createMercadoPago } from '../../../electron/mercadopago/create-mercado-pago';
import type { Currency } from '../../../shared/country';
import { anAttemptOf } from '../../support/an-attempt-of';
import { sendJson, startScriptedServer, type Script } from './scripted-server';

const attempt = anAttemptOf();
const noTerms = { notificationUrl: null, sponsorId: null, ivaPercent: null };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function against(script: Script, currency: Currency = 'ARS') {
  const server = await startScriptedServer(script);
  closing.push(() => server.close());
  const mercadoPago = createMercadoPago({
    baseUrl: server.url,
    token: 'TEST-token-orders',
    now: () => new Date(),
    retry: { attempts: 1 },
  });
  closing.push(() => mercadoPago.close());
  return { server, gateway: mercadoPago.gatewayFor({ userId: '446566691', currency }) };
}

const answering =
  (body: unknown, status = 200): Script =>
  (_request, response) =>
    sendJson(response, status, body);

describe('putOrder', () => {
  it('sends the order to the caja’s path, with the store in it', async () => {
    const { server, gateway } = await against((_request, response) => response.writeHead(204).end());
    expect(await gateway.putOrder(attempt, noTerms)).toEqual({ ok: true, value: undefined });
    expect(server.requests[0]).toMatchObject({
      method: 'PUT',
      path: '/instore/qr/seller/collectors/446566691/stores/SUC001/pos/SUC001CAJA01/orders',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ external_reference: 'CAJA01A0000001' });
  });

  it.each([200, 201, 204])('takes %i for a success, since the documents disagree', async (status) => {
    const { gateway } = await against((_request, response) => response.writeHead(status).end());
    expect((await gateway.putOrder(attempt, noTerms)).ok).toBe(true);
  });

  it.each([
    ['of another account', { collectorId: '999' }, 'accountForbidden'],
    ['on a caja without a usable id', { register: { ...attempt.register, externalPosId: '..' } }, 'registerNotFound'],
    [
      'whose lines do not add up',
      { reference: 'CAJA01A0000002', sale: { ...attempt.sale, lines: [] } },
      'orderInvalid',
    ],
  ])('sends nothing for an attempt %s', async (_what, changes, code) => {
    const { server, gateway } = await against(answering({}));
    expect(await gateway.putOrder({ ...attempt, ...changes }, noTerms)).toMatchObject({
      ok: false,
      error: { code, outcomeKnown: true },
    });
    expect(server.requests).toEqual([]);
  });
});

describe('findPendingOrder', () => {
  const order = { external_reference: 'CAJA01A0000001', total_amount: 59.97, items: [] };

  it('asks without the store in the path, where it is answered by a 405 page', async () => {
    const { server, gateway } = await against(answering([order]));
    await gateway.findPendingOrder(attempt.register);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/instore/qr/seller/collectors/446566691/pos/SUC001CAJA01/orders',
    });
  });

  it.each([
    ['an array, as declared', [order], { reference: 'CAJA01A0000001' }],
    ['an object, as captured', order, { reference: 'CAJA01A0000001' }],
    ['a reference that came as a number', [{ ...order, external_reference: 12345 }], { reference: '12345' }],
    ['an order of another system without a reference', [{ ...order, external_reference: null }], { reference: '' }],
    ['an empty array', [], null],
  ])('reads %s', async (_what, body, value) => {
    const { gateway } = await against(answering(body));
    expect(await gateway.findPendingOrder(attempt.register)).toEqual({ ok: true, value });
  });

  it('knows the documented answer for no order', async () => {
    const { gateway } = await against(
      answering({ error: 'point_of_sale_in_store_order_not_found', message: 'No associated order found.' }, 404),
    );
    expect(await gateway.findPendingOrder(attempt.register)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['the words of none with status 500', { error: 'point_of_sale_in_store_order_not_found' }, 500, 'mercadoPagoDown'],
    ['another 404', { error: 'not_found', message: 'POS not found.' }, 404, 'registerNotFound'],
    ['an error with status 200', { status: 400, message: 'bad' }, 200, 'unexpectedAnswer'],
    ['an empty object', {}, 200, 'unexpectedAnswer'],
    ['an array of nothing', [{}], 200, 'unexpectedAnswer'],
    ['a text', '"none"', 200, 'unexpectedAnswer'],
  ])('never takes %s for "no order"', async (_what, body, status, code) => {
    const { gateway } = await against(answering(body, status));
    expect(await gateway.findPendingOrder(attempt.register)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('deleteOrder', () => {
  it('asks without the store in the path and takes 204 for a success', async () => {
    const { server, gateway } = await against((_request, response) => response.writeHead(204).end());
    expect(await gateway.deleteOrder(attempt.register)).toEqual({ ok: true, value: undefined });
    expect(server.requests[0]).toMatchObject({
      method: 'DELETE',
      path: '/instore/qr/seller/collectors/446566691/pos/SUC001CAJA01/orders',
      body: '',
    });
  });

  it('has nothing left to do when there is no order', async () => {
    const { gateway } = await against(answering({ error: 'point_of_sale_in_store_order_not_found' }, 404));
    expect(await gateway.deleteOrder(attempt.register)).toEqual({ ok: true, value: undefined });
  });
});

// The reference's sample, with the amounts of a sale.
const merchantOrder = {
  id: 15140831325,
  status: 'closed',
  external_reference: 'CAJA01A0000001',
  preference_id: 'Preference identification',
  payments: [
    {
      id: 92937960454,
      transaction_amount: 59.97,
      total_paid_amount: 59.97,
      shipping_cost: 0,
      currency_id: 'ARS',
      status: 'approved',
      status_detail: 'accredited',
      operation_type: 'regular_payment',
      date_approved: '2019-04-02T14:35:35.000-04:00',
      amount_refunded: 0,
    },
  ],
  collector: { id: 446566691, nickname: null },
  total_amount: 59.97,
  site_id: 'MLA',
  paid_amount: 59.97,
  cancelled: false,
  application_id: 7910800073137785,
  order_status: 'paid',
};
const facts = {
  id: '15140831325',
  status: 'closed',
  reference: 'CAJA01A0000001',
  collectorId: '446566691',
  total: 5997,
  payments: [
    { id: '92937960454', status: 'approved', statusDetail: 'accredited', amount: 5997, refunded: 0, currency: 'ARS' },
  ],
};

describe('fetchMerchantOrder', () => {
  it('reads the sample of the reference', async () => {
    const { server, gateway } = await against(answering(merchantOrder));
    expect(await gateway.fetchMerchantOrder('15140831325')).toEqual({ ok: true, value: facts });
    expect(server.requests[0]?.path).toBe('/merchant_orders/15140831325');
  });

  it('keeps every digit of ids beyond 2^53', async () => {
    const text = JSON.stringify(merchantOrder)
      .replace('15140831325', '90071992547409930001')
      .replace('92937960454', '9007199254740993')
      .replace('"collector":{"id":446566691', '"collector":{"id":12345678901234567891');
    const { gateway } = await against(answering(text));
    expect(await gateway.fetchMerchantOrder('90071992547409930001')).toMatchObject({
      value: {
        id: '90071992547409930001',
        collectorId: '12345678901234567891',
        payments: [{ id: '9007199254740993' }],
      },
    });
  });

  it('reads an order that nobody paid, where everything may be null', async () => {
    const bare = { ...merchantOrder, status: 'opened', payments: null, collector: null, external_reference: null };
    const { gateway } = await against(answering(bare));
    expect(await gateway.fetchMerchantOrder('15140831325')).toEqual({
      ok: true,
      value: { ...facts, status: 'opened', payments: [], collectorId: null, reference: null },
    });
  });

  it('reads statuses that no document knows', async () => {
    const { gateway } = await against(answering({ ...merchantOrder, status: 'frozen' }));
    expect(await gateway.fetchMerchantOrder('15140831325')).toMatchObject({ value: { status: 'frozen' } });
  });

  it('counts refunds, and amounts that came as text', async () => {
    const [payment] = merchantOrder.payments;
    const body = {
      ...merchantOrder,
      total_amount: '59.97',
      payments: [{ ...payment, transaction_amount: '59.97', amount_refunded: 19.99 }],
    };
    const { gateway } = await against(answering(body));
    expect(await gateway.fetchMerchantOrder('15140831325')).toMatchObject({
      value: { total: 5997, payments: [{ amount: 5997, refunded: 1999 }] },
    });
  });

  it('shows a payment in a strange currency as what it is, although ours has no cents', async () => {
    const [payment] = merchantOrder.payments;
    const body = {
      ...merchantOrder,
      total_amount: 60,
      payments: [
        { ...payment, transaction_amount: 59.97, currency_id: 'USD' },
        { ...payment, id: 2, transaction_amount: 60, currency_id: null },
      ],
    };
    const { gateway } = await against(answering(body), 'CLP');
    expect(await gateway.fetchMerchantOrder('15140831325')).toMatchObject({
      value: { total: 60, payments: [{ currency: 'USD', amount: 5997 }, { currency: '' }] },
    });
  });

  it.each([
    ['404', 404, { error: 'not_found' }],
    ['403, which is how another account’s looks', 403, { error: 'forbidden' }],
    ['400 invalid_format', 400, { error: 'invalid_format' }],
    ['401 invalid_caller_id', 401, { error: 'invalid_caller_id' }],
  ])('does not exist for us after %s', async (_what, status, body) => {
    const { gateway } = await against(answering(body, status));
    expect(await gateway.fetchMerchantOrder('15140831325')).toEqual({ ok: true, value: null });
  });

  it.each(['../users/me', '..', '', '1/2', '1?access_token=x', 'ORD01', '9'.repeat(31)])(
    'asks nothing for the forged id %j',
    async (id) => {
      const { server, gateway } = await against(answering(merchantOrder));
      expect(await gateway.fetchMerchantOrder(id)).toEqual({ ok: true, value: null });
      expect(server.requests).toEqual([]);
    },
  );

  it.each([
    ['another order', { ...merchantOrder, id: 1 }, 200, 'unexpectedAnswer'],
    ['a total with a tenth of a cent', { ...merchantOrder, total_amount: 59.971 }, 200, 'unexpectedAnswer'],
    ['a total beyond exact numbers', { ...merchantOrder, total_amount: 1e300 }, 200, 'unexpectedAnswer'],
    ['no total', { ...merchantOrder, total_amount: undefined }, 200, 'unexpectedAnswer'],
    [
      'a payment without amount',
      { ...merchantOrder, payments: [{ id: 1, status: 'approved' }] },
      200,
      'unexpectedAnswer',
    ],
    ['401', { error: 'invalid_token' }, 401, 'tokenInvalid'],
  ])('fails, and is not "none", after %s', async (_what, body, status, code) => {
    const { gateway } = await against(answering(body, status));
    expect(await gateway.fetchMerchantOrder('15140831325')).toMatchObject({ ok: false, error: { code } });
  });
});

describe('searchMerchantOrders', () => {
  const numbered = (id: number) => ({ ...merchantOrder, id });

  it('finds none before the first scan, when the list is null', async () => {
    const { server, gateway } = await against(answering({ elements: null, next_offset: 0, total: 0 }));
    expect(await gateway.searchMerchantOrders('CAJA01A0000001')).toEqual({ ok: true, value: [] });
    expect(server.requests[0]?.path).toBe(
      '/merchant_orders/search?external_reference=CAJA01A0000001&limit=30&offset=0',
    );
  });

  it('finds every scan’s order, also those of further pages', async () => {
    const all = Array.from({ length: 65 }, (_, index) => numbered(index + 1));
    const { server, gateway } = await against((request, response) => {
      const offset = Number(new URL(request.path, 'http://x').searchParams.get('offset'));
      sendJson(response, 200, { elements: all.slice(offset, offset + 30), next_offset: offset + 30, total: 65 });
    });
    const found = await gateway.searchMerchantOrders('CAJA01A0000001');
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(all.map(({ id }) => String(id)));
    expect(server.requests).toHaveLength(3);
  });

  it('ends although the same page comes for every offset', async () => {
    const { server, gateway } = await against(answering({ elements: [numbered(1)], next_offset: 1, total: 1000 }));
    const found = await gateway.searchMerchantOrders('CAJA01A0000001');
    expect(found.ok && found.value).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  it('leaves out places of the list that are null', async () => {
    const { gateway } = await against(answering({ elements: [null, numbered(7)], total: 1 }));
    expect(await gateway.searchMerchantOrders('CAJA01A0000001')).toMatchObject({ value: [{ id: '7' }] });
  });

  it.each([
    ['one order cannot be read', { elements: [numbered(1), { id: 2, status: 'closed' }], total: 2 }],
    ['there is no list', { results: [] }],
    ['the list is missing', { total: 0 }],
  ])('fails rather than tell half of it when %s', async (_what, body) => {
    const { gateway } = await against(answering(body));
    expect(await gateway.searchMerchantOrders('CAJA01A0000001')).toMatchObject({
      ok: false,
      error: { code: 'unexpectedAnswer' },
    });
  });

  it('fails when a later page fails', async () => {
    const { gateway } = await against((_request, response, nth) => {
      if (nth === 1) sendJson(response, 200, { elements: [numbered(1)], total: 2 });
      else sendJson(response, 500, {});
    });
    expect(await gateway.searchMerchantOrders('CAJA01A0000001')).toMatchObject({
      ok: false,
      error: { code: 'mercadoPagoDown' },
    });
  });
});
