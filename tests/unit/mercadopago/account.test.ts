import { afterEach, describe, expect, it } from 'vitest';
import type { Register } from '../../../electron/mercadopago/account-api';
import { createMercadoPago } from '../../../electron/mercadopago/create-mercado-pago';
import { sendJson, startScriptedServer, type Script } from './scripted-server';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function against(script: Script, writeMs = 5000) {
  const server = await startScriptedServer(script);
  closing.push(() => server.close());
  const mercadoPago = createMercadoPago({
    baseUrl: server.url,
    token: 'TEST-token-account',
    now: () => new Date(),
    retry: { attempts: 1 },
    timeouts: { writeMs },
  });
  closing.push(() => mercadoPago.close());
  const asked = () => server.requests.map(({ method, path }) => `${method} ${path}`);
  return { server, asked, accounts: mercadoPago.accounts };
}

const answering =
  (body: unknown, status = 200): Script =>
  (_request, response) =>
    sendJson(response, status, body);

describe('whoAmI', () => {
  it('reads the account and its country', async () => {
    const { accounts } = await against(answering({ id: 446566691, nickname: 'LAESQUINA', site_id: 'MLB' }));
    expect(await accounts.whoAmI()).toEqual({
      ok: true,
      value: { userId: '446566691', nickname: 'LAESQUINA', site: 'MLB', kind: 'production' },
    });
  });

  it.each([
    [['normal', 'test_user'], 'test'],
    [['normal'], 'production'],
    [null, 'production'],
    ['test_user', 'production'],
  ])('knows a test account by its tags: %j', async (tags, kind) => {
    const { accounts } = await against(answering({ id: 1, nickname: 'X', site_id: 'MLA', tags }));
    expect(await accounts.whoAmI()).toMatchObject({ ok: true, value: { kind } });
  });

  it('says when attended QR does not exist in the account’s country', async () => {
    const { accounts } = await against(answering({ id: 1, nickname: 'X', site_id: 'MLV' }));
    expect(await accounts.whoAmI()).toMatchObject({ ok: false, error: { code: 'siteMismatch' } });
  });
});

// The stores reference's sample.
const store = {
  id: 1234567,
  name: 'Sucursal Instore',
  date_created: '2019-08-08T19:29:45.019Z',
  location: { address_line: 'Example Street Name, 0123', latitude: 27.1, longitude: 78.04, reference: 'Near' },
  external_id: 'SUC001',
};
const storeRead = { id: '1234567', externalId: 'SUC001', name: 'Sucursal Instore' };
const noStores = [{ paging: { total: 0, offset: 0, limit: 30 }, results: [] }];
const newStore = {
  externalId: 'SUC001',
  name: 'Sucursal Instore',
  location: {
    streetName: 'Av. Corrientes',
    streetNumber: '0123',
    city: 'Belgrano',
    state: 'Capital Federal',
    latitude: -34.6,
    longitude: -58.4,
    reference: 'Esquina',
  },
};

describe('listStores', () => {
  it.each([
    ['wrapped in an array, as documented', [{ paging: { total: 1 }, results: [store] }]],
    ['bare, as captured', { paging: { total: 1 }, results: [store] }],
    ['without paging', { results: [store] }],
  ])('reads the list %s', async (_what, body) => {
    const { accounts } = await against(answering(body));
    expect(await accounts.listStores('446566691')).toEqual({ ok: true, value: [storeRead] });
  });

  it('reads a store that was made without an external id', async () => {
    const { accounts } = await against(answering({ results: [{ id: 7, name: 'Centro' }] }));
    expect(await accounts.listStores('446566691')).toMatchObject({ value: [{ id: '7', externalId: null }] });
  });

  it('reads all pages', async () => {
    const { accounts } = await against((request, response) => {
      const offset = Number(new URL(request.path, 'http://x').searchParams.get('offset'));
      const results = Array.from({ length: Math.min(30, 70 - offset) }, (_, index) => ({
        ...store,
        id: offset + index,
      }));
      sendJson(response, 200, [{ paging: { total: 70, offset, limit: 30 }, results }]);
    });
    const stores = await accounts.listStores('446566691');
    expect(stores.ok && stores.value.length).toBe(70);
  });

  it('has none for an array of nothing', async () => {
    const { accounts } = await against(answering([]));
    expect(await accounts.listStores('446566691')).toEqual({ ok: true, value: [] });
  });

  it('fails for a list that is none', async () => {
    const { accounts } = await against(answering({ stores: [] }));
    expect(await accounts.listStores('446566691')).toMatchObject({ ok: false, error: { code: 'unexpectedAnswer' } });
  });
});

