import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { type } from '../support/e2e/at-the-counter';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

async function openForSale(): Promise<TillScreen> {
  shop = await openShop({ relay: 'none' });
  return shop.openTill();
}

const dialog = (screen: TillScreen, name: string | RegExp) => screen.page.getByRole('dialog', { name });
const shiftDialog = (screen: TillScreen) => dialog(screen, /^Turno/);
const papers = () => shop.printer.papers().map(({ lines }) => lines.join('\n'));
const paper = (what: string, words: RegExp) => until(what, () => papers().find((text) => words.test(text)), 15_000);

async function requireShifts(screen: TillScreen): Promise<void> {
  await screen.page.keyboard.press('F10');
  await screen.page.getByRole('tab', { name: /Cobro/ }).click();
  // The box follows the main process, a frame later.
  await screen.page.getByLabel(/Vender solo con turno abierto/).click();
  await until('the setting', async () => (await screen.snapshot()).shift.required);
  await screen.page.keyboard.press('F10');
}

/** Opens the shift with three notes of a thousand, by keys alone. */
async function opensShift(screen: TillScreen): Promise<void> {
  await screen.page.keyboard.press('Control+T');
  await shiftDialog(screen).getByLabel('Billetes de $ 1.000,00').fill('3');
  await shiftDialog(screen)
    .getByRole('button', { name: /^Abrir turno con/ })
    .press('Enter');
  const name = shiftDialog(screen).getByLabel('Nombre de quien cuenta');
  await until('the cursor where something is missing', () =>
    name.evaluate((field) => field === document.activeElement),
  );
  await type(screen, 'Marina');
  await screen.page.keyboard.press('Enter');
  await until('the shift', async () => (await screen.snapshot()).shift.open?.number === 1);
  await shiftDialog(screen).waitFor({ state: 'hidden' });
}

async function sells(screen: TillScreen): Promise<void> {
  await screen.enter('7790001000019');
  await screen.charge();
  await screen.shows('awaitingPayment');
  shop.control.pay(shop.control.scanOrder(POS));
  await screen.paid();
  await until('the next sale', async () => {
    await screen.page.keyboard.press('Enter');
    return (await screen.snapshot()).checkout === null;
  });
  await screen.page.getByText('Venta nueva').waitFor();
}

describe('a day of the drawer, at the counter', () => {
  it('opens, sells, takes cash out, counts blind, and closes with a Z that agrees with Mercado Pago', async () => {
    const screen = await openForSale();
    await requireShifts(screen);

    await screen.enter('7790001000019');
    await screen.page.getByText('Falta abrir el turno').waitFor();
    expect(await screen.page.getByRole('button', { name: /Cobrar con QR/ }).count()).toBe(0);
    await opensShift(screen);
    await screen.page.getByRole('button', { name: 'Turno 1' }).waitFor();
    await screen.page.keyboard.press('F6');
    await screen.page.getByRole('button', { name: /^Sí/ }).click();
    await sells(screen);

    await screen.page.keyboard.press('F11');
    await dialog(screen, 'Más').getByRole('button', { name: 'Retirar efectivo' }).click();
    await shiftDialog(screen).getByLabel('Importe').fill('500');
    await shiftDialog(screen).getByRole('button', { name: 'Depósito' }).click();
    await shiftDialog(screen)
      .getByRole('button', { name: /^Retirar \$/ })
      .click();
    expect(await paper('the slip', /RETIRO DE EFECTIVO/)).toMatch(/TOTAL.*\$ 500,00/);
    await shiftDialog(screen).getByRole('button', { name: 'Imprimir parcial X' }).click();
    expect(await paper('the X', /PARCIAL X 1/)).toMatch(/Ventas con QR \(1\)/);

    await shiftDialog(screen).getByRole('button', { name: 'Cerrar turno' }).click();
    expect(await shiftDialog(screen).innerText()).not.toMatch(/2\.500,00/);
    await shiftDialog(screen).getByLabel('Billetes de $ 1.000,00').fill('2');
    await shiftDialog(screen).getByLabel('Billetes de $ 200,00').fill('2');
    await shiftDialog(screen)
      .getByRole('button', { name: /^Confirmar conteo/ })
      .click();
    await shiftDialog(screen).getByTestId('difference').filter({ hasText: 'Faltan $ 100,00' }).waitFor();
    await shiftDialog(screen).getByRole('button', { name: 'Cerrar turno' }).click();
    await shiftDialog(screen).getByText('Hay una diferencia y falta la explicación.').waitFor();
    await shiftDialog(screen).getByRole('button', { name: 'Diferencia en un vuelto' }).click();
    await shiftDialog(screen).getByRole('button', { name: 'Cerrar turno' }).click();

    await shiftDialog(screen).getByText('Turno 1 cerrado').waitFor({ timeout: 20_000 });
    await shiftDialog(screen)
      .getByText(/Coincide: 1 pagos?/)
      .waitFor();
    const z = await paper('the Z', /CIERRE Z 1/);
    expect(z).toMatch(/Coincide con Mercado Pago/);
    expect(z).toMatch(/Diferencia en un vuelto/);
    expect((await screen.snapshot()).shift.open).toBeNull();
  });

  it('goes on with a count that a power cut broke off, and says what keeps the shift open', async () => {
    let screen = await openForSale();
    await opensShift(screen);
    await screen.page.keyboard.press('F11');
    await dialog(screen, 'Más').getByRole('button', { name: 'Cerrar turno' }).click();
    await shiftDialog(screen).getByLabel('Billetes de $ 1.000,00').fill('3');
    await shiftDialog(screen).getByTestId('counted').filter({ hasText: '3.000,00' }).waitFor();
    await until('the count on disk', async () => {
      const view = await screen.page.evaluate(() => window.till.request('shift.view'));
      return view.ok && view.value.draft !== null;
    });
    await screen.kill();

    screen = await shop.openTill();
    expect((await screen.snapshot()).shift.open).toMatchObject({ number: 1, openedBy: 'Marina' });
    await screen.page.keyboard.press('F11');
    await dialog(screen, 'Más').getByRole('button', { name: 'Cerrar turno' }).click();
    await shiftDialog(screen).getByText('Sigue el conteo que había quedado a medias.').waitFor();
    expect(await shiftDialog(screen).getByLabel('Billetes de $ 1.000,00').inputValue()).toBe('3');
    await screen.page.keyboard.press('Escape');

    await screen.enter('7790001000019');
    await screen.charge();
    await screen.shows('awaitingPayment');
    const scan = shop.control.scanOrder(POS);
    await screen.cancelCharge();
    await screen.shows('cancelled');
    shop.control.pay(scan);
    await screen.reads('charge-sentence', /después de cancelar/);
    await screen.page.keyboard.press('F11');
    await dialog(screen, 'Más').getByRole('button', { name: 'Cerrar turno' }).click();
    await shiftDialog(screen).getByText('No se puede cerrar todavía').waitFor();
    await shiftDialog(screen)
      .getByText(/Venta 000001: para revisar/)
      .waitFor();
  });
});
