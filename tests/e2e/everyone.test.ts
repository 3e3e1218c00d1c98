import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { axeFindings, visibleFocus } from '../support/e2e/accessibility';
import { goToStep } from '../support/e2e/at-the-counter';
import { launchTill } from '../support/e2e/launch-till';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

/** Each screen is looked at in four palettes. */
const LONG_WALK_MS = 300_000;

let shop: Shop;
afterEach(() => shop.close());

async function openForSale(): Promise<TillScreen> {
  shop = await openShop();
  const screen = await shop.openTill();
  await shop.relayHears(screen);
  return screen;
}

describe('axe', () => {
  it(
    'finds nothing from the first product to the refund, in any colours',
    async () => {
      const screen = await openForSale();
      const { page } = screen;
      const found: string[] = [];
      const look = async (where: string) => void found.push(...(await axeFindings(page, where)));

      await look('an empty sale');
      await page.getByLabel('Buscar, escanear o código', { exact: true }).and(page.locator('input')).fill('a');
      await page.getByRole('listbox').waitFor();
      await look('results');
      await screen.enter('7790001000019');
      await until('the line', async () => (await screen.lines()).length === 1);
      await page.keyboard.press('F3');
      await look('a sale');
      await page.keyboard.press('Escape');
      await page.keyboard.press('F4');
      await look('a free amount');
      await page.keyboard.press('Escape');
      await page.locator('.status-word').nth(1).click();
      await look('an explained state');
      await page.keyboard.press('Escape');

      await screen.charge();
      await screen.shows('awaitingPayment');
      await page.getByTestId('charge-sentence').waitFor();
      await look('a charge');
      await page.getByRole('button', { name: 'Cancelar', exact: true }).click();
      await look('the question about a cancel');
      await page.getByRole('button', { name: /^Sí/ }).click();
      await screen.shows('cancelled');
      await page.getByText('Cobro cancelado').first().waitFor();
      await look('a cancelled charge');
      await screen.press(/Volver a la venta/);

      await screen.charge();
      await screen.shows('awaitingPayment');
      const [first, second] = [shop.control.scanOrder(POS), shop.control.scanOrder(POS)];
      shop.control.pay(first);
      await screen.paid();
      await screen.reads('ticket-fate', /Ticket impreso/);
      await look('paid');
      shop.control.pay(second);
      await page
        .getByText(/pagó dos veces/)
        .first()
        .waitFor({ timeout: 20_000 });
      await look('paid twice');

      await page.keyboard.press('F12');
      await page.getByRole('dialog').waitFor();
      await look('a charge to review');
      await page.getByRole('button', { name: 'Cerrar con explicación' }).first().click();
      await look('closing a case');
      await until('the dialog to close', async () => {
        await page.keyboard.press('Escape');
        return (await page.getByRole('dialog').count()) === 0;
      });
      await page.keyboard.press('F7');
      await page.getByRole('dialog', { name: 'Ventas' }).waitFor();
      await look('the sales');

      expect(found).toEqual([]);
    },
    LONG_WALK_MS,
  );

  it(
    'finds nothing on what is done to a sale and its products, in any colours',
    async () => {
      const screen = await openForSale();
      const { page } = screen;
      await screen.enter('7790001000019');
      await until('the line', async () => (await screen.lines()).length === 1);
      const found: string[] = [];
      const look = async (key: string, name: string) => {
        await page.keyboard.press(key);
        await page.getByRole('dialog', { name, exact: true }).waitFor();
        found.push(...(await axeFindings(page, name)));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      };
      await look('Control+D', 'Descuento');
      await look('Control+N', 'Nota');
      await look('Control+P', 'Precio');
      await look('Control+E', 'Producto');
      await look('F1', 'Teclas');
      await page.keyboard.press('F11');
      await page.getByRole('button', { name: 'Ordenar teclas rápidas' }).click();
      await page.getByRole('radio', { checked: true }).waitFor();
      found.push(...(await axeFindings(page, 'the order of the quick keys')));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await look('Control+H', 'Dejar la venta en espera');
      await page.keyboard.press('Control+H');
      await page.keyboard.press('Enter');
      await until('the sale to wait', async () => (await screen.snapshot()).heldSales === 1);
      // Its dialog closes when the window has heard of it, and until then keys are its own.
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await look('Control+R', 'Ventas en espera');
      await screen.enter('7790387014020');
      await page.getByRole('button', { name: /Crear producto/ }).waitFor();
      found.push(...(await axeFindings(page, 'an unknown code')));
      expect(found).toEqual([]);
    },
    LONG_WALK_MS,
  );

  it(
    'finds nothing on any step of the set-up, in any colours',
    async () => {
      const screen = await openForSale();
      await screen.page.keyboard.press('F10');
      const tabs = screen.page.getByRole('tab');
      await tabs.first().waitFor();
      const found: string[] = [];
      for (let index = 0; index < (await tabs.count()); index++) {
        await tabs.nth(index).click();
        found.push(...(await axeFindings(screen.page, (await tabs.nth(index).innerText()).split('\n')[0] ?? '')));
      }
      expect(found).toEqual([]);
    },
    LONG_WALK_MS,
  );

  it('finds nothing on the screen of damaged data', async () => {
    shop = await openShop();
    const dataDir = shop.environment.CAJAQR_DATA_DIR;
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'caja-qr.db'), 'not a database '.repeat(1000));
    const till = await launchTill(shop.environment);
    try {
      await till.page.getByRole('heading', { name: /están dañados/ }).waitFor({ timeout: 30_000 });
      expect(await axeFindings(till.page, 'recovery')).toEqual([]);
    } finally {
      await till.kill();
    }
  });
});

