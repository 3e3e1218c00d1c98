import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

async function openForSale(): Promise<TillScreen> {
  shop = await openShop();
  const screen = await shop.openTill();
  await shop.relayHears(screen);
  return screen;
}

/** A sale of $ 3.401,00; its order is on the caja when this returns. */
async function charging(screen: TillScreen): Promise<void> {
  await screen.enter('7790001000019');
  await screen.enter('2*7790001000026');
  await screen.charge();
  await screen.shows('awaitingPayment');
}

/** Paid, its ticket on paper, and the till ready for the next. */
async function sold(screen: TillScreen): Promise<void> {
  await charging(screen);
  shop.control.pay(shop.control.scanOrder(POS));
  await screen.paid();
  await screen.reads('ticket-fate', /Ticket impreso/);
  await until('the next sale', async () => {
    await screen.page.keyboard.press('Enter');
    return (await screen.snapshot()).checkout === null;
  });
  // The screen follows the main process by a frame.
  await screen.page.getByText('Venta nueva').waitFor();
}

const dialog = (screen: TillScreen, name: string) => screen.page.getByRole('dialog', { name });
const within = (screen: TillScreen, name: string, button: string | RegExp) =>
  dialog(screen, name)
    .getByRole('button', { name: button, exact: typeof button === 'string' })
    .first();

async function decides(screen: TillScreen, where: string, note: string): Promise<void> {
  await dialog(screen, where).getByLabel('Motivo', { exact: true }).fill(note);
  await dialog(screen, where).getByLabel('Nombre de quien decide').fill('Marina');
}

const papers = () => shop.printer.papers().map(({ lines }) => lines.join('\n'));
const paper = (what: string, words: RegExp) => until(what, () => papers().some((text) => words.test(text)));
const refundsAsked = () =>
  shop.control.requests.list().filter(({ method, path }) => method === 'POST' && path.includes('/refunds'));

/** A charge that was cancelled while the customer's pay screen stayed open; then they paid. */
async function paidAfterCancel(screen: TillScreen): Promise<void> {
  await charging(screen);
  const scan = shop.control.scanOrder(POS);
  await screen.cancelCharge();
  await screen.shows('cancelled');
  shop.control.pay(scan);
  await screen.reads('charge-sentence', /después de cancelar/);
}

/** Opens the sales and the one of this number, without touching the mouse. */
async function openSale(screen: TillScreen, number: string): Promise<void> {
  await screen.page.keyboard.press('F7');
  await screen.page.keyboard.type(number);
  await within(screen, 'Ventas', /^Devolver/).waitFor();
}

async function givesBack(screen: TillScreen, amount: string | null): Promise<void> {
  await within(screen, 'Ventas', 'Devolver').click();
  if (amount !== null) await dialog(screen, 'Devolver dinero').getByLabel('Importe a devolver').fill(amount);
  await decides(screen, 'Devolver dinero', 'El cliente devolvió la compra');
  await within(screen, 'Devolver dinero', /^Devolver \$/).click();
}

const refundReads = (screen: TillScreen, words: RegExp) =>
  dialog(screen, 'Devolver dinero').getByTestId('refund-news').filter({ hasText: words }).waitFor({ timeout: 20_000 });

