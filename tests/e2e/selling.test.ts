import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { goToStep } from '../support/e2e/at-the-counter';
import { atOnce, scan } from '../support/e2e/scanner';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

const LUIS = '739164';
const ANA = '2580';
const ALFAJOR = '7790001000019';
const AGUA = '7790001000026';
const CAFE = '7790001000033';

const files = () => join(shop.folder, 'files');

async function openForSale(): Promise<TillScreen> {
  shop = await openShop({ relay: 'none' });
  return shop.openTill({ CAJAQR_EXCHANGE_DIR: files() });
}

const dialog = (screen: TillScreen, name: string) => screen.page.getByRole('dialog', { name, exact: true });
const press = async (screen: TillScreen, ...keys: string[]) => {
  for (const key of keys) await screen.page.keyboard.press(key);
};
/** As fast as a hand, and slower than a scanner. */
const type = (screen: TillScreen, text: string) => screen.page.keyboard.type(text, { delay: 60 });
const reads = (screen: TillScreen, words: RegExp) => screen.page.getByText(words).first().waitFor();
const totals = (screen: TillScreen, amount: string) =>
  until(`a total of ${amount}`, async () => (await screen.total()) === amount);
const counts = (screen: TillScreen, lines: number) =>
  until(`${lines} lines`, async () => (await screen.lines()).length === lines);

/** Writes into the dialog that a key has opened, and takes it over with Enter. */
async function fills(screen: TillScreen, key: string, name: string, text: string): Promise<void> {
  await press(screen, key);
  await dialog(screen, name).waitFor();
  await screen.page.keyboard.press('Control+A');
  await type(screen, text);
  await press(screen, 'Enter');
  await dialog(screen, name).waitFor({ state: 'detached' });
}

async function paysByQr(screen: TillScreen): Promise<void> {
  await press(screen, 'F8');
  await screen.shows('awaitingPayment');
  shop.control.pay(shop.control.scanOrder(POS));
  await screen.paid();
  await screen.reads('ticket-fate', /Ticket impreso/);
  await until('the next sale', async () => {
    await press(screen, 'Enter');
    return (await screen.snapshot()).checkout === null;
  });
  await screen.page.getByText('Venta nueva').waitFor();
}

describe('a sale with the keyboard alone', () => {
  it('is typed, counted, discounted, noted, priced, charged and printed as it stood', async () => {
    const screen = await openForSale();
    await scan(screen, '7790001000019');
    await type(screen, '3*7790001000026');
    await press(screen, 'Enter');
    await totals(screen, '$4.501,50');
    await press(screen, '+');
    await totals(screen, '$5.602,00');
    await press(screen, '-', '-');
    await totals(screen, '$3.401,00');
    await scan(screen, '7790001000033');
    await totals(screen, '$5.801,00');
    await press(screen, 'Delete');
    await totals(screen, '$3.401,00');

    await fills(screen, 'Control+D', 'Descuento', '10%');
    await totals(screen, '$3.180,90');
    await fills(screen, 'Control+N', 'Nota', 'sin gas');
    await press(screen, 'ArrowUp');
    await fills(screen, 'Control+P', 'Precio', '1000');
    await totals(screen, '$2.980,90');
    // Off the whole sale: the choice stands before the field.
    await press(screen, 'Control+D', 'Shift+Tab', 'ArrowDown', 'Tab');
    await type(screen, '80,90');
    await press(screen, 'Enter');
    await totals(screen, '$2.900,00');

    await paysByQr(screen);
    const paper = shop.printer.papers()[0]?.lines.join('\n') ?? '';
    expect(paper).toMatch(/Agua mineral[\s\S]*sin gas[\s\S]*TOTAL.*2\.900,00/);
    expect(paper).toContain('80,90');
    const [order] = shop.control.orders();
    expect(order?.items.reduce((sum, item) => sum + item.amount, 0)).toBeCloseTo(order?.amount ?? 0, 5);
  });

  it('waits while others are served, and comes back as it was, also after the power went', async () => {
    let screen = await openForSale();
    const holds = async (name: string) => {
      await fills(screen, 'Control+H', 'Dejar la venta en espera', name);
      await counts(screen, 0);
    };
    await press(screen, 'Control+R');
    await dialog(screen, 'Ventas en espera').getByText('No hay ventas en espera').waitFor();
    await press(screen, 'Escape');
    await dialog(screen, 'Ventas en espera').waitFor({ state: 'detached' });
    await scan(screen, '7790001000019');
    await counts(screen, 1);
    await holds('Mesa 4');
    await scan(screen, '7790001000026');
    await counts(screen, 1);
    await holds('la señora del perro');
    await scan(screen, '7790001000033');
    await fills(screen, 'Control+D', 'Descuento', '50%');
    await totals(screen, '$1.200,00');
    await until('the draft to be kept', () =>
      screen.page.evaluate(async () => {
        const draft = await window.till.request('draft.load');
        return draft.ok && draft.value?.lines[0]?.discount !== undefined;
      }),
    );
    await screen.kill();

    screen = await shop.openTill();
    await totals(screen, '$1.200,00');
    expect((await screen.snapshot()).heldSales).toBe(2);
    await press(screen, 'Control+R');
    await dialog(screen, 'Ventas en espera').getByText('Mesa 4').waitFor();
    await press(screen, 'Enter');
    await dialog(screen, 'Ventas en espera').waitFor({ state: 'detached' });
    await counts(screen, 1);
    // What was on the screen changed places with it.
    expect((await screen.snapshot()).heldSales).toBe(2);
    await paysByQr(screen);
    await press(screen, 'Control+R');
    await dialog(screen, 'Ventas en espera').getByText('la señora del perro').waitFor();
    expect(await dialog(screen, 'Ventas en espera').getByRole('listitem').count()).toBe(2);
  });
});

