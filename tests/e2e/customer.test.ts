import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

async function openWithCustomerScreen(): Promise<TillScreen> {
  shop = await openShop();
  const screen = await shop.openTill();
  await shop.relayHears(screen);
  await screen.page.evaluate(() => window.till.request('setup.saveCustomerScreen', { customerScreen: 'window' }));
  return screen;
}

describe("the customer's screen", () => {
  it('shows the sale as it grows, the amount with the QR, a refusal, and paid', async () => {
    const screen = await openWithCustomerScreen();
    const customer = await screen.customer();
    const text = () => customer.locator('main').innerText();
    const shows = (words: RegExp) =>
      until(`the customer to read ${String(words)}`, async () => words.test(await text()));
    await shows(/Kiosco La Esquina/);

    await screen.enter('7790001000019');
    await screen.enter('2*7790001000026');
    await shows(/2 ×\s+Agua mineral 500 ml\s+\$\s*2\.201,00/);
    await shows(/\$\s*3\.401,00/);

    await screen.charge();
    await screen.shows('awaitingPayment');
    await customer.getByRole('img', { name: 'QR de la caja' }).waitFor();
    await shows(/A pagar[^]*3\.401,00[^]*Escaneá el QR/i);

    const phone = shop.control.scanOrder(POS);
    shop.control.pay(phone, { outcome: 'rejected' });
    await screen.press(/Verificar pago/);
    await shows(/El pago fue rechazado/);

    shop.control.pay(phone);
    await screen.paid();
    await shows(/Pagado[^]*3\.401,00/i);
  });

  it('hears, and can ask for nothing', async () => {
    const screen = await openWithCustomerScreen();
    const customer = await screen.customer();
    await customer.locator('main').waitFor();
    const reach = await customer.evaluate(() => ({
      till: 'till' in window,
      customer: Object.keys((window as unknown as { customer: object }).customer),
      node: 'process' in window || 'require' in window,
    }));
    expect(reach).toEqual({ till: false, customer: ['subscribe'], node: false });
    expect(
      await customer.evaluate(() =>
        fetch('app://till/index.html').then(
          () => 'open',
          () => 'shut',
        ),
      ),
    ).toBe('shut');
  });

  it('goes away when it is switched off, and with the program', async () => {
    const screen = await openWithCustomerScreen();
    await screen.customer();
    await screen.page.evaluate(() => window.till.request('setup.saveCustomerScreen', { customerScreen: 'off' }));
    await until('no customer screen', () => !screen.hasCustomerScreen());
    await screen.page.evaluate(() => window.till.request('setup.saveCustomerScreen', { customerScreen: 'window' }));
    await screen.customer();
    await screen.close();
  });
});