describe('money without a home, at the counter', () => {
  it('paid after the cancel, it becomes the sale when a person says that the customer has the goods', async () => {
    const screen = await openForSale();
    await paidAfterCancel(screen);
    expect(shop.printer.papers()).toEqual([]);

    await screen.page.keyboard.press('F12');
    await within(screen, 'Cobros para revisar', 'Vincular a la venta').click();
    await within(screen, 'Cobros para revisar', 'Vincular e imprimir').click();
    await dialog(screen, 'Cobros para revisar').getByText('Falta el motivo.').waitFor();
    await decides(screen, 'Cobros para revisar', 'Se la llevó');
    await within(screen, 'Cobros para revisar', 'Vincular e imprimir').click();

    await dialog(screen, 'Cobros para revisar')
      .getByText(/vinculada/)
      .waitFor();
    await screen.page.keyboard.press('Escape');
    await screen.paid();
    await paper('the ticket', /TOTAL.*3\.401,00/);
    expect(papers()).toHaveLength(1);
    expect(papers()[0]).not.toContain('REIMPRESIÓN');
    expect((await screen.snapshot()).operator).toBe('Marina');
  });

  it('says why it can not be linked and keeps what was typed', async () => {
    const screen = await openForSale();
    await paidAfterCancel(screen);
    await screen.page.keyboard.press('F12');
    await within(screen, 'Cobros para revisar', 'Vincular a la venta').click();
    await decides(screen, 'Cobros para revisar', 'Se la llevó');
    shop.control.faults.add({
      match: { method: 'GET', path: '/merchant_orders/search' },
      fault: { kind: 'status', status: 500 },
    });
    await within(screen, 'Cobros para revisar', 'Vincular e imprimir').click();
    await dialog(screen, 'Cobros para revisar')
      .getByText(/Mercado Pago tiene un problema/)
      .waitFor();
    expect(await dialog(screen, 'Cobros para revisar').getByLabel('Motivo', { exact: true }).inputValue()).toBe(
      'Se la llevó',
    );
    expect((await screen.snapshot()).checkout?.state.kind).toBe('needsAttention');
    expect(shop.printer.papers()).toEqual([]);
  });

  it('paid twice, the surplus goes back once, however often the key is pressed, with its slip', async () => {
    const screen = await openForSale();
    await charging(screen);
    const [first, second] = [shop.control.scanOrder(POS), shop.control.scanOrder(POS)];
    shop.control.pay(first);
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);
    const twice = shop.control.pay(second);
    await screen.page
      .getByText(/pagó dos veces/)
      .first()
      .waitFor({ timeout: 20_000 });

    await screen.page.keyboard.press('F12');
    await within(screen, 'Cobros para revisar', 'Devolver').click();
    const form = dialog(screen, 'Devolver dinero');
    expect(await form.getByLabel('Importe a devolver').inputValue()).toBe('3401,00');
    expect(await form.getByRole('radio', { name: new RegExp(String(twice.id)) }).isChecked()).toBe(true);
    await form.getByRole('button', { name: 'Pagó dos veces' }).click();
    await form.getByLabel('Nombre de quien decide').fill('Marina');
    await within(screen, 'Devolver dinero', /^Devolver \$/).dblclick();
    await refundReads(screen, /Se devolvieron \$\s?3\.401,00.*Comprobante impreso/s);
    await paper('the slip', /DEVOLUCIÓN[^]*3\.401,00/);

    expect(refundsAsked()).toHaveLength(1);
    expect(refundsAsked()[0]?.path).toContain(String(twice.id));
    expect(papers().filter((text) => text.includes('DEVOLUCIÓN'))).toHaveLength(1);
    await within(screen, 'Devolver dinero', 'Entendido').click();
    await dialog(screen, 'Cobros para revisar').getByText('No queda nada para revisar.').waitFor();
    await until('nothing more to read of it', async () => (await screen.snapshot()).refunds.length === 0);
  });

  it('paid short, it is put away with the words of a person', async () => {
    const screen = await openForSale();
    await charging(screen);
    shop.control.pay(shop.control.scanOrder(POS), { amount: 1000 });
    // No notice tells of a part, so the cashier asks.
    await screen.press(/Verificar pago/);
    await screen.reads('charge-sentence', /Falta/);
    await screen.cancelCharge();
    await screen.reads('charge-sentence', /pagó menos que el total/);
    await screen.page.keyboard.press('F12');
    const list = dialog(screen, 'Cobros para revisar');
    await list.getByText('Queda en la cuenta').waitFor();
    expect(await list.getByRole('button', { name: 'Vincular a la venta' }).count()).toBe(0);

    await within(screen, 'Cobros para revisar', 'Cerrar con explicación').click();
    await list.getByText(/Quedan \$\s1\.000,00 en la cuenta/).waitFor();
    await within(screen, 'Cobros para revisar', 'Se acordó con el cliente').click();
    await list.getByLabel('Nombre de quien decide').fill('Marina');
    await within(screen, 'Cobros para revisar', 'Cerrar el caso').click();
    await list.getByText('No queda nada para revisar.').waitFor();
    await screen.page.keyboard.press('Escape');
    await screen.reads('charge-sentence', /Se acordó con el cliente · Marina/);
    expect(shop.printer.papers()).toEqual([]);
    expect(refundsAsked()).toEqual([]);
  });
});