describe('a code', () => {
  it('that nobody knows becomes a product without losing the sale, once, however often Enter is pressed', async () => {
    const screen = await openForSale();
    mkdirSync(files());
    writeFileSync(join(files(), 'yerba.png'), createCanvas(1200, 900).toBuffer('image/png'));
    await scan(screen, '7790001000019');
    await type(screen, '2*7790387014020');
    await press(screen, 'Enter');
    await reads(screen, /Ningún producto tiene el código 7790387014020/);
    await expect.poll(() => screen.lines(), { timeout: 20_000 }).toHaveLength(1);
    await press(screen, 'Control+E');
    const form = dialog(screen, 'Producto nuevo');
    await form.waitFor();
    expect(await form.getByLabel('Código', { exact: true }).inputValue()).toBe('7790387014020');
    await type(screen, 'Yerba 1 kg');
    await press(screen, 'Tab');
    await type(screen, '3500,50');
    await form.getByLabel('Favorito').check();
    await form.getByRole('button', { name: 'Elegir…' }).press('Enter');
    const removes = form.getByRole('button', { name: 'Quitar' });
    await removes.waitFor();
    await press(screen, 'Tab', 'Enter');
    await removes.waitFor({ state: 'detached' });
    await press(screen, 'Enter');
    await removes.waitFor();
    await press(screen, 'Tab', 'Tab');
    await press(screen, 'Enter', 'Enter');
    await form.waitFor({ state: 'detached' });
    const picture = screen.page.getByRole('button', { name: /^Yerba 1 kg/ }).locator('img');
    await until('the picture on its quick key', () =>
      picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth === 192),
    );
    await totals(screen, '$8.201,00');
    await expect.poll(() => screen.lines(), { timeout: 20_000 }).toHaveLength(2);
    await scan(screen, '7790387014020');
    await totals(screen, '$11.701,50');
    await press(screen, 'F11');
    await dialog(screen, 'Más').getByRole('button', { name: 'Ordenar teclas rápidas' }).press('Enter');
    const keys = dialog(screen, 'Ordenar teclas rápidas');
    await keys.getByRole('radio', { checked: true }).waitFor();
    await press(screen, 'ArrowDown', 'ArrowDown');
    // A button leaves the keys where they were: Enter saves.
    await keys.getByRole('button', { name: 'Antes' }).click();
    await press(screen, 'Alt+ArrowUp', 'Enter');
    await keys.waitFor({ state: 'detached' });
    const first = screen.page.getByRole('list', { name: 'Teclas rápidas' }).getByRole('button').first();
    await until('the key to be the first', async () => (await first.innerText()).startsWith('Yerba'));
  });

  it('is counted once by a scanner that stutters, and a charge begins once, however often it is asked for', async () => {
    const screen = await openForSale();
    await atOnce(screen, [ALFAJOR, ALFAJOR]);
    await reads(screen, /7790001000019 llegó dos veces de una pasada: se contó una/);
    await totals(screen, '$1.200,00');
    // Long after it, and so another product of the kind.
    await screen.page.waitForTimeout(300);
    await scan(screen, '7790001000019');
    await totals(screen, '$2.400,00');
    await press(screen, 'F8', 'F8', 'F8');
    await screen.shows('awaitingPayment');
    await scan(screen, '7790001000026');
    await reads(screen, /lo escaneado no se agregó/);
    expect(shop.control.orders()).toHaveLength(1);
    await expect.poll(() => screen.total(), { timeout: 20_000 }).toBe('$2.400,00');
  });

  it('that is still looked up is what the next key is for', async () => {
    const screen = await openForSale();
    await scan(screen, ALFAJOR);
    await counts(screen, 1);
    await atOnce(screen, [AGUA, '+']);
    await totals(screen, '$3.401,00');
    await atOnce(screen, [CAFE, 'Delete', ALFAJOR, 'Control+d']);
    await dialog(screen, 'Descuento')
      .getByText(/Alfajor de chocolate/)
      .waitFor();
    await press(screen, 'Escape');
    await dialog(screen, 'Descuento').waitFor({ state: 'detached' });
    await totals(screen, '$4.601,00');
    await atOnce(screen, [AGUA, 'F3']);
    const quantity = screen.page.getByLabel('Cantidad de Agua mineral 500 ml');
    await until('the cursor in its quantity', () => quantity.evaluate((field) => field === document.activeElement));
    await press(screen, 'Escape', 'F2');
    const field = screen.page
      .getByLabel('Buscar, escanear o código', { exact: true })
      .and(screen.page.locator('input'));
    const isReady = () => field.evaluate((input) => input === document.activeElement);
    await until('the field', isReady);
    const total = await screen.total();
    // Nothing of it is on the ticket: the keys are for nothing, and nobody leaves without paying it.
    const unknown = { '+': '7790387014020', Delete: '7791234567898', F8: '7798765432107' };
    for (const [key, code] of Object.entries(unknown)) {
      await atOnce(screen, [code, key]);
      await reads(screen, new RegExp(`Ningún producto tiene el código ${code}`));
      await until('the field again', isReady);
    }
    expect(await screen.total()).toBe(total);
    expect((await screen.snapshot()).checkout).toBeNull();
  });
});

