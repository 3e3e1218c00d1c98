import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { anOrder, apiOf } from './api';
import type { Api } from './api';

const user = 446566691;
let simulator: MercadoPagoSimulator;
let api: Api;

beforeEach(async () => {
  simulator = await startMercadoPagoSimulator();
  api = apiOf(simulator);
});

afterEach(async () => {
  await simulator.close();
});

const aStore = (changes: Record<string, unknown> = {}) => ({
  name: 'Sucursal Instore',
  business_hours: { monday: [{ open: '08:00', close: '12:00' }] },
  external_id: 'SUC002',
  location: {
    street_number: '0123',
    street_name: 'Example Street Name.',
    city_name: 'Rosario',
    state_name: 'Santa Fe',
    latitude: -32.9,
    longitude: -60.6,
    reference: 'Near to Mercado Pago',
  },
  ...changes,
});

const aPos = (changes: Record<string, unknown> = {}) => ({
  name: 'Caja 2',
  fixed_amount: true,
  external_store_id: 'SUC001',
  external_id: 'SUC001CAJA02',
  ...changes,
});

describe('whose token it is', () => {
  it('/users/me tells the account and its site', async () => {
    expect((await api.get('/users/me')).json).toMatchObject({ id: user, nickname: 'LAESQUINA', site_id: 'MLA' });
  });

  it.each([
    '/users/me',
    '/pos',
    '/merchant_orders/1',
    '/v1/payments/1',
    `/instore/qr/seller/collectors/${user}/pos/X/orders`,
  ])('a wrong token is a 401 in the generic envelope on %s', async (path) => {
    const answer = await apiOf(simulator, 'TEST-token-wrong').get(path);
    expect(answer).toMatchObject({ status: 401, json: { status: 401, error: 'unauthorized', cause: [{}] } });
  });

  // OpenAPI readme: the token goes in the header, never in the URL.
  it('a token in the URL is refused', async () => {
    expect((await api.get('/users/me?access_token=TEST-practice-token')).status).toBe(401);
  });

  it('an unknown path is a 404 in the generic envelope', async () => {
    expect(await api.get('/nope')).toMatchObject({ status: 404, json: { status: 404, error: 'not_found' } });
  });
});

describe('stores', () => {
  // Stores reference.
  it('can be created, read, found and changed', async () => {
    const created = await api.send('POST', `/users/${user}/stores`, aStore());
    expect(created).toMatchObject({
      status: 201,
      json: {
        name: 'Sucursal Instore',
        external_id: 'SUC002',
        location: { address_line: 'Example Street Name., 0123, Rosario, Santa Fe.' },
      },
    });
    const { id } = created.json as { id: number };
    expect((await api.get(`/stores/${id}`)).json).toHaveProperty('date_creation');
    await api.send('PUT', `/users/${user}/stores/${id}`, { name: 'Otra' });
    expect((await api.get(`/users/${user}/stores/search?external_id=SUC002`)).json).toMatchObject([
      { paging: { total: 1 }, results: [{ id, name: 'Otra' }] },
    ]);
  });

  it('are all listed when no external_id is asked for', async () => {
    await api.send('POST', `/users/${user}/stores`, aStore());
    expect((await api.get(`/users/${user}/stores/search`)).json).toMatchObject([{ paging: { total: 2 } }]);
    expect((await api.get(`/users/${user}/stores/search?limit=1&offset=1`)).json).toMatchObject([
      { paging: { total: 2, limit: 1, offset: 1 }, results: [{ external_id: 'SUC002' }] },
    ]);
  });

  it('are searched with a plain object when told to, as integrators read it', async () => {
    await simulator.close();
    simulator = await startMercadoPagoSimulator({ behaviour: { storeSearchShape: 'object' } });
    expect((await apiOf(simulator).get(`/users/${user}/stores/search`)).json).toMatchObject({ paging: { total: 1 } });
  });

  it('of somebody else are forbidden', async () => {
    expect((await api.send('POST', '/users/1/stores', aStore())).status).toBe(403);
    expect((await api.get('/users/1/stores/search')).status).toBe(403);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['without a name', { name: undefined }, 'VALIDATION_ERROR'],
    ['without a location', { location: undefined }, 'VALIDATION_ERROR'],
    ['with an external id that has a hyphen', { external_id: 'SUC-2' }, 'VALIDATION_ERROR'],
    ['with an external id already used', { external_id: 'SUC001' }, 'VALIDATION_ERROR'],
    [
      'with five openings a day',
      { business_hours: { monday: Array(5).fill({ open: '08:00', close: '09:00' }) } },
      'VALIDATION_ERROR',
    ],
    [
      'with a street number that is a number',
      { location: { ...aStore().location, street_number: 123 } },
      'INVALID_STREET_NUMBER',
    ],
    [
      'in a province spelt otherwise',
      { location: { ...aStore().location, state_name: 'Cordoba' } },
      'VALIDATION_ERROR',
    ],
  ])('%s are refused', async (_case, changes, error) => {
    expect(await api.send('POST', `/users/${user}/stores`, aStore(changes))).toMatchObject({
      status: 400,
      json: { error },
    });
  });

  it('with an id that is not a number are an error', async () => {
    expect(await api.get('/stores/abc')).toMatchObject({ status: 400, json: { error: 'INVALID_STORE_ID' } });
    expect((await api.get('/stores/999')).status).toBe(404);
  });
});

