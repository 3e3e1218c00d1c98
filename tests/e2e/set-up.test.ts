import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
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
/** Steps of the guide that were left stay in the page, hidden. */
const reads = (screen: TillScreen, words: RegExp): Promise<void> =>
  screen.page.getByText(words).filter({ visible: true }).first().waitFor();

async function connectAccount(screen: TillScreen): Promise<void> {
  await stepOf(screen, 'Cuenta');
  await field(screen, 'Access Token').fill('TEST-practice-token');
  await screen.press('Conectar');
  await reads(screen, /Conectada: LAESQUINA/);
}

describe('setting a till up by hand', () => {
  it('goes from the token to a test ticket and a first sale, led by the guide', async () => {
    let screen = await openNew();
    await reads(screen, /Paso 1 de 7/);
    await screen.press('Seguir: Cuenta');
    await field(screen, 'Access Token').fill('TEST-practice-token');
    await screen.press('Conectar');
    await reads(screen, /Conectada: LAESQUINA/);
    await reads(screen, /Cuenta de prueba: lo que se cobra no es dinero/);
    expect(await screen.page.content()).not.toContain('TEST-practice-token');

    await screen.press('Seguir: Sucursal y caja');
    await screen.page.getByRole('radio', { name: /Kiosco La Esquina/ }).check();
    await screen.page.getByRole('radio', { name: /Caja 1/ }).check();
    await screen.press('Usar esta caja');
    await reads(screen, /En uso: Caja 1/);
    await screen.page.getByRole('img', { name: /QR/ }).first().waitFor();
    await reads(screen, /Qué lee el cliente en su teléfono/);

    await screen.press('Seguir: Relay');
    await field(screen, 'Código de vínculo').fill(shop.pairing);
    await screen.press('Volver: Sucursal y caja');
    await screen.press('Seguir: Relay');
    expect(await field(screen, 'Código de vínculo').inputValue()).toBe(shop.pairing);
    await screen.press('Vincular');
    await reads(screen, /Vinculada como/);
    await shop.relayHears(screen);

    await screen.press('Seguir: Impresora');
    await until('the step to be kept', async () => (await screen.snapshot()).setup.guideStep === 'printer');
    await screen.kill();
    screen = await shop.openTill();
    await reads(screen, /Paso 5 de 7/);
    await screen.page.getByRole('radio', { name: /Por red/ }).check();
    await field(screen, 'Dirección').fill(shop.printer.host);
    await field(screen, 'Puerto').fill(String(shop.printer.port));
    await screen.press('Imprimir prueba');
    const [test] = await until('the test ticket', () => shop.printer.papers().length > 0 && shop.printer.papers());
    expect(test?.problems).toEqual([]);
    expect(test?.lines.join('\n')).toMatch(/á é í ó ú|áéíóú/i);
    await reads(screen, /La prueba salió/);
    await screen.press('Guardar');
    await until('the printer to be kept', async () => (await screen.snapshot()).setup.printer !== null);
    // Now it is in the list, where one press is enough, and the only one: the foot has none any more.
    await screen.page.getByRole('button', { name: 'Imprimir prueba', exact: true }).waitFor({ state: 'detached' });
    const again = screen.page.getByRole('button', { name: /^Probar otra vez/ });
    await again.press('Enter');
    await until('one more', () => shop.printer.papers().length === 2);
    await reads(screen, /La prueba salió/);
    expect(await again.evaluate((key) => key === document.activeElement)).toBe(true);

    await screen.press('Seguir: Ticket');
    await field(screen, 'Nombre').fill('Kiosco La Esquina');
    await screen.press('Guardar');
    await reads(screen, /Guardado/);
    await screen.press('Seguir: Resumen');
    await reads(screen, /Cómo quedó la caja/);
    await screen.press(/Empezar a vender/);
    await screen.addFreeAmount('1.234,50');
    await screen.charge();
    await screen.shows('awaitingPayment');
    expect(shop.control.orderOn(POS)?.amount).toBe(1234.5);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
  });

  it('refuses a wrong token with a sentence, and keeps the one before', async () => {
    const screen = await openNew();
    await stepOf(screen, 'Cuenta');
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

describe('the ticket designer', () => {
  /** What the preview shows, without the padding of each line. */
  const previewed = async (screen: TillScreen): Promise<string[]> =>
    (await screen.page.getByRole('group', { name: 'Así sale el ticket' }).locator('.paper-line').allInnerTexts()).map(
      (line) => line.trimEnd(),
    );

  it('shows as it is typed what the printer then prints, logo, letters and columns included', async () => {
    shop = await openShop({ provision: { practice: true } });
    const files = join(shop.folder, 'files');
    mkdirSync(files);
    const screen = await shop.openTill({ CAJAQR_EXCHANGE_DIR: files });
    const { page } = screen;
    await page.keyboard.press('F10');
    await reads(screen, /PRÁCTICA – no es dinero real/);
    await stepOf(screen, 'Ticket');
    const seen = (what: string, words: string) =>
      until(what, async () => (await previewed(screen)).some((line) => line.includes(words)));

    await field(screen, 'Nombre').fill('Pão & Ñandú');
    await seen('the name', 'Pão & Ñandú');
    await seen('the watermark', 'PRÁCTICA · SIN VALOR');
    await field(screen, 'Letras').selectOption('PC437');
    await seen('what that page has instead', 'Pao & Ñandú');
    await field(screen, 'Papel').selectOption('32');
    await seen('the narrow paper', '─'.repeat(32));
    expect(await previewed(screen)).not.toContain('─'.repeat(48));

    writeFileSync(join(files, 'malo.png'), 'no es una imagen');
    await screen.press('Elegir imagen…');
    await reads(screen, /no es una imagen PNG, JPG o WebP/);
    const canvas = createCanvas(800, 200);
    canvas.getContext('2d').fillRect(100, 20, 600, 160);
    writeFileSync(join(files, 'logo.png'), canvas.toBuffer('image/png'));
    utimesSync(join(files, 'malo.png'), 0, 0);
    await screen.press('Elegir imagen…');
    await page.getByRole('group', { name: 'Así sale el ticket' }).getByRole('img').waitFor();
    await screen.press('Guardar');
    await reads(screen, /Guardado/);

    await screen.press(/Volver a vender/);
    await reads(screen, /PRÁCTICA – no es dinero real/);
    await screen.addFreeAmount('1.234,50');
    await page.keyboard.press('F5');
    await page.keyboard.press('Enter');
    const [paper] = await until('the ticket', () => shop.printer.papers().length > 0 && shop.printer.papers());
    expect(paper?.problems).toEqual([]);
    const printed = paper?.lines.map((line) => line.trim()) ?? [];
    expect(printed).toContain('Pao & Ñandú');
    expect(printed.filter((line) => line.includes('SIN VALOR'))).toHaveLength(2);
  });

  it("finds the printer's letters by a number, and prints the caja's QR so that it can be scanned", async () => {
    shop = await openShop();
    const files = join(shop.folder, 'files');
    const screen = await shop.openTill({ CAJAQR_EXCHANGE_DIR: files });
    await screen.page.keyboard.press('F10');
    await stepOf(screen, 'Impresora');
    await screen.press('Imprimir prueba de letras');
    await screen.page.getByRole('radio', { name: /^2/ }).check();
    await reads(screen, /La impresora usa ahora WPC1252/);
    expect((await screen.snapshot()).setup.printer?.codePage).toBe('WPC1252');

    await stepOf(screen, 'Sucursal y caja');
    await screen.press('Guardar hoja A5 (PDF)…');
    await reads(screen, /Guardado: qr-SUC001CAJA01\.pdf/);
    const page = readFileSync(join(files, 'qr-SUC001CAJA01.pdf'), 'latin1');
    expect(page.startsWith('%PDF')).toBe(true);
    expect(page.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await screen.press('Imprimir como ticket');
    const papers = await until('both papers', () => shop.printer.papers().length > 1 && shop.printer.papers());
    const lines = papers.map((paper) => paper.lines.join('\n'));
    expect(papers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(lines.find((each) => each.includes('PRUEBA DE LETRAS'))).toMatch(
      /1\. áéíóú ñÑ[^]*2\. áéíóú ñÑ[^]*6\. aeiou nN/,
    );
    expect(lines.some((each) => each.includes('Pagar con Mercado Pago'))).toBe(true);
  });
});
