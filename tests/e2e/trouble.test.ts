import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { runTill } from '../support/e2e/launch-till';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

describe('bad input and trouble', () => {
  it('says which code is unknown and leaves the sale alone', async () => {
    shop = await openShop();
    const screen = await shop.openTill();
    await screen.enter('7790001000019');
    await screen.enter('7799999999992');
    await screen.page
      .getByText(/Ningún producto tiene el código 7799999999992/)
      .first()
      .waitFor();
    await expect.poll(() => screen.lines(), { timeout: 20_000 }).toHaveLength(1);
  });

  it('refuses an amount of zero with a sentence', async () => {
    shop = await openShop();
    const screen = await shop.openTill();
    await screen.addFreeAmount('0');
    await screen.page
      .getByText(/El importe es cero/)
      .first()
      .waitFor();
    expect(await screen.lines()).toEqual([]);
  });

  it('finds a product by part of its name without its accents', async () => {
    shop = await openShop();
    const screen = await shop.openTill();
    await screen.page.getByRole('combobox', { name: 'Buscar, escanear o código' }).fill('cafe');
    await screen.page.getByRole('option', { name: /Café con leche/ }).waitFor();
    await screen.page.keyboard.press('Enter');
    await until('the line', async () => (await screen.lines()).some((line) => line.includes('Café con leche')));
  });

  it('keeps the sale that is being typed through a power cut', async () => {
    shop = await openShop();
    let screen = await shop.openTill();
    await screen.enter('3*7790001000026');
    await until('the draft to be kept', () =>
      screen.page.evaluate(async () => {
        const draft = await window.till.request('draft.load');
        return draft.ok && draft.value?.lines.length === 1;
      }),
    );
    await screen.kill();
    screen = await shop.openTill();
    await until('the line to be back', async () =>
      (await screen.lines()).some((line) => line.includes('Agua mineral')),
    );
    await expect.poll(() => screen.total(), { timeout: 20_000 }).toBe('$3.301,50');
  });

  it('keeps charging through errors of Mercado Pago and tells the cashier', async () => {
    shop = await openShop();
    const screen = await shop.openTill();
    const clear = shop.control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'status', status: 503 } });
    await screen.enter('7790001000019');
    await screen.charge();
    await screen.page
      .getByText(/Mercado Pago tiene un problema/)
      .first()
      .waitFor();
    clear();
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
  });

  it('never lets a control byte of a product name reach the printer', async () => {
    shop = await openShop();
    const screen = await shop.openTill();
    await screen.page.evaluate(async () => {
      const line = {
        kind: 'free' as const,
        id: 'a',
        name: 'Drawer\u001bp\u0000\u0019\u00fa kick',
        unitPrice: 1000,
        unit: 'unit' as const,
        quantity: 1000,
      };
      const draft = { saleId: crypto.randomUUID(), lines: [line] };
      // The bridge takes plain numbers; the brands exist only for the compiler.
      await (window.till.request as (name: string, input: unknown) => Promise<unknown>)('checkout.start', {
        draft,
        expectedTotal: 1000,
      });
    });
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await until('the ticket', () => shop.printer.papers().length === 1);
    expect(shop.printer.drawerKicks()).toEqual([]);
  });

  it('says why a printer that is missing does not print, and prints when it is back', async () => {
    shop = await openShop();
    await shop.printer.unplug();
    const screen = await shop.openTill();
    await screen.enter('7790001000019');
    await screen.charge();
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await screen.reads('ticket-fate', /impresora/i);
    await shop.printer.plugIn();
    await screen.reads('ticket-fate', /Ticket impreso/);
    expect(shop.printer.papers()).toHaveLength(1);
  });

  it('shows the first window when the same till is opened twice, and says so', async () => {
    shop = await openShop();
    await shop.openTill();
    const second = await runTill(shop.environment);
    expect(second.code).toBe(0);
    expect(second.stderr).toContain('ya está abierta');
  });

  it.each<[string, (apiBaseUrl: string) => Record<string, unknown>, RegExp]>([
    ['a mistyped name', () => ({ prnter: {} }), /provision\.json:\d+: prnter/],
    ['a wrong token', (apiBaseUrl) => ({ account: { token: 'TEST-token-of-nobody', apiBaseUrl } }), /account\.token/],
    ['an unknown caja', () => ({ register: { externalStoreId: 'SUC001', externalPosId: 'X' } }), /externalPosId/],
    ['a relay that is not there', () => ({ relay: { pairing: `http://127.0.0.1:9#crt_${'x'.repeat(30)}` } }), /relay/],
    ['an impossible width', () => ({ printer: { transport: { kind: 'file', path: 'x' }, columns: 500 } }), /columns/],
    ['a catalogue that is not there', () => ({ catalogue: 'missing.json' }), /catalogue/],
  ])('refuses a provision file with %s, naming the line, and applies nothing', async (_what, change, reason) => {
    shop = await openShop();
    shop.writeProvision(change(shop.simulator.url));
    const screen = await shop.openTill();
    await until('the reason on stderr', () => reason.test(screen.stderr), 15_000);
    const { setup } = await screen.snapshot();
    expect(setup.provisionProblem).toMatch(reason);
    expect(setup.account).toBeNull();
    expect(setup.register).toBeNull();
  });
});
