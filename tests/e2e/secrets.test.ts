import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../relay/config';
import { startRelay } from '../../relay/start-relay';
import { parsePairing } from '../../shared/relay-protocol';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import {
  filesBelow,
  formsOf,
  processTree,
  sightingsBelow,
  sightingsIn,
  type Canaries,
  type SeenProcess,
} from '../support/e2e/canaries';
import { isPackaged, programFolder } from '../support/e2e/launch-till';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

const onLinux = process.platform === 'linux';

/** Unlike anything else in the world, and as long as the real ones. */
const own = (name: string, length: number): string =>
  createHash('sha512').update(`${name} ${process.pid} ${Date.now()}`).digest('hex').slice(0, length);

const token = `TEST-token-${own('token', 60)}`;
const refusedToken = `TEST-token-${own('refused', 60)}`;
const payer = {
  email: `${own('email', 16)}@example.com`,
  first_name: `Nombre${own('first', 14)}`,
  last_name: `Apellido${own('last', 14)}`,
  identification: { type: 'DNI', number: own('document', 16) },
};
const card = { first_six_digits: own('first six', 16), last_four_digits: own('last four', 16) };

/** What nobody may find. Filled up with the relay's key, which only the relay can make. */
const canaries: Record<string, string> = {
  'the access token': token,
  'a token that was refused': refusedToken,
  "the payer's e-mail": payer.email,
  "the payer's first name": payer.first_name,
  "the payer's last name": payer.last_name,
  "the payer's document": payer.identification.number,
  "the card's first digits": card.first_six_digits,
  "the card's last digits": card.last_four_digits,
};

let shop: Shop;
let screen: TillScreen;
let secondRelay: Awaited<ReturnType<typeof startRelay>> | null = null;
let sealing = { secretsSealed: false };
const seen: SeenProcess[] = [];
const said: string[] = [];

const dataDir = (): string => shop.environment.CAJAQR_DATA_DIR;
const keyFile = (): string => join(dataDir(), 'secrets.key');
const field = (label: string): Locator => screen.page.getByLabel(label, { exact: true });
const reads = (words: RegExp): Promise<void> => screen.page.getByText(words).first().waitFor();