describe('what a person chooses in the set-up', () => {
  it('is in force at once, survives a restart, and all of it is reached without a mouse', async () => {
    let screen = await openForSale();
    const { keyboard } = screen.page;
    await goToStep(screen, /Pantalla y sonido/);

    await screen.page.getByLabel('Tamaño').focus();
    await keyboard.press('End');
    await until('the larger text', () => screen.page.evaluate(() => window.innerWidth < 1000));
    await screen.page.getByRole('radio', { name: 'Como la computadora' }).focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await until('dark colours', () => screen.page.evaluate(() => document.documentElement.dataset.theme === 'dark'));
    await screen.page.getByRole('checkbox', { name: 'Pagado' }).focus();
    await keyboard.press('Space');
    await until('the sound to be off', async () => !(await screen.snapshot()).appearance.sounds.paid);
    // The screen follows the main process, a frame later.
    await until('nothing to hear', () => screen.page.getByRole('button', { name: 'Escuchar Pagado' }).isDisabled());

    await screen.page.getByLabel('Idioma').filter({ visible: true }).focus();
    await keyboard.type('Portu');
    await screen.page.getByRole('heading', { name: 'Tela, idioma e som' }).waitFor();
    await until('its language', () => screen.page.evaluate(() => document.documentElement.lang === 'pt-BR'));

    await screen.close();
    // The file says its own language; what a person chose afterwards is not in it.
    screen = await shop.openTill();
    await screen.page.getByText('Venda nova').waitFor();
    await until('the larger text', () => screen.page.evaluate(() => window.innerWidth < 1000));
    await expect
      .poll(() => screen.page.evaluate(() => getComputedStyle(document.body).backgroundColor), { timeout: 20_000 })
      .toBe('rgb(22, 21, 19)');
  });
});

describe('a sale without a mouse, with the text at 150 %', () => {
  it('goes from the product to the next sale, and the focus can always be seen', async () => {
    const screen = await openForSale();
    const { page } = screen;
    const { appearance } = await screen.snapshot();
    await page.evaluate((larger) => window.till.request('setup.saveAppearance', larger), {
      ...appearance,
      textSize: 150 as const,
    });
    await until('the larger text', () => page.evaluate(() => window.innerWidth < 1000));

    await page.keyboard.type('7790001000019');
    await page.keyboard.press('Enter');
    await until('the line', async () => (await screen.lines()).length === 1);
    const unseen: string[] = [];
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press('Tab');
      if ((await visibleFocus(page)) === null) {
        unseen.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? ''));
      }
    }
    expect(unseen).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    await page.keyboard.press('F8');
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);
    await until('the next sale', async () => {
      await page.keyboard.press('Enter');
      return (await screen.snapshot()).checkout === null;
    });
  });
});
