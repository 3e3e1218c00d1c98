import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { axeFindings } from '../support/e2e/accessibility';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

describe('the money at night', () => {
  it('is found sale by sale with its story, added up in a report, and taken to a spreadsheet', async () => {
    shop = await openShop();
    const files = join(shop.folder, 'files');
    mkdirSync(files);
    const screen = await shop.openTill({ CAJAQR_EXCHANGE_DIR: files });
    const { page } = screen;
    const list = page.getByRole('list', { name: 'Ventas encontradas' });
    await screen.enter('7790001000019');
    await page.keyboard.press('F8');
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);

    await page.keyboard.press('F7');
    await list.getByRole('listitem').first().waitFor();
    await page.keyboard.type('alfajor');
    await until('the sale', async () => (await list.getByText(/Pagada/).count()) === 1);
    await screen.press('Ver historia');
    await page.getByText('La orden quedó en el QR de la caja').waitFor();
    await page.getByText('Pagada con Mercado Pago QR').waitFor();
    expect(await axeFindings(page, 'sales with a story')).toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.press('F11');
    await screen.press('Informes');
    await page.getByRole('img', { name: /Cobrado por hora/ }).waitFor();
    expect(await axeFindings(page, 'the reports')).toEqual([]);
    await screen.press('Ver como tabla');
    await page.getByRole('columnheader', { name: 'Total' }).waitFor();
    expect(await axeFindings(page, 'the reports as a table')).toEqual([]);
    await screen.press('CSV por venta');
    await page.getByText(/Se guardó ventas-/).waitFor();
    const [file = ''] = readdirSync(files);
    expect(readFileSync(join(files, file), 'utf8')).toContain(';1200,00;');
  });
});