describe('after a whole day', () => {
  beforeAll(liveADay, 300_000);
  afterAll(async () => {
    await secondRelay?.close();
    await shop.close();
  });

  it('the day was a day: sealed secrets, a backup, a log, and Mercado Pago heard the token', () => {
    const files = filesBelow(dataDir()).map((file) => relative(dataDir(), file));
    expect(files).toContain('caja-qr.db');
    expect(backups()).not.toEqual([]);
    expect(files.some((file) => file.startsWith('logs'))).toBe(true);
    expect(files.some((file) => file.startsWith('window'))).toBe(true);
    expect(shop.control.requests.list().filter(({ status }) => status === 200).length).toBeGreaterThan(10);
    expect(shop.printer.papers().length).toBeGreaterThan(2);
  });

  it("nothing of them is in the till's folder: database, backups, logs, the window's own files", () => {
    expect(sightingsBelow(dataDir(), canaries)).toEqual([]);
  });

  it("the relay's folder knows neither the account nor who paid, and its own keys only as a digest", () => {
    const folder = join(shop.folder, 'relay');
    expect(filesBelow(folder).length).toBeGreaterThan(0);
    expect(sightingsBelow(folder, canaries)).toEqual([]);
  });

  it.skipIf(!onLinux)('no process shows them in its command line or environment (looked at on Linux only)', () => {
    expect([...new Set(seen.map(({ kind }) => kind))]).toEqual(expect.arrayContaining(['main', 'renderer', 'utility']));
    const sightings = seen.flatMap(({ kind, commandLine, environment }) => [
      ...sightingsIn(`command line of ${kind}`, commandLine, canaries),
      ...sightingsIn(`environment of ${kind}`, environment, canaries),
    ]);
    expect(sightings).toEqual([]);
  });

  it('the program never said them to whoever started it', () => {
    const text = said.join('\n');
    expect(text).not.toBe('');
    expect(sightingsIn('what it said', Buffer.from(text), canaries)).toEqual([]);
  });

  it('the program itself carries no credential of anybody', () => {
    const files = filesBelow(programFolder).filter((file) => /\.(?:js|cjs|html|css|asar)$/.test(file));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(file);
      expect(sightingsIn(basename(file), bytes, canaries)).toEqual([]);
      expect(bytes.toString('latin1')).not.toMatch(/APP_USR-\d{6,}|crt_[A-Za-z0-9_-]{20,}/);
    }
  });

  it('no crash left a picture of the memory behind', () => {
    const dumps = filesBelow(dataDir()).filter((file) => /\.dmp$|(?:^|\/)core(?:\.\d+)?$/.test(file));
    expect(dumps).toEqual([]);
    expect(filesBelow(join(dataDir(), 'crashes'))).toEqual([]);
  });

  it.skipIf(!onLinux)('the key where there is no keyring is for its system user only (looked at on Linux only)', () => {
    const { secretsSealed } = sealing;
    // The documented exception: where the system has a keyring there is no such file.
    expect(existsSync(keyFile())).toBe(!secretsSealed);
    if (!secretsSealed) expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  });

  it('the search itself finds each of them in every form, wherever it is hidden', () => {
    const folder = join(shop.folder, 'hidden', 'deep');
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(canaries)) {
      for (const [form, bytes] of formsOf(text)) {
        writeFileSync(join(folder, 'file.bin'), Buffer.concat([Buffer.alloc(3, 7), bytes, Buffer.alloc(3, 9)]));
        const found = sightingsBelow(dirname(folder), { [name]: text });
        expect(
          found.map((sighting) => sighting.form),
          name,
        ).toContain(form);
      }
    }
  });
});

async function liveADay(): Promise<void> {
  shop = await openShop({ setUp: 'byHand', simulator: { account: { accessToken: token } } });
  const pairing = parsePairing(shop.pairing);
  if (!pairing) throw new Error('the relay gave no pairing');
  canaries["the relay's key"] = pairing.token;
  // What the day's own code looks for must be in it before it begins.
  Object.freeze(canaries satisfies Canaries);

  await open();
  await setUpByHand();
  await sell();
  await sellWithARejectedCard();
  await giveBack();
  await cancel();
  await meetRefusalsThatRepeatTheToken();
  await forgeANotificationAboutThePayer();
  await restartTheRelay(pairing.url);
  await crashTheWindow();
  await crashTheTill();
  await setUpByFile();
  look();
  sealing = (await screen.snapshot()).setup;
  await screen.close();
  said.push(screen.stderr);
}

/** Takes down what the app's processes show to every user of this computer. */
function look(): void {
  if (onLinux) seen.push(...processTree(screen.pid));
}

async function open(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  if (screen as TillScreen | undefined) said.push(screen.stderr);
  screen = await shop.openTill(environment);
  look();
}

async function setUpByHand(): Promise<void> {
  await screen.page.getByRole('tab', { name: 'Cuenta' }).click();
  await field('Access Token').fill(refusedToken);
  await screen.press('Conectar');
  await reads(/Mercado Pago no reconoce el token/);
  await field('Access Token').fill(token);
  await screen.press('Conectar');
  await reads(/Conectada: LAESQUINA/);
  await screen.page.getByRole('tab', { name: 'Relay' }).click();
  await field('Código de vínculo').fill(shop.pairing);
  await screen.press('Vincular');
  await reads(/Vinculada como/);
  await screen.page.evaluate(
    async ({ host, port }) => {
      const stores = await window.till.request('setup.listStores');
      const storeId = stores.ok ? (stores.value[0]?.id ?? '') : '';
      const registers = await window.till.request('setup.listRegisters', { storeId });
      const registerId = registers.ok ? (registers.value[0]?.id ?? '') : '';
      await window.till.request('setup.chooseRegister', { storeId, registerId });
      await window.till.request('ticketDesign.save', {
        business: { name: 'Kiosco La Esquina' },
        logo: null,
        paper: { columns: 48, codePage: 'PC858' },
      });
      await window.till.request('setup.choosePrinter', { transport: { kind: 'network', host, port } });
      await window.till.request('setup.printTest');
    },
    { host: shop.printer.host, port: shop.printer.port },
  );
  await screen.press(/Volver a vender/);
  await shop.relayHears(screen);
}

