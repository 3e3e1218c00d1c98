import { afterEach, describe, expect, it } from 'vitest';
import { createMercadoPago, type MercadoPago } from '../../../electron/mercadopago/create-mercado-pago';
import type { NewStore, Store } from '../../../electron/mercadopago/account-api';
import type { SimulatorOptions } from '../../../simulator/options';
import { startMercadoPagoSimulator, type MercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { Result } from '../../../shared/errors';

let simulator: MercadoPagoSimulator;
let mercadoPago: MercadoPago;

async function start(options: SimulatorOptions = {}) {
  simulator = await startMercadoPagoSimulator(options);
  mercadoPago = createMercadoPago({
    baseUrl: simulator.url,
    token: simulator.control.account.accessToken,
    now: () => new Date(),
    retry: { firstMs: 5, longestMs: 10 },
    timeouts: { writeMs: 1000 },
  });
  return { accounts: mercadoPago.accounts, control: simulator.control };
}

afterEach(async () => {
  mercadoPago.close();
  await simulator.close();
});

const userId = '446566691';
const centro: NewStore = {
  externalId: 'SUC002',
  name: 'Centro',
  location: {
    streetName: 'Av. Corrientes',
    streetNumber: '1234',
    city: 'Buenos Aires',
    state: 'CABA',
    latitude: -34.6037,
    longitude: -58.3816,
    reference: 'Esquina',
  },
};

describe('the account, its stores and its cajas', () => {
  it.each(['MLA', 'MLB', 'MLC', 'MCO', 'MLM', 'MPE', 'MLU'] as const)('knows whose token it is in %s', async (site) => {
    const { accounts } = await start({ site });
    expect(await accounts.whoAmI()).toEqual({ ok: true, value: { userId, nickname: 'LAESQUINA', site, kind: 'test' } });
  });

  it.each(['array', 'object'] as const)('lists the stores when the answer is an %s', async (storeSearchShape) => {
    const { accounts } = await start({ behaviour: { storeSearchShape } });
    expect(await accounts.listStores(userId)).toMatchObject({
      ok: true,
      value: [{ externalId: 'SUC001', name: 'Kiosco La Esquina' }],
    });
  });

  it('makes a store and a caja that can be charged on, once however often it is asked', async () => {
    const { accounts, control } = await start();
    const store = valueOf(await accounts.createStore(userId, centro));
    expect(valueOf(await accounts.createStore(userId, centro))).toEqual(store);

    const wanted = { externalId: 'SUC002CAJA01', name: 'Caja 1', storeId: store.id, externalStoreId: 'SUC002' };
    const register = valueOf(await accounts.createRegister(wanted));
    expect(register).toMatchObject({ externalId: 'SUC002CAJA01', storeId: store.id, fixedAmount: true });
    expect(valueOf(await accounts.createRegister(wanted))).toEqual(register);
    expect(valueOf(await accounts.listRegisters(store))).toEqual([register]);
    expect(control.scan('SUC002CAJA01')).toEqual({ kind: 'waitingScreen' });
  });

  it('lists every caja of a store with more of them than a page, and none of another store', async () => {
    const pos = Array.from({ length: 75 }, (_, index) => ({ name: `Caja ${index}`, externalId: `BIGCAJA${index}` }));
    const { accounts } = await start({
      stores: [
        { name: 'Grande', externalId: 'BIG', pos },
        { name: 'Chica', externalId: 'SMALL', pos: [{ name: 'Caja 1', externalId: 'SMALLCAJA1' }] },
      ],
    });
    const [big, small] = valueOf(await accounts.listStores(userId)) as [Store, Store];
    expect(valueOf(await accounts.listRegisters(big))).toHaveLength(75);
    expect(valueOf(await accounts.listRegisters(small)).map(({ externalId }) => externalId)).toEqual(['SMALLCAJA1']);
  });

  it('fetches the picture of a caja’s QR', async () => {
    const { accounts } = await start();
    const [store] = valueOf(await accounts.listStores(userId));
    if (!store) throw new Error('there is no store');
    const [register] = valueOf(await accounts.listRegisters(store));
    if (!register) throw new Error('there is no caja');
    const image = valueOf(await accounts.fetchQrImage(register));
    expect(Buffer.from(image.subarray(1, 4)).toString()).toBe('PNG');
  });

  it('finds the store and the caja whose making was not answered', async () => {
    const { accounts, control } = await start();
    control.faults.add({ match: { method: 'POST', times: 1 }, fault: { kind: 'loseAnswer' } });
    const store = valueOf(await accounts.createStore(userId, centro));
    control.faults.add({ match: { method: 'POST', times: 1 }, fault: { kind: 'neverAnswer', handled: true } });
    const register = await accounts.createRegister({
      externalId: 'SUC002CAJA01',
      name: 'Caja 1',
      storeId: store.id,
      externalStoreId: 'SUC002',
    });
    expect(register).toMatchObject({ ok: true, value: { externalId: 'SUC002CAJA01' } });
    expect(valueOf(await accounts.listStores(userId))).toHaveLength(2);
  });

  it('refuses a caja’s external id that another store has', async () => {
    const { accounts } = await start();
    const store = valueOf(await accounts.createStore(userId, centro));
    const taken = { externalId: 'suc001caja01', name: 'Caja 1', storeId: store.id, externalStoreId: 'SUC002' };
    expect(await accounts.createRegister(taken)).toMatchObject({ ok: false, error: { code: 'externalIdTaken' } });
  });

  it.each([
    ['a hyphen', { externalId: 'SUC002-1' }, 'externalIdInvalid'],
    ['more than 39 characters', { externalId: 'A'.repeat(40) }, 'externalIdInvalid'],
    ['a name of 45 characters', { name: 'x'.repeat(45) }, 'nameTooLong'],
    ['a store that is not there', { externalStoreId: 'NOSUCH' }, 'storeNotFound'],
    ['the ids of two stores', { externalStoreId: 'SUC001' }, 'storeNotFound'],
  ])('says why a caja with %s cannot be made', async (_what, change, code) => {
    const { accounts } = await start();
    const store = valueOf(await accounts.createStore(userId, centro));
    const wanted = { externalId: 'SUC002CAJA01', name: 'Caja 1', storeId: store.id, externalStoreId: 'SUC002' };
    expect(await accounts.createRegister({ ...wanted, ...change })).toMatchObject({ ok: false, error: { code } });
  });

  it('says that a province is not spelled as Mercado Pago spells it', async () => {
    const { accounts } = await start();
    const misspelt = { ...centro, location: { ...centro.location, state: 'cordoba' } };
    expect(await accounts.createStore(userId, misspelt)).toMatchObject({
      ok: false,
      error: { code: 'locationInvalid' },
    });
  });

  it('says that the stores belong to another account', async () => {
    const { accounts } = await start();
    expect(await accounts.listStores('1')).toMatchObject({ ok: false, error: { code: 'accountForbidden' } });
  });
});

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`a failure where none was to be: ${JSON.stringify(result.error)}`);
  return result.value;
}