describe('createStore', () => {
  it('creates it as the reference says when there is none', async () => {
    const { server, asked, accounts } = await against((request, response) => {
      sendJson(response, request.method === 'GET' ? 200 : 201, request.method === 'GET' ? noStores : store);
    });
    expect(await accounts.createStore('446566691', newStore)).toEqual({ ok: true, value: storeRead });
    expect(asked()).toEqual([
      'GET /users/446566691/stores/search?external_id=SUC001&limit=30&offset=0',
      'POST /users/446566691/stores',
    ]);
    expect(JSON.parse(server.requests[1]?.body ?? '')).toEqual({
      name: 'Sucursal Instore',
      external_id: 'SUC001',
      location: {
        street_name: 'Av. Corrientes',
        street_number: '0123',
        city_name: 'Belgrano',
        state_name: 'Capital Federal',
        latitude: -34.6,
        longitude: -58.4,
        reference: 'Esquina',
      },
    });
  });

  it('returns the one that is there already, without making another', async () => {
    const { asked, accounts } = await against(answering([{ results: [store] }]));
    expect(await accounts.createStore('446566691', newStore)).toEqual({ ok: true, value: storeRead });
    expect(asked()).toHaveLength(1);
  });

  it.each<[string, Script]>([
    ['the answer was lost', (_request, response) => response.socket?.destroy()],
    ['another till made it in between', answering({ error: 'conflict' }, 409)],
    [
      'the id is said to be used, or the place wrong, in one breath',
      answering({ error: 'VALIDATION_ERROR', message: 'External_id-already-used … check location.state_name' }, 400),
    ],
    ['the answer cannot be read', answering({ created: true }, 201)],
    ['no answer came in time', () => undefined],
  ])('finds the one that was made although %s', async (_what, post) => {
    const { accounts } = await against((request, response, nth) => {
      if (request.method === 'POST') post(request, response, nth);
      else sendJson(response, 200, nth === 1 ? noStores : [{ results: [store] }]);
    }, 300);
    expect(await accounts.createStore('446566691', newStore)).toEqual({ ok: true, value: storeRead });
  });

  it.each([
    [
      'a wrong place',
      400,
      { error: 'VALIDATION_ERROR', message: 'External_id-already-used … check location.city_name' },
      'locationInvalid',
    ],
    ['an id that nobody can see', 409, { error: 'conflict' }, 'externalIdTaken'],
    ['another account', 403, { error: 'Forbidden' }, 'accountForbidden'],
  ])('says so when it was not made because of %s', async (_what, status, body, code) => {
    const { accounts } = await against((request, response) => {
      if (request.method === 'POST') sendJson(response, status, body);
      else sendJson(response, 200, noStores);
    });
    expect(await accounts.createStore('446566691', newStore)).toMatchObject({ ok: false, error: { code } });
  });

  it('makes nothing when it could not look first', async () => {
    const { asked, accounts } = await against(answering({}, 500));
    expect(await accounts.createStore('446566691', newStore)).toMatchObject({ error: { code: 'mercadoPagoDown' } });
    expect(asked()).toHaveLength(1);
  });
});