async function charge(): Promise<string> {
  await until('the next sale', async () => (await screen.snapshot()).checkout === null);
  await screen.page.getByRole('combobox', { name: 'Buscar, escanear o código' }).waitFor();
  await screen.addFreeAmount('1.234,50');
  await screen.charge();
  await screen.shows('awaitingPayment');
  return shop.control.scanOrder(POS).id;
}

/** Whatever Mercado Pago tells of a payment, it tells who paid. */
function tellWhoPaid(): void {
  for (const order of shop.control.merchantOrders()) {
    const payments = order.payments.map(({ id }) => id);
    shop.control.show(order, { payer, card, additional_info: JSON.stringify(payer) });
    for (const payment of payments) shop.control.showPayment(payment, { payer, card });
  }
}

async function pay(scan: string): Promise<void> {
  shop.control.pay(scan);
  tellWhoPaid();
  await screen.paid();
  await screen.reads('ticket-fate', /Ticket impreso/);
  await screen.press(/Nueva venta/);
}

async function sell(): Promise<void> {
  await pay(await charge());
}

async function sellWithARejectedCard(): Promise<void> {
  const scan = await charge();
  shop.control.pay(scan, { outcome: 'rejected', method: 'credit_card' });
  tellWhoPaid();
  await pay(scan);
}

async function giveBack(): Promise<void> {
  await charge();
  const scan = shop.control.scans().at(-1)?.id ?? '';
  const payment = shop.control.pay(scan, { method: 'debit_card' });
  tellWhoPaid();
  await screen.paid();
  const checkoutId = (await screen.snapshot()).checkout?.state.attempt.checkoutId ?? '';
  const asked = await screen.page.evaluate(
    ({ checkoutId, paymentId }) =>
      // The bridge takes plain numbers; the brands exist only for the compiler.
      (window.till.request as (name: string, input: unknown) => Promise<unknown>)('refund.request', {
        refundId: crypto.randomUUID(),
        checkoutId,
        paymentId,
        amount: 5000,
        by: 'Ana',
        note: 'Cambió de idea',
      }),
    { checkoutId, paymentId: String(payment.id) },
  );
  expect(asked).toMatchObject({ ok: true });
  await until('the refund', () => shop.control.requests.list().some(({ path }) => path.includes('/refunds')), 20_000);
  await screen.press(/Nueva venta/);
}

async function cancel(): Promise<void> {
  await charge();
  await screen.cancelCharge();
  await screen.shows('cancelled');
  await screen.press(/Volver a la venta/);
  await screen.page.evaluate(() => window.till.request('draft.save', null));
  await screen.page.reload();
  await screen.ready();
}

async function meetRefusalsThatRepeatTheToken(): Promise<void> {
  const message = `invalid access token: Bearer ${token} of ${payer.email}`;
  for (const status of [401, 403, 500] as const) {
    const end = shop.control.faults.add({
      match: { method: 'PUT', times: 2 },
      fault: { kind: 'status', status, message, error: `bad ${token}` },
    });
    await screen.addFreeAmount('100');
    await screen.charge();
    await until(
      'the refusal to have been met',
      async () => {
        const { checkout, gateway } = await screen.snapshot();
        if (!checkout) return false;
        return checkout.trouble !== null || checkout.state.kind === 'rejected' || gateway.state === 'unreachable';
      },
      20_000,
    );
    end();
    const { checkout } = await screen.snapshot();
    const checkoutId = checkout?.state.attempt.checkoutId ?? '';
    await screen.page.evaluate((id) => window.till.request('checkout.cancel', { checkoutId: id }), checkoutId);
    await until(
      'the end',
      async () => ['cancelled', 'rejected', 'expired'].includes((await screen.snapshot()).checkout?.state.kind ?? ''),
      45_000,
    );
    await screen.page.evaluate((id) => window.till.request('checkout.finish', { checkoutId: id }), checkoutId);
    await screen.page.evaluate(() => window.till.request('draft.save', null));
    await screen.page.reload();
    await screen.ready();
  }
}

