import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeyFileSealer } from '../../../electron/storage/key-file-sealer';
import { Till } from '../../../electron/till';
import { draftTotal } from '../../../shared/sale';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import { POS } from '../../support/a-desk';
import { aDraft } from '../../support/builders';
import { until } from '../../support/until';

const TOKEN = 'TEST-practice-token';
const OTHER_TOKEN = 'TEST-another-token';
const REAL_TOKEN = 'APP_USR-of-a-real-account';
const business = { name: 'Kiosco', address: '', taxId: '', footer: '' };

let folder: string;
let ours: Awaited<ReturnType<typeof startMercadoPagoSimulator>>;
let theirs: typeof ours;
let till: Till;

/** The whole till, without a printer. */
function open(provision: string | null = null): Till {
  return new Till({
    dataDir: folder,
    sealer: createKeyFileSealer(join(folder, 'key')),
    createPrinting: () => ({
      start: () => undefined,
      wake: () => undefined,
      configure: () => undefined,
      status: () => ({ state: 'notConfigured' }),
      find: () => Promise.resolve([]),
      runNow: () => Promise.resolve({ kind: 'failed', trouble: 'notConfigured' }),
      close: () => Promise.resolve(),
    }),
    log: () => undefined,
    provision,
    onChange: () => undefined,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-till-'));
  ours = await startMercadoPagoSimulator();
  theirs = await startMercadoPagoSimulator({ account: { userId: 999_888, accessToken: OTHER_TOKEN } });
  till = open();
  till.settings.update({ apiBaseUrl: ours.url });
  await till.start();
  await till.setup.connectAccount(TOKEN);
  till.settings.update({
    register: { id: '1', name: 'Caja 1', externalId: POS, storeName: 'Kiosco', externalStoreId: 'SUC001' },
  });
});
afterEach(async () => {
  await till.close();
  await Promise.all([ours.close(), theirs.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const charge = (): string => {
  const draft = aDraft(10_000);
  const started = till.desk.start(draft, draftTotal(draft));
  if (!started.ok) throw new Error(started.error.code);
  return started.value.checkoutId;
};
const kind = () => till.desk.current()?.state.kind;

it('takes a new token of the same account, so that a charge whose token was revoked can end', async () => {
  const id = charge();
  await until('the order', () => kind() === 'awaitingPayment');
  const renew = ours.control.faults.add({ match: { path: '/orders$' }, fault: { kind: 'status', status: 401 } });
  await till.desk.cancel(id);
  await until('the trouble', () => till.desk.current()?.trouble?.code === 'tokenInvalid');

  expect(await till.setup.connectAccount(TOKEN)).toMatchObject({ ok: true });
  renew();
  await until('the end', () => kind() === 'cancelled', 10_000);
});

it('takes no other account while a charge is open', async () => {
  charge();
  await until('the order', () => kind() === 'awaitingPayment');
  till.settings.update({ apiBaseUrl: theirs.url });
  expect(await till.setup.connectAccount(OTHER_TOKEN)).toMatchObject({ error: { code: 'chargeInProgress' } });
  expect(till.settings.read().account?.userId).toBe('446566691');
});

it('takes no other account from a file while a charge of the last run is open', async () => {
  charge();
  await until('the order', () => kind() === 'awaitingPayment');
  await till.close();
  const file = join(folder, 'provision.json');
  const account = { token: OTHER_TOKEN, apiBaseUrl: theirs.url };
  const register = { externalStoreId: 'SUC001', externalPosId: POS };
  writeFileSync(file, JSON.stringify({ version: 1, account, register, business }, null, 2));

  till = open(file);
  await till.start();
  expect(till.provisionProblem?.reason).toContain('account.token');
  expect(till.settings.read().account?.userId).toBe('446566691');
  expect(kind()).toMatch(/awaitingPayment|verifying/);
});

it('does not cut a request off when something else is set up', async () => {
  ours.control.faults.add({ match: { method: 'PUT', path: '/orders$' }, fault: { kind: 'delay', ms: 300 } });
  charge();
  await until('the request', () => ours.control.requests.list().some(({ method }) => method === 'PUT'));
  till.setup.save({ business });
  await until('the order', () => kind() === 'awaitingPayment');
  expect(ours.control.requests.list().filter(({ method }) => method === 'PUT')).toHaveLength(1);
  expect(ours.control.requests.list().filter(({ path }) => path.includes('merchant_orders'))).toEqual([]);
});

it('keeps practice and real sales in folders apart, whatever a file says', async () => {
  await till.close();
  const file = join(folder, 'provision.json');
  const account = { token: TOKEN, apiBaseUrl: ours.url };
  const register = { externalStoreId: 'SUC001', externalPosId: POS };
  const apply = async (practice: boolean): Promise<string | null> => {
    writeFileSync(file, JSON.stringify({ version: 1, practice, account, register, business }, null, 2));
    till = open(file);
    await till.start();
    return till.provisionProblem?.reason ?? null;
  };
  expect(await apply(true)).toMatch(/^practice: La práctica y las ventas de verdad no comparten carpeta/);
  expect(till.snapshot().practice).toBe(false);

  await till.close();
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  expect(await apply(true)).toBeNull();
  await till.close();
  expect(await apply(false)).toMatch(/^practice:/);
  expect(till.snapshot().practice).toBe(true);
});

it('never practises with an account in which money is real, set up by a file or by hand', async () => {
  await till.close();
  await theirs.close();
  theirs = await startMercadoPagoSimulator({ account: { accessToken: REAL_TOKEN, isReal: true } });
  const file = join(folder, 'provision.json');
  const write = (token: string, apiBaseUrl: string, practice: boolean) => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const register = { externalStoreId: 'SUC001', externalPosId: POS };
    const provision = { version: 1, practice, account: { token, apiBaseUrl }, register, business };
    writeFileSync(file, JSON.stringify(provision, null, 2));
  };
  const start = async () => {
    till = open(file);
    await till.start();
    return till.provisionProblem?.reason ?? null;
  };
  write(REAL_TOKEN, theirs.url, true);
  expect(await start()).toMatch(/^practice: Este token es de una cuenta de verdad/);
  expect(till.snapshot()).toMatchObject({ practice: false, setup: { account: null } });
  await till.close();
  write(REAL_TOKEN, theirs.url, false);
  expect(await start()).toBeNull();
  await till.close();
  write(TOKEN, ours.url, true);
  expect(await start()).toBeNull();
  till.settings.update({ apiBaseUrl: theirs.url });
  expect(await till.setup.connectAccount(REAL_TOKEN)).toEqual({ ok: false, error: { code: 'practiceNeedsTest' } });
});