// The POS reference's sample.
const pos = {
  id: 2711382,
  qr: {
    image: 'https://www.mercadopago.com/instore/merchant/qr/2711382/0977011a.png',
    template_document: 'https://www.mercadopago.com/instore/merchant/qr/2711382/template_0977011a.pdf',
  },
  status: 'active',
  uuid: '0977011a',
  user_id: 446566691,
  name: 'First POS',
  fixed_amount: true,
  category: 621102,
  store_id: 1234567,
  external_store_id: 'SUC001',
  external_id: 'SUC001POS001',
};
const posRead: Register = {
  id: '2711382',
  externalId: 'SUC001POS001',
  externalStoreId: 'SUC001',
  storeId: '1234567',
  name: 'First POS',
  fixedAmount: true,
  qrImageUrl: 'https://www.mercadopago.com/instore/merchant/qr/2711382/0977011a.png',
};
const list = (...results: readonly unknown[]) => ({ paging: { total: results.length, offset: 0, limit: 30 }, results });
const newRegister = { externalId: 'SUC001POS001', name: 'First POS', storeId: '1234567', externalStoreId: 'SUC001' };

describe('listRegisters', () => {
  it('reads the cajas of a store', async () => {
    const { asked, accounts } = await against(answering(list(pos)));
    expect(await accounts.listRegisters(storeRead)).toEqual({ ok: true, value: [posRead] });
    expect(asked()).toEqual(['GET /pos?store_id=1234567&limit=30&offset=0']);
  });

  it('leaves out the cajas of another store, when the filter was not understood', async () => {
    const { accounts } = await against(answering(list(pos, { ...pos, id: 2, store_id: '999' })));
    expect(await accounts.listRegisters(storeRead)).toEqual({ ok: true, value: [posRead] });
  });

  it('reads a caja that a Point terminal made, with almost nothing in it', async () => {
    const { accounts } = await against(answering(list({ id: 5, external_id: '', qr: {} })));
    expect(await accounts.listRegisters(storeRead)).toMatchObject({
      value: [{ id: '5', externalId: null, storeId: null, fixedAmount: false, qrImageUrl: null }],
    });
  });
});