describe('cajas (POS)', () => {
  // POS reference.
  it('can be created, read, changed and deleted, and take orders meanwhile', async () => {
    const created = await api.send('POST', '/pos', aPos());
    expect(created).toMatchObject({
      status: 201,
      json: { status: 'active', name: 'Caja 2', fixed_amount: true, external_store_id: 'SUC001', user_id: user },
    });
    const { id } = created.json as { id: number };
    expect((await api.putOrder(anOrder(), 'SUC001CAJA02')).status).toBe(204);
    await api.send('PUT', `/pos/${id}`, { name: 'Caja del fondo', category: 621102 });
    expect((await api.get(`/pos/${id}`)).json).toMatchObject({ name: 'Caja del fondo', category: 621102 });
    expect((await api.send('DELETE', `/pos/${id}`)).status).toBe(204);
    expect((await api.get(`/pos/${id}`)).status).toBe(404);
  });

  it('are found by external id, by store and by page', async () => {
    await api.send('POST', '/pos', aPos());
    expect((await api.get('/pos?external_id=suc001caja02')).json).toMatchObject({ paging: { total: 1 } });
    expect((await api.get('/pos?external_store_id=SUC001')).json).toMatchObject({ paging: { total: 2 } });
    expect((await api.get('/pos?limit=1&offset=1')).json).toMatchObject({
      paging: { total: 2, offset: 1, limit: 1 },
      results: [{ external_id: 'SUC001CAJA02' }],
    });
    expect((await api.get(`/users/${user}/pos`)).json).toMatchObject({ paging: { total: 2 } });
    expect((await api.get('/pos?external_id=NONE')).json).toMatchObject({ paging: { total: 0 }, results: [] });
  });

  it.each<[string, Record<string, unknown> | undefined, number, string]>([
    ['without a body', undefined, 400, 'MISSING_BODY'],
    ['with a field that does not exist', aPos({ color: 'red' }), 400, 'UNKNOWN_FIELD_EXCEPTION'],
    ['without a name', aPos({ name: undefined }), 400, 'INVALID_NAME'],
    ['with a name of 45 characters', aPos({ name: 'x'.repeat(45) }), 400, 'NAME_TOO_LONG'],
    ['with fixed_amount as text', aPos({ fixed_amount: 'true' }), 400, 'INVALID_FIXED_AMOUNT'],
    ['with a hyphen in the external id', aPos({ external_id: 'SUC001-CAJA02' }), 400, 'INVALID_EXTERNAL_ID'],
    ['with an external id of 40 characters', aPos({ external_id: 'x'.repeat(40) }), 400, 'EXTERNAL_ID_TOO_LONG'],
    ['with an external id in use', aPos({ external_id: 'SUC001CAJA01' }), 409, 'conflict'],
    ['with an external id in use in other case', aPos({ external_id: 'suc001caja01' }), 409, 'conflict'],
    ['with store_id as text', aPos({ store_id: '1234567' }), 400, 'INVALID_STORE_ID'],
    ['with a store that does not exist', aPos({ external_store_id: 'NONE' }), 400, 'INEXISTENT_EXTERNAL_STORE_ID'],
    ['with another country’s category', aPos({ category: 5812 }), 400, 'UNKNOWN_MCC'],
    ['with category as text', aPos({ category: '621102' }), 400, 'INVALID_CATEGORY'],
    [
      'with a url and no fixed amount',
      aPos({ fixed_amount: false, url: 'https://example.com' }),
      400,
      'FIXED_AMOUNT_FALSE',
    ],
    ['with a url on a host not enabled', aPos({ url: 'https://example.com' }), 403, 'forbidden'],
  ])('%s are refused', async (_case, body, status, error) => {
    expect(await api.send('POST', '/pos', body)).toMatchObject({ status, json: { error } });
  });

  it('with two names for different stores are refused', async () => {
    const { json } = await api.send('POST', `/users/${user}/stores`, aStore());
    const { id } = json as { id: number };
    expect(await api.send('POST', '/pos', aPos({ store_id: id }))).toMatchObject({
      status: 400,
      json: { error: 'EXTERNAL_STORE_ID_NOT_MATCH' },
    });
  });

  it.each([
    ['/pos/abc', 'INVALID_POS_ID'],
    ['/pos?limit=x', 'INVALID_LIMIT'],
    ['/pos?offset=x', 'INVALID_OFFSET'],
  ])('%s is refused', async (path, error) => {
    expect(await api.get(path)).toMatchObject({ status: 400, json: { error } });
  });

  it('have a QR whose picture needs no token', async () => {
    const { json } = await api.get('/pos?external_id=SUC001CAJA01');
    const { results } = json as { results: { qr: { image: string } }[] };
    const image = await fetch(results[0]?.qr.image ?? '');
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await image.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
});
