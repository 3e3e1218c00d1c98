import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/e2e/a-shop';
import { filesBelow, sightingsBelow } from '../support/e2e/canaries';
import type { TillScreen } from '../support/e2e/till-screen';

let shop: Shop;
afterEach(() => shop.close());

const files = (): string => join(shop.folder, 'files');
const reads = (screen: TillScreen, words: RegExp): Promise<void> => screen.page.getByText(words).first().waitFor();

/** A shop whose files are chosen and written in one folder, on a page of its set-up. */
async function openAt(page: string): Promise<TillScreen> {
  shop = await openShop();
  mkdirSync(files());
  const screen = await shop.openTill({ CAJAQR_EXCHANGE_DIR: files() });
  await screen.page.keyboard.press('F10');
  await screen.page.getByRole('tab', { name: page }).click();
  return screen;
}

describe('products by file', () => {
  it('shows what changes, applies it when told, sells at the new price, and takes it back', async () => {
    const screen = await openAt('Productos');
    await reads(screen, /Hay 4 productos/);
    const list =
      'Código;Descripción;Precio\n7790001000019;Alfajor de maíz Ñandú;1.350,50\n555;Café «doble»;900\n556;;1\n';
    writeFileSync(join(files(), 'lista.csv'), Buffer.from(list, 'latin1'));
    await screen.press('Elegir archivo…');
    await reads(screen, /Qué cambia con lista\.csv/);
    await reads(screen, /falta el nombre/);
    await reads(screen, /Alfajor de maíz Ñandú/);
    await screen.press('Aplicar los cambios');
    await reads(screen, /Nuevos: 1 · Cambiados: 1 · Quitados: 0/);

    await screen.press(/Volver a vender/);
    await screen.enter('7790001000019');
    await expect.poll(() => screen.total(), { timeout: 20_000 }).toBe('$1.350,50');
    await screen.page.keyboard.press('F6');

    await screen.page.keyboard.press('F10');
    await screen.page.getByRole('tab', { name: 'Productos' }).click();
    await screen.press('Deshacer esta importación');
    await screen.press('Sí, deshacer');
    await reads(screen, /Se deshizo/);
    await screen.press('Guardar productos en un archivo…');
    await reads(screen, /Guardado: productos-/);
    const name = (await screen.page.getByText(/Guardado: productos-/).innerText()).replace('Guardado: ', '');
    const written = readFileSync(join(files(), name), 'utf8');
    expect(written).toContain('7790001000019;Alfajor de chocolate;1200,00;unidad;;sí');
    expect(written).not.toContain('555');
  });
});

describe('the diagnostics', () => {
  it('try everything with one click, say what is wrong, and write a report without a secret', async () => {
    const screen = await openAt('Diagnóstico');
    await shop.relayHears(screen);
    await screen.press('Probar todo');
    await reads(screen, /Mercado Pago reconoce el token: LAESQUINA/);
    await reads(screen, /Caja 1 cobra con QR y monto fijo/);
    await reads(screen, /los avisos llegan/);
    await reads(screen, /Quedan .* GB/);
    await reads(screen, /Se leyeron enteros/);
    expect(await screen.page.getByRole('list', { name: 'Diagnóstico' }).getByRole('listitem').count()).toBe(8);

    await shop.relay.close();
    await screen.press('Probar otra vez');
    await reads(screen, /relay no responde/i);

    await screen.press('Guardar informe…');
    await reads(screen, /Guardado: diagnostico-caja-/);
    expect(filesBelow(files())).toHaveLength(1);
    const canaries = { token: 'TEST-practice-token', 'relay key': shop.pairing.split('#')[1] ?? '' };
    expect(sightingsBelow(files(), canaries)).toEqual([]);
  });
});