describe('a charge that the power cut off', () => {
  it('is told in one plain line until somebody has read it', async () => {
    let screen = await openForSale();
    await charging(screen);
    const scan = shop.control.scanOrder(POS);
    await screen.kill();
    shop.control.pay(scan);
    screen = await shop.openTill();
    await screen.paid();
    const line = screen.page.getByTestId('interrupted');
    await line.filter({ hasText: 'Venta 000001: se pagó mientras el programa estaba cerrado.' }).waitFor();
    await line.getByRole('button', { name: 'Entendido' }).click();
    await line.waitFor({ state: 'detached' });
    expect((await screen.snapshot()).interrupted).toEqual([]);
    await paper('the ticket', /TOTAL/);
    expect(papers()).toHaveLength(1);
  });
});

describe('a sale of before', () => {
  it('is given back in two parts, refused in words first, and each part has its slip', async () => {
    const screen = await openForSale();
    await sold(screen);
    await openSale(screen, '1');

    await within(screen, 'Ventas', 'Devolver').click();
    await dialog(screen, 'Devolver dinero').getByLabel('Importe a devolver').fill('3.401,01');
    await dialog(screen, 'Devolver dinero')
      .getByText(/no se puede devolver más/)
      .waitFor();
    await within(screen, 'Devolver dinero', /No devolver/).click();

    shop.control.refuseRefunds(2031);
    await givesBack(screen, '400,50');
    await refundReads(screen, /No se devolvieron los \$\s400,50.*no tiene dinero suficiente/s);
    await within(screen, 'Devolver dinero', 'Entendido').click();

    await givesBack(screen, '400,50');
    await refundReads(screen, /Se devolvieron \$\s400,50/);
    await paper('the first slip', /DEVOLUCIÓN[^]*400,50/);
    await within(screen, 'Devolver dinero', 'Entendido').click();
    await dialog(screen, 'Ventas')
      .getByText(/parte devuelta/)
      .waitFor();

    await givesBack(screen, null);
    await refundReads(screen, /Se devolvieron \$\s3\.000,50/);
    await paper('the second slip', /DEVOLUCIÓN[^]*3\.000,50/);
    await within(screen, 'Devolver dinero', 'Entendido').click();
    await dialog(screen, 'Ventas')
      .getByText(/No queda dinero de esta venta/)
      .waitFor();
    const [payment] = shop.control.merchantOrders()[0]?.payments ?? [];
    expect(payment?.refundedAmount).toBe(3401);
  });

  it('is given back by line, and no line twice', async () => {
    const screen = await openForSale();
    await sold(screen);
    await openSale(screen, '1');
    await within(screen, 'Ventas', 'Devolver').click();
    const alfajor = dialog(screen, 'Devolver dinero').getByRole('checkbox', { name: /Alfajor de chocolate/ });
    await alfajor.check();
    await decides(screen, 'Devolver dinero', 'El cliente devolvió la compra');
    await within(screen, 'Devolver dinero', /^Devolver \$\s1\.200,00/).click();
    await refundReads(screen, /Se devolvieron \$\s1\.200,00/);
    await paper('the slip', /DEVOLUCIÓN[^]*Alfajor de chocolate[^]*1\.200,00/);
    await within(screen, 'Devolver dinero', 'Entendido').click();
    await dialog(screen, 'Ventas')
      .getByText(/parte devuelta/)
      .waitFor();
    await within(screen, 'Ventas', 'Devolver').click();
    expect(await alfajor.isDisabled()).toBe(true);
  });

  it('is printed again from the list, and the paper says that it is a copy, and whose', async () => {
    const screen = await openForSale();
    await sold(screen);
    await openSale(screen, '1');
    await within(screen, 'Ventas', 'Reimprimir').click();
    await paper('the copy', /REIMPRESIÓN 1/);
    await dialog(screen, 'Ventas')
      .getByTestId('ticket-fate')
      .filter({ hasText: /Reimpresión 1 impresa.*Reimpresión pedida por/s })
      .waitFor({ timeout: 20_000 });
    expect(shop.printer.papers()).toHaveLength(2);
  });

  it('asks whether the slip of a refund came out, and marks the next one', async () => {
    const screen = await openForSale();
    await sold(screen);
    await openSale(screen, '1');
    shop.printer.faults.unplugAfterBytes = 120;
    await givesBack(screen, null);
    await refundReads(screen, /Se devolvieron.*¿Salió el comprobante\?/s);
    await shop.printer.plugIn();
    await within(screen, 'Devolver dinero', 'No, imprimir otra vez').click();
    await refundReads(screen, /Reimpresión 1 del comprobante impresa/);
    await paper('the copy of the slip', /REIMPRESIÓN 1/);
  });
});
