import type { Locator } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

/** A till that nobody has set up, on its set-up screen. */
async function openNew(): Promise<TillScreen> {
  shop = await openShop({ setUp: 'byHand' });
  const screen = await shop.openTill();
  await screen.page.getByRole('main', { name: 'Configuración' }).waitFor();
  return screen;
}

const stepOf = (screen: TillScreen, name: string): Promise<void> => screen.page.getByRole('tab', { name }).click();
const field = (screen: TillScreen, label: string): Locator => screen.page.getByLabel(label, { exact: true });
const reads = (screen: TillScreen, words: RegExp): Promise<void> => screen.page.getByText(words).first().waitFor();

async function connectAccount(screen: TillScreen): Promise<void> {
  await stepOf(screen, 'Cuenta');
  await field(screen, 'Access Token').fill('TEST-practice-token');
  await screen.press('Conectar');
  await reads(screen, /Conectada: LAESQUINA/);
}

describe('setting a till up by hand', () => {
  it('goes from the token to a test ticket and a first sale', async () => {
    const screen = await openNew();
    await connectAccount(screen);
    expect(await screen.page.content()).not.toContain('TEST-practice-token');

    await stepOf(screen, 'Sucursal y caja');
    await screen.page.getByRole('radio', { name: /Kiosco La Esquina/ }).check();
    await screen.page.getByRole('radio', { name: /Caja 1/ }).check();
    await screen.press('Usar esta caja');
    await reads(screen, /En uso: Caja 1/);

    await stepOf(screen, 'Relay');
    await field(screen, 'Código de vínculo').fill(shop.pairing);
    await screen.press('Vincular');
    await reads(screen, /Vinculada como/);
    await shop.relayHears(screen);

    await stepOf(screen, 'Negocio');
    await field(screen, 'Nombre').fill('Kiosco La Esquina');
    await screen.press('Guardar');
    await reads(screen, /Guardado/);

    await stepOf(screen, 'Impresora');
    await screen.page.getByRole('radio', { name: /Por red/ }).check();
    await field(screen, 'Dirección').fill(shop.printer.host);
    await field(screen, 'Puerto').fill(String(shop.printer.port));
    await screen.press('Guardar');
    await until('the printer to be kept', async () => (await screen.snapshot()).setup.printer !== null);
    await screen.press('Imprimir prueba');
    const [test] = await until('the test ticket', () => shop.printer.papers().length > 0 && shop.printer.papers());
    expect(test?.problems).toEqual([]);
    expect(test?.lines.join('\n')).toMatch(/á é í ó ú|áéíóú/i);

    await screen.press(/Volver a vender/);
    await screen.addFreeAmount('1.234,50');
    await screen.charge();
    await screen.shows('awaitingPayment');
    expect(shop.control.orderOn(POS)?.amount).toBe(1234.5);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
  });

  it('refuses a wrong token with a sentence, and keeps the one before', async () => {
    const screen = await openNew();
    await field(screen, 'Access Token').fill('TEST-token-of-nobody');
    await screen.press('Conectar');
    await reads(screen, /Mercado Pago no reconoce el token/);
    expect((await screen.snapshot()).setup.account).toBeNull();
  });

  it('creates a store and a caja', async () => {
    const screen = await openNew();
    await connectAccount(screen);
    await stepOf(screen, 'Sucursal y caja');
    await screen.press('Crear una sucursal');
    for (const [label, value] of [
      ['Nombre', 'Sucursal Centro'],
      ['Código', 'CENTRO1'],
      ['Calle', 'Av. de Mayo'],
      ['Número', '500'],
      ['Ciudad', 'Buenos Aires'],
      ['Provincia o estado', 'Buenos Aires'],
      ['Latitud', '-34,6037'],
      ['Longitud', '-58,3816'],
      ['Referencia', 'Esquina'],
    ] as const) {
      await field(screen, label).fill(value);
    }
    await screen.press('Crear');
    await screen.page.getByRole('radio', { name: /Sucursal Centro/ }).check();
    await screen.press('Crear una caja');
    await field(screen, 'Nombre').fill('Caja del centro');
    await field(screen, 'Código').fill('CENTRO1CAJA1');
    await screen.press('Crear');
    await screen.page.getByRole('radio', { name: /Caja del centro/ }).check();
    await screen.press('Usar esta caja');
    await reads(screen, /En uso: Caja del centro, Sucursal Centro/);
    expect(shop.control.allPos().some(({ externalId }) => externalId === 'CENTRO1CAJA1')).toBe(true);
  });

  it('says what is wrong with a pairing code, and with a relay that does not answer', async () => {
    const screen = await openNew();
    await stepOf(screen, 'Relay');
    await field(screen, 'Código de vínculo').fill('cualquier cosa');
    await screen.press('Vincular');
    await reads(screen, /código/i);
    await field(screen, 'Código de vínculo').fill(`http://127.0.0.1:9#crt_${'x'.repeat(30)}`);
    await screen.press('Vincular');
    await reads(screen, /relay no responde/i);
    expect((await screen.snapshot()).setup.relay).toBeNull();
  });
});
