import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop, type ShopOptions } from '../support/e2e/a-shop';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

async function openForSale(options: ShopOptions = {}): Promise<TillScreen> {
  shop = await openShop(options);
  const screen = await shop.openTill();
  if (options.relay !== 'none') await shop.relayHears(screen);
  return screen;
}

/** A sale of two products, charged; the order is on the caja when this returns. */
async function charging(screen: TillScreen): Promise<void> {
  await screen.enter('7790001000019');
  await screen.enter('2*7790001000026');
  await screen.charge();
  await screen.shows('awaitingPayment');
}

/** The one paper that came out, read by the printer's own strict eyes. */
async function onePaper(): Promise<string> {
  const [paper] = await until('a ticket', () => shop.printer.papers().length > 0 && shop.printer.papers());
  expect(shop.printer.papers()).toHaveLength(1);
  if (!paper) throw new Error('no paper');
  expect(paper.problems).toEqual([]);
  return paper.lines.join('\n');
}

describe('a charge, from the products to the paper', () => {
  it('is paid at once and prints its ticket only after asking Mercado Pago', async () => {
    const screen = await openForSale();
    await charging(screen);
    await expect.poll(() => screen.total(), { timeout: 20_000 }).toBe('$3.401,00');
    expect(shop.control.orderOn(POS)?.amount).toBe(3401);
    expect(shop.control.orderOn(POS)?.notificationUrl).toContain('/hooks/mp/');
    expect(shop.printer.papers()).toEqual([]);

    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);
    const text = await onePaper();
    expect(text).toContain('Alfajor de chocolate');
    expect(text).toMatch(/TOTAL.*3\.401,00/);
    const asked = shop.control.requests.list().map(({ method, path }) => `${method} ${path.split('?')[0]}`);
    const [merchantOrder] = shop.control.merchantOrders();
    expect(asked).toContain(`GET /merchant_orders/${String(merchantOrder?.id)}`);
    expect(asked).toContain('GET /merchant_orders/search');

    // An Enter that comes right after is a scanner's and must not count; a person's later one does.
    await until('the next sale', async () => {
      await screen.page.keyboard.press('Enter');
      return (await screen.snapshot()).checkout === null;
    });
    // The screen follows the main process by a frame.
    await until('the empty sale on the screen', async () => (await screen.total()) === '$0,00');
  });

  it('stays open after a rejected payment and takes the next one without a new scan', async () => {
    const screen = await openForSale();
    await charging(screen);
    const scan = shop.control.scanOrder(POS);
    shop.control.pay(scan, { outcome: 'rejected' });
    await screen.press(/Verificar pago/);
    await screen.reads('charge-sentence', /rechazado/);
    shop.control.pay(scan);
    await screen.paid();
    await onePaper();
  });

  it('is paid by the second scan while the order of the first stays open', async () => {
    const screen = await openForSale();
    await charging(screen);
    shop.control.scanOrder(POS);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    expect(shop.control.merchantOrders().map(({ status }) => status)).toEqual(['opened', 'closed']);
    await onePaper();
  });

  it('takes no notice of opened notices, and believes no forged closed', async () => {
    const screen = await openForSale();
    await charging(screen);
    const scan = shop.control.scanOrder(POS);
    const merchantOrder = Number(scan.merchantOrderId);
    for (let noise = 0; noise < 5; noise++) shop.control.notifications.sendOpened(merchantOrder);
    const url = String(shop.control.orderOn(POS)?.notificationUrl);
    shop.control.requests.clear();
    shop.control.notifications.forge({ url, merchantOrderId: merchantOrder });
    await shop.control.notifications.settled();
    await until('the till to look', () =>
      shop.control.requests.list().some(({ path }) => path.includes(String(merchantOrder))),
    );
    await screen.shows('awaitingPayment');
    expect(shop.printer.papers()).toEqual([]);

    shop.control.pay(scan);
    await screen.paid();
    await onePaper();
  });

  it('can be cancelled, keeps the sale, and charges it again under another reference', async () => {
    const screen = await openForSale();
    await charging(screen);
    const first = shop.control.orderOn(POS)?.externalReference;
    await screen.cancelCharge();
    await screen.shows('cancelled');
    expect(shop.control.orderOn(POS)).toBeNull();

    await screen.press(/Volver a la venta/);
    await until('the lines to be back', async () => (await screen.lines()).length === 2);
    await screen.charge();
    await screen.shows('awaitingPayment');
    expect(shop.control.orderOn(POS)?.externalReference).not.toBe(first);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await onePaper();
  });

  it('expires, and nothing is left to be paid', async () => {
    const screen = await openForSale({ provision: { charge: { expiresInMinutes: 1 } } });
    await charging(screen);
    // Mercado Pago's minute passes at once; the till's own takes as long as it takes.
    await until('time to run out', async () => (await screen.snapshot()).checkout?.state.kind === 'expired', 80_000);
    expect(shop.control.orderOn(POS)).toBeNull();
    expect(shop.printer.papers()).toEqual([]);
    await screen.press(/Volver a la venta/);
    await until('the lines to be back', async () => (await screen.lines()).length === 2);
  }, 150_000);

  it('completes without a relay, by asking', async () => {
    const screen = await openForSale({ relay: 'none' });
    await charging(screen);
    expect(shop.control.orderOn(POS)?.notificationUrl ?? null).toBeNull();
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await onePaper();
  });

  it('completes when the relay goes away in the middle', async () => {
    const screen = await openForSale();
    await charging(screen);
    await shop.relay.close();
    await until('the till to notice', async () => (await screen.status('relay')) === 'disconnected', 10_000);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await onePaper();
  });

  it('is paid without paper, and prints by itself when there is paper again', async () => {
    const screen = await openForSale();
    shop.printer.faults.paperOut = true;
    await charging(screen);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await screen.reads('ticket-fate', /papel/i);
    expect(shop.printer.papers()).toEqual([]);
    shop.printer.faults.paperOut = false;
    await screen.reads('ticket-fate', /Ticket impreso/);
    await onePaper();
  });

  it('asks a person when the ticket may have come out, and marks the second one', async () => {
    const screen = await openForSale();
    await charging(screen);
    shop.printer.faults.unplugAfterBytes = 120;
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await screen.reads('ticket-fate', /¿Salió el ticket\?/);
    await shop.printer.plugIn();
    await screen.press(/No: reimprimir/);
    await screen.reads('ticket-fate', /Reimpresión 1 impresa/);
    const text = shop.printer.papers().map(({ lines }) => lines.join('\n'));
    expect(text.at(-1)).toContain('REIMPRESIÓN 1');
    expect(text.filter((lines) => lines.includes('TOTAL') && !lines.includes('REIMPRESIÓN'))).toEqual([]);
  });

  it('survives the power going at the moment of the payment', async () => {
    let screen = await openForSale();
    await charging(screen);
    const scan = shop.control.scanOrder(POS);
    await screen.kill();
    shop.control.pay(scan);
    screen = await shop.openTill();
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);
    await onePaper();
  });
});
