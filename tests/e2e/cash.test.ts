import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop, type ShopOptions } from '../support/e2e/a-shop';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

async function openForSale(options: ShopOptions = {}): Promise<TillScreen> {
  shop = await openShop({ relay: 'none', ...options });
  shop.writeProvision({
    printer: { transport: { kind: 'network', host: shop.printer.host, port: shop.printer.port }, drawerPin: 2 },
  });
  return shop.openTill();
}

/** Two products, $ 3.401,00, and the keys that a hand presses after it. */
async function typeSale(screen: TillScreen): Promise<void> {
  await screen.enter('7790001000019');
  await screen.enter('2*7790001000026');
  await until('both lines', async () => (await screen.lines()).length === 2);
}

const press = (screen: TillScreen, key: string) => screen.page.keyboard.press(key);

async function opensPanel(screen: TillScreen, key: 'F5' | 'F9'): Promise<void> {
  await press(screen, key);
  await screen.page.getByRole('form', { name: 'Cobro en efectivo' }).waitFor();
}

/** As fast as a hand, and slower than a scanner. */
async function type(screen: TillScreen, text: string): Promise<void> {
  await screen.page.keyboard.type(text, { delay: 60 });
}

async function papers(count: number): Promise<readonly string[]> {
  await until(`${count} papers`, () => shop.printer.papers().length >= count);
  expect(shop.printer.papers()).toHaveLength(count);
  return shop.printer.papers().map(({ lines, problems }) => {
    expect(problems).toEqual([]);
    return lines.join('\n');
  });
}

async function goesOn(screen: TillScreen): Promise<void> {
  await until('the next sale', async () => {
    await press(screen, 'Enter');
    const { cash, checkout } = await screen.snapshot();
    return cash.sale === null && checkout === null;
  });
}

describe('money over the counter', () => {
  it('is taken by keys only: change, one ticket, one drawer, however often Enter is pressed', async () => {
    const screen = await openForSale();
    await typeSale(screen);
    await opensPanel(screen, 'F5');
    await type(screen, '5000');
    await screen.page
      .getByTestId('cash-outcome')
      .filter({ hasText: /Vuelto\s*\$\s*1\.599,00/ })
      .waitFor();
    await press(screen, 'Enter');
    await press(screen, 'Enter');
    await screen.paid();
    await expect.poll(() => screen.total(), { timeout: 20_000 }).toBe('$1.599,00');
    await screen.reads('ticket-fate', /Ticket impreso/);
    const [paper] = await papers(1);
    expect(paper).toMatch(/TOTAL.*3\.401,00[\s\S]*Pagado en efectivo[\s\S]*Recibido.*5\.000,00\s+Vuelto.*1\.599,00/);
    expect(shop.printer.drawerKicks()).toEqual([2]);

    await goesOn(screen);
    await until('the empty sale', async () => (await screen.total()) === '$0,00');
    await papers(1);
    expect(shop.control.orders()).toEqual([]);
  });

  it('is exact with Enter alone, and goes on while Mercado Pago is out of reach', async () => {
    const screen = await openForSale();
    shop.control.faults.add({ fault: { kind: 'status', status: 503 } });
    await typeSale(screen);
    await opensPanel(screen, 'F5');
    await press(screen, 'Enter');
    await screen.paid();
    await papers(1);
    await goesOn(screen);
  });

  it('is not lost when the power goes after it, and is not taken twice', async () => {
    let screen = await openForSale();
    await typeSale(screen);
    await opensPanel(screen, 'F5');
    await type(screen, '4000');
    await press(screen, 'Enter');
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);
    await screen.kill();
    screen = await shop.openTill();
    await screen.paid();
    await expect.poll(() => screen.total(), { timeout: 20_000 }).toBe('$599,00');
    await papers(1);
    await goesOn(screen);
    await until('the empty sale', async () => (await screen.total()) === '$0,00');
  });

  it('goes back by line from the list of sales, with a slip', async () => {
    const screen = await openForSale();
    await typeSale(screen);
    await opensPanel(screen, 'F5');
    await press(screen, 'Enter');
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);
    await goesOn(screen);
    await press(screen, 'F7');
    await screen.page.getByRole('button', { name: /Pagada en efectivo/ }).waitFor();
    await screen.press('Devolver efectivo');
    await screen.page.getByRole('checkbox', { name: /Alfajor de chocolate/ }).check();
    await screen.press('El cliente devolvió la compra');
    await screen.page.getByLabel('Nombre de quien decide').fill('Marina');
    await screen.press(/Devolver \$\s*1\.200,00 en efectivo/);
    await screen.page.getByText(/Se devolvieron \$\s*1\.200,00/).waitFor();
    const [, slip] = await papers(2);
    expect(slip).toMatch(/DEVOLUCIÓN[\s\S]*Alfajor de chocolate[\s\S]*DEVUELTO.*1\.200,00[\s\S]*en efectivo/);
    expect(shop.printer.drawerKicks()).toEqual([2, 2]);
  });
});

describe('part in cash, part by QR', () => {
  it('is paid when Mercado Pago has the rest, and prints both', async () => {
    const screen = await openForSale();
    await typeSale(screen);
    await opensPanel(screen, 'F9');
    await type(screen, '1000');
    await press(screen, 'F9');
    await screen.shows('awaitingPayment');
    expect(shop.control.orderOn(POS)?.amount).toBe(2401);
    expect(shop.printer.drawerKicks()).toEqual([]);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    const [paper] = await papers(1);
    expect(paper).toMatch(/Efectivo.*1\.000,00\s+Mercado Pago QR.*2\.401,00/);
    expect(shop.printer.drawerKicks()).toEqual([2]);
  });

  it('says that the cash goes back when the QR part is cancelled', async () => {
    const screen = await openForSale();
    await typeSale(screen);
    await opensPanel(screen, 'F9');
    await type(screen, '1000');
    await press(screen, 'Enter');
    await screen.shows('awaitingPayment');
    await screen.cancelCharge();
    await screen.shows('cancelled');
    await screen.page.getByText(/Devolvé \$\s*1\.000,00 en efectivo al cliente/).waitFor();
    expect(shop.control.orderOn(POS)).toBeNull();
    expect(shop.printer.papers()).toEqual([]);
  });
});

describe('paying otherwise than by QR', () => {
  it('takes the order off the QR first, and then the same sale in cash', async () => {
    const screen = await openForSale();
    await typeSale(screen);
    await press(screen, 'F8');
    await screen.shows('awaitingPayment');
    await press(screen, 'F5');
    await screen.press(/^Sí, anular el QR/);
    await screen.page.getByRole('form', { name: 'Cobro en efectivo' }).waitFor();
    expect(shop.control.orderOn(POS)).toBeNull();
    await press(screen, 'Enter');
    await screen.paid();
    const [paper] = await papers(1);
    expect(paper).toContain('Pagado en efectivo');
  });

  it('takes no cash when the payment had arrived', async () => {
    const screen = await openForSale();
    await typeSale(screen);
    await press(screen, 'F8');
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
    await press(screen, 'F5');
    await screen.press(/^Sí, anular el QR/);
    await screen.paid();
    const [paper] = await papers(1);
    expect(paper).toContain('Mercado Pago QR');
    expect((await screen.snapshot()).cash.sale).toBeNull();
  });
});