describe('createRegister', () => {
  it('creates it with a fixed amount and the store’s id as a number', async () => {
    const { server, asked, accounts } = await against((request, response) => {
      if (request.method === 'GET') sendJson(response, 200, list());
      else sendJson(response, 201, pos);
    });
    expect(await accounts.createRegister(newRegister)).toEqual({ ok: true, value: posRead });
    expect(asked()).toEqual(['GET /pos?external_id=SUC001POS001&limit=30&offset=0', 'POST /pos']);
    expect(JSON.parse(server.requests[1]?.body ?? '')).toEqual({
      name: 'First POS',
      fixed_amount: true,
      store_id: 1234567,
      external_store_id: 'SUC001',
      external_id: 'SUC001POS001',
    });
  });

  it('returns the caja of this store that has the id already, whatever its case', async () => {
    const { asked, accounts } = await against(answering(list({ ...pos, external_id: 'suc001pos001' })));
    expect(await accounts.createRegister(newRegister)).toMatchObject({ ok: true, value: { id: '2711382' } });
    expect(asked()).toHaveLength(1);
  });

  it('refuses an id that belongs to a caja of another store', async () => {
    const { asked, accounts } = await against(answering(list({ ...pos, store_id: 9, external_store_id: 'SUC009' })));
    expect(await accounts.createRegister(newRegister)).toMatchObject({ ok: false, error: { code: 'externalIdTaken' } });
    expect(asked()).toHaveLength(1);
  });

  it('does not take a caja with another id for it, when the filter was not understood', async () => {
    const { asked, accounts } = await against((request, response) => {
      if (request.method === 'GET') sendJson(response, 200, list({ ...pos, id: 1, external_id: 'OTHER' }));
      else sendJson(response, 201, pos);
    });
    expect(await accounts.createRegister(newRegister)).toEqual({ ok: true, value: posRead });
    expect(asked()).toHaveLength(2);
  });

  it.each<[string, Script]>([
    ['the answer was lost', (_request, response) => response.socket?.destroy()],
    ['409', answering({ message: 'A pos with the same EXTERNAL_ID already exists.' }, 409)],
    ['500', answering({}, 500)],
  ])('finds the one that was made after %s', async (_what, post) => {
    const { accounts } = await against((request, response, nth) => {
      if (request.method === 'POST') post(request, response, nth);
      else sendJson(response, 200, nth === 1 ? list() : list(pos));
    });
    expect(await accounts.createRegister(newRegister)).toEqual({ ok: true, value: posRead });
  });

  it.each([
    [400, { error: 'NAME_TOO_LONG' }, 'nameTooLong'],
    [400, { error: 'INVALID_EXTERNAL_ID' }, 'externalIdInvalid'],
    [409, {}, 'externalIdTaken'],
    [401, {}, 'tokenInvalid'],
  ])('says why not after %i %o', async (status, body, code) => {
    const { accounts } = await against((request, response) => {
      if (request.method === 'POST') sendJson(response, status, body);
      else sendJson(response, 200, list());
    });
    expect(await accounts.createRegister(newRegister)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses a store id that would lose digits as a number', async () => {
    const { asked, accounts } = await against(answering(list()));
    expect(await accounts.createRegister({ ...newRegister, storeId: '9007199254740993' })).toMatchObject({
      ok: false,
      error: { code: 'storeNotFound' },
    });
    expect(asked()).toHaveLength(1);
  });
});

describe('fetchQrImage', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const at = (qrImageUrl: string | null): Register => ({ ...posRead, qrImageUrl });

  it('fetches the picture without showing the token', async () => {
    const { server, accounts } = await against((_request, response) => response.writeHead(200).end(png));
    const image = await accounts.fetchQrImage(at(`${server.url}/qr/1.png`));
    expect(image).toEqual({ ok: true, value: new Uint8Array(png) });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('follows a redirect on the same origin', async () => {
    const { server, accounts } = await against((_request, response, nth) => {
      if (nth === 1) response.writeHead(302, { location: '/qr/2.png' }).end();
      else response.writeHead(200).end(png);
    });
    expect((await accounts.fetchQrImage(at(`${server.url}/qr/1.png`))).ok).toBe(true);
  });

  it.each<[string, Script]>([
    ['a page', (_request, response) => response.writeHead(200).end('<html></html>')],
    ['a picture of another kind', (_request, response) => response.writeHead(200).end('GIF89a')],
    ['an empty answer', (_request, response) => response.writeHead(200).end()],
    [
      'more than two megabytes',
      (_request, response) => response.writeHead(200).end(Buffer.concat([png, Buffer.alloc(3_000_000)])),
    ],
    ['redirects without end', (request, response) => response.writeHead(302, { location: request.path }).end()],
    [
      'a redirect to another port',
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/x.png' }).end(),
    ],
    [
      'a redirect to another host',
      (_request, response) => response.writeHead(302, { location: 'https://evil.example/x.png' }).end(),
    ],
  ])('refuses %s', async (_what, script) => {
    const { server, accounts } = await against(script);
    expect(await accounts.fetchQrImage(at(`${server.url}/qr/1.png`))).toMatchObject({
      ok: false,
      error: { code: 'unexpectedAnswer' },
    });
  });

  it.each([
    null,
    'no url',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'http://www.mercadopago.com/qr.png',
    'https://www.mercadopago.com:8443/qr.png',
    'https://www.mercadopago.com.evil.example/qr.png',
    'https://evilwww.mercadopago.com/qr.png',
    'https://evil.example/www.mercadopago.com/qr.png',
    'https://www.mercadopago.com@evil.example/qr.png',
    'https://user:pass@www.mercadopago.com/qr.png',
    'https://evilmlstatic.com/qr.png',
    'https://mlstatic.com.evil.example/qr.png',
    'http://127.0.0.1:1/qr.png',
  ])('asks nothing of %j', async (url) => {
    const { server, accounts } = await against((_request, response) => response.writeHead(200).end(png));
    const image = await accounts.fetchQrImage(at(url));
    expect(image).toMatchObject({ ok: false, error: { code: 'unexpectedAnswer', outcomeKnown: true } });
    expect(!image.ok && image.error.detail).toMatch(/not sent/);
    expect(server.requests).toEqual([]);
  });

  it('says that the caja’s picture is gone', async () => {
    const { server, accounts } = await against(answering({}, 404));
    expect(await accounts.fetchQrImage(at(`${server.url}/qr/1.png`))).toMatchObject({
      ok: false,
      error: { code: 'registerNotFound' },
    });
  });
});