const opensSelling = (screen: TillScreen) => goToStep(screen, /^Venta\b/);

describe('what is set up about selling', () => {
  it('reads the labels of the scale by weight and by price, and tries the scanner and is fitted to it', async () => {
    const screen = await openForSale();
    const { page } = screen;
    await page.evaluate(() =>
      window.till.request('catalogue.save', {
        id: null,
        code: '42',
        name: 'Queso cremoso',
        price: 1_000_000,
        unit: 'kg',
        category: null,
        favourite: false,
        tax: null,
      }),
    );
    await opensSelling(screen);
    const form = page.getByRole('form', { name: 'Etiquetas de balanza' });
    await form.getByRole('checkbox').focus();
    await press(screen, 'Space');
    await form.getByText(/Producto 00042: 1,250 kg/).waitFor();
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.getByText('Guardado').waitFor();

    const scanner = page.getByRole('region', { name: 'Lector de códigos' });
    await scanner.getByLabel('Escaneá acá').focus();
    await scan(screen, '2000042003500');
    await scanner.getByText('Producto 00042: 0,350 kg').waitFor();
    await scanner.getByText('La caja reconoce este lector').waitFor();
    const slow = { msBetween: 65, end: 'nothing' } as const;
    await scan(screen, ALFAJOR, slow);
    await scanner.getByText('El lector no manda nada al final').waitFor();
    await scanner.getByRole('button', { name: 'Ajustar la caja a este lector' }).click();
    await scanner.getByText(/termina con un silencio/).waitFor();
    await press(screen, 'F10');

    await scan(screen, ALFAJOR, slow);
    await totals(screen, '$1.200,00');
    await scan(screen, '2*2000042003500');
    await totals(screen, '$8.200,00');
    await opensSelling(screen);
    await form.getByRole('radio', { name: 'El precio' }).check();
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.getByText('Guardado').waitFor();
    await press(screen, 'F10');
    await press(screen, 'ArrowDown', 'Delete');
    await scan(screen, '3*2000042123406');
    await totals(screen, '$1.570,20');
  });

  it('lets a cashier take off as much as a manager has said, and asks for the manager’s PIN beyond it', async () => {
    const screen = await openForSale();
    const { page } = screen;
    await page.evaluate(
      async ([manager, cashier]) => {
        await window.till.request('people.create', { name: 'Luis', role: 'manager', pin: manager });
        await window.till.request('people.create', { name: 'Ana', role: 'cashier', pin: cashier });
      },
      [LUIS, ANA] as const,
    );
    await opensSelling(screen);
    const form = page.getByRole('form', { name: 'Descuentos' });
    await form.getByLabel('Un cajero puede descontar hasta, en %').fill('10');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.getByText('Guardado').waitFor();
    await press(screen, 'F10', 'Control+L');
    await page.getByLabel('PIN', { exact: true }).waitFor();
    await page.keyboard.type(ANA);
    await press(screen, 'Enter');
    await until('Ana', async () => (await screen.snapshot()).people.current?.name === 'Ana');
    await page.getByRole('main', { name: 'Pantalla bloqueada' }).waitFor({ state: 'detached' });

    await scan(screen, '7790001000019');
    await counts(screen, 1);
    await fills(screen, 'Control+D', 'Descuento', '10%');
    await paysByQr(screen);
    await scan(screen, '7790001000019');
    await counts(screen, 1);
    await fills(screen, 'Control+D', 'Descuento', '10,01%');
    await press(screen, 'F8');
    const permission = dialog(screen, 'Permiso de un encargado');
    await permission.waitFor();
    expect(shop.control.orders()).toHaveLength(1);
    await press(screen, 'Escape');
    await permission.waitFor({ state: 'detached' });
    await expect.poll(() => screen.lines(), { timeout: 20_000 }).toHaveLength(1);
    await press(screen, 'F8');
    await page.getByLabel('PIN', { exact: true }).waitFor();
    await page.keyboard.type(LUIS);
    await press(screen, 'Enter');
    await screen.shows('awaitingPayment');
    expect((await screen.snapshot()).people.current?.name).toBe('Ana');
    expect(shop.control.orders()).toHaveLength(2);
  });
});