async function forgeANotificationAboutThePayer(): Promise<void> {
  const scan = await charge();
  const url = shop.control.orderOn(POS)?.notificationUrl ?? '';
  await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      topic: 'merchant_order',
      resource: `${shop.simulator.url}/merchant_orders/1`,
      payer,
      card,
      token,
    }),
  });
  await pay(scan);
}

async function restartTheRelay(url: string): Promise<void> {
  await shop.relay.close();
  await until('the till to notice', async () => (await screen.status('relay')) === 'disconnected', 15_000);
  const config = { ...defaultConfig, port: Number(new URL(url).port), dataDir: join(shop.folder, 'relay') };
  secondRelay = await startRelay(config);
  await shop.relayHears(screen);
}

async function crashTheWindow(): Promise<void> {
  if (!onLinux) return;
  const window = processTree(screen.pid).find(({ kind }) => kind === 'renderer');
  if (window) process.kill(window.pid, 'SIGSEGV');
  await until('the window to be gone', () => logOf().includes('window.gone'), 15_000);
}

/** Twice: cut off from outside, and by a fault of its own; then it runs until it has made the day's backup. */
async function crashTheTill(): Promise<void> {
  if (onLinux) process.kill(screen.pid, 'SIGSEGV');
  await screen.kill();
  await open(await throwingLater());
  await until('the fault to be written down', () => isPackaged || logOf().includes('app.fault'), 20_000);
  await sell();
  await until('the backup', () => backups().length > 0, 90_000);
  await screen.kill();
}

/**
 * Something in the main process that nobody catches, with everything secret in it. The packaged app's fuses ignore
 * Node's variables: there it does not happen.
 */
async function throwingLater(): Promise<Record<string, string>> {
  const file = join(shop.folder, 'throw.cjs');
  const words = JSON.stringify(
    `sent Bearer ${token} for ${payer.email}, listening with ${canaries["the relay's key"] ?? ''}`,
  );
  writeFileSync(
    file,
    `if (process.type === 'browser') {
      setTimeout(() => { throw Object.assign(new Error(${words}), { config: { headers: { Authorization: ${words} } } }); }, 2000);
      setTimeout(() => { void Promise.reject(new Error('later', { cause: new Error(${words}) })); }, 2100);
    }`,
  );
  return Promise.resolve({ NODE_OPTIONS: `--require=${file}` });
}

async function setUpByFile(): Promise<void> {
  const file = join(shop.folder, 'provision.json');
  shop.writeProvision({ account: { token, apiBaseUrl: shop.simulator.url } });
  chmodSync(file, 0o644);
  await open({ CAJAQR_PROVISION: file });
  await until('the advice', () => screen.stderr.includes('token'), 15_000);
  expect((await screen.snapshot()).setup.provisionProblem).toBeNull();
  await sell();
  await screen.kill();
  // The manager does as the program said; the till asks for the file no more.
  rmSync(file);
  await open({ CAJAQR_PROVISION: file });
  expect((await screen.snapshot()).setup.provisionProblem).toBeNull();
  await sell();
}

function backups(): string[] {
  return filesBelow(join(dataDir(), 'backups')).filter((file) => file.endsWith('.db'));
}

function logOf(): string {
  return filesBelow(join(dataDir(), 'logs'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
}
