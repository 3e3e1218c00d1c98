import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { addPerson, changeTo, dialog, goesOn, locked, pin, type } from '../support/e2e/at-the-counter';
import { picture } from '../support/e2e/picture';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

const SALES = 60;
const PRICE = 1200;
const FLOAT = 3000;
const CASH_PART = 500;
const WITHDRAWN = 2000;
const ALFAJOR = '7790001000019';
const LUIS = { name: 'Luis', role: 'Encargado', pin: '739164' } as const;
const ANA = { name: 'Ana', role: 'Cajero', pin: '2580' } as const;
const BRUNO = { name: 'Bruno', role: 'Cajero', pin: '4826' } as const;

type Way = 'qr' | 'exactCash' | 'cashWithChange' | 'cashAndQr' | 'rejectedThenPaid';
const ways: readonly Way[] = ['qr', 'exactCash', 'cashWithChange', 'cashAndQr', 'rejectedThenPaid'];

interface Sold {
  readonly way: Way;
  readonly total: number;
}
const sales: readonly Sold[] = Array.from({ length: SALES }, (_, index) => ({
  way: ways[index % ways.length] ?? 'qr',
  total: (1 + (index % 3)) * PRICE,
}));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const cashOf = ({ way, total }: Sold): number =>
  way === 'cashAndQr' ? CASH_PART : way === 'exactCash' || way === 'cashWithChange' ? total : 0;

const shift = (screen: TillScreen) => dialog(screen, /^Turno/);
const more = async (screen: TillScreen, action: string): Promise<void> => {
  await screen.page.keyboard.press('F11');
  await dialog(screen, 'Más').getByRole('button', { name: action }).click();
};
const papers = (): readonly string[] => shop.printer.papers().map(({ lines }) => lines.join('\n'));
const paper = (what: string, words: RegExp) => until(what, () => papers().find((text) => words.test(text)), 20_000);

async function openStaffed(): Promise<TillScreen> {
  shop = await openShop();
  const screen = await shop.openTill();
  await shop.relayHears(screen);
  await screen.page.keyboard.press('F10');
  await screen.page.getByRole('tab', { name: 'Personas' }).click();
  for (const person of [LUIS, ANA, BRUNO]) await addPerson(screen, person);
  await picture(screen, 'personas');
  await screen.press(/Volver a vender/);
  return screen;
}

async function opensShift(screen: TillScreen): Promise<void> {
  await screen.page.keyboard.press('Control+T');
  await shift(screen).getByLabel('Billetes de $ 1.000,00').fill('3');
  await picture(screen, 'turno-abrir');
  await shift(screen)
    .getByRole('button', { name: /^Abrir turno con/ })
    .click();
  await until('the shift', async () => (await screen.snapshot()).shift.open?.number === 1);
  await shift(screen).waitFor({ state: 'hidden' });
}

/** @param pictures whether it is one for the manuals */
async function sells(screen: TillScreen, { way, total }: Sold, pictures = false): Promise<void> {
  const { keyboard } = screen.page;
  const photograph = (name: string): Promise<void> => (pictures ? picture(screen, name) : Promise.resolve());
  const quantity = total / PRICE;
  await screen.enter(quantity === 1 ? ALFAJOR : `${quantity}*${ALFAJOR}`);
  await until('the line', async () => (await screen.lines()).length === 1);
  await photograph('venta');
  if (way === 'exactCash' || way === 'cashWithChange') {
    await keyboard.press('F5');
    await screen.page.getByRole('form', { name: 'Cobro en efectivo' }).waitFor();
    if (way === 'cashWithChange') await type(screen, '5000');
    await photograph('efectivo');
    await keyboard.press('Enter');
  } else {
    if (way === 'cashAndQr') {
      await keyboard.press('F9');
      await screen.page.getByRole('form', { name: 'Cobro en efectivo' }).waitFor();
      await type(screen, String(CASH_PART));
      await keyboard.press('F9');
    } else {
      await keyboard.press('F8');
    }
    await screen.shows('awaitingPayment');
    await photograph('cobro');
    const scan = shop.control.scanOrder(POS);
    if (way === 'rejectedThenPaid') {
      shop.control.pay(scan, { outcome: 'rejected' });
      await keyboard.press('Control+B');
      await screen.reads('charge-sentence', /rechazado/);
    }
    shop.control.pay(scan);
  }
  await screen.paid();
  if (way !== 'cashWithChange') await photograph('pagado');
  await goesOn(screen);
}

/** A dialog that was closed leaves the page a moment later, and until then keys are its own. */
const noDialog = (screen: TillScreen): Promise<unknown> =>
  until('no dialog', async () => (await screen.page.locator('dialog').count()) === 0);

/** Leaves a sale in the queue, as when somebody forgot their wallet, sells to the next one and takes it up again. */
async function holdsOneSale(screen: TillScreen): Promise<void> {
  await screen.enter(ALFAJOR);
  await until('the line', async () => (await screen.lines()).length === 1);
  await screen.page.keyboard.press('Control+H');
  await dialog(screen, 'Dejar la venta en espera').getByLabel('Nombre (opcional)').fill('Señora de rojo');
  await screen.page.keyboard.press('Enter');
  await screen.page.getByText('Venta nueva').waitFor();
  await noDialog(screen);
  await screen.page.keyboard.press('Control+R');
  await picture(screen, 'en-espera');
  await dialog(screen, 'Ventas en espera')
    .getByRole('button', { name: /Señora de rojo/ })
    .first()
    .click();
  await until('the line again', async () => (await screen.lines()).length === 1);
  await screen.page.keyboard.press('Delete');
  await screen.page.getByText('Venta nueva').waitFor();
}

/** One of the things bought, of the sale with this number, with a manager's PIN. */
async function givesBack(screen: TillScreen, number: number, how: 'Devolver' | 'Devolver efectivo'): Promise<void> {
  await screen.page.keyboard.press('F7');
  const list = dialog(screen, 'Ventas');
  await list.waitFor();
  await screen.page.keyboard.type(String(number).padStart(6, '0'));
  await list.getByRole('button', { name: how, exact: true }).click();
  if (how === 'Devolver') await picture(screen, 'ventas');
  const form = dialog(screen, how === 'Devolver' ? 'Devolver dinero' : 'Devolver efectivo');
  await form.getByLabel('Importe a devolver').fill(String(PRICE));
  await form.getByLabel('Motivo', { exact: true }).fill('El cliente devolvió la compra');
  await form.getByRole('button', { name: /^Devolver \$/ }).click();
  if (how === 'Devolver') await picture(screen, 'permiso');
  await pin(screen, LUIS.pin);
  await form.getByText(/Se devolvieron/).waitFor({ timeout: 60_000 });
  await screen.page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await screen.page.keyboard.press('Escape');
  await noDialog(screen);
}

async function withdraws(screen: TillScreen): Promise<void> {
  await more(screen, 'Retirar efectivo');
  await shift(screen).getByLabel('Importe').fill(String(WITHDRAWN));
  await shift(screen).getByRole('button', { name: 'Depósito' }).click();
  await shift(screen)
    .getByRole('button', { name: /^Retirar \$/ })
    .click();
  await paper('the slip', /RETIRO DE EFECTIVO/);
  await screen.page.keyboard.press('Escape');
  await noDialog(screen);
}

/** Counts without knowing what there should be, and closes. */
async function closes(screen: TillScreen, counted: number): Promise<string> {
  await more(screen, 'Cerrar turno');
  await shift(screen).getByLabel('Otro efectivo, como importe').fill(String(counted));
  await picture(screen, 'turno-contar');
  await shift(screen)
    .getByRole('button', { name: /^Confirmar conteo/ })
    .click();
  await shift(screen).getByTestId('difference').filter({ hasText: 'El efectivo coincide' }).waitFor();
  await shift(screen).getByRole('button', { name: 'Cerrar turno' }).click();
  await shift(screen).getByText('Turno 1 cerrado').waitFor({ timeout: 30_000 });
  await picture(screen, 'turno-cerrado');
  return paper('the Z', /CIERRE Z 1/);
}

/** All that the report of the day says. */
async function readsReports(screen: TillScreen): Promise<string> {
  await screen.page.keyboard.press('Escape');
  await noDialog(screen);
  await more(screen, 'Informes');
  await screen.page.getByRole('img', { name: /Cobrado por hora/ }).waitFor();
  await picture(screen, 'informes');
  return dialog(screen, 'Informes').innerText();
}

describe('a day in the life of a till', () => {
  it('opens, sells to a queue, gives back, changes hands, counts, closes, and every cent adds up', async () => {
    const screen = await openStaffed();
    await opensShift(screen);
    await screen.page.keyboard.press('Control+L');
    await locked(screen).waitFor();
    await picture(screen, 'bloqueada');
    await pin(screen, ANA.pin);
    const pictured = [sales.findIndex(({ way }) => way === 'cashWithChange'), sales.length / 2 - 5];
    for (const [index, sale] of sales.slice(0, SALES / 2).entries())
      await sells(screen, sale, pictured.includes(index));
    await holdsOneSale(screen);
    await changeTo(screen, BRUNO.pin);
    for (const sale of sales.slice(SALES / 2)) await sells(screen, sale);
    await until('the tickets', () => papers().length >= SALES, 30_000);

    await givesBack(screen, 6, 'Devolver');
    await givesBack(screen, 2, 'Devolver efectivo');
    await changeTo(screen, LUIS.pin);
    await withdraws(screen);
    const cash = sum(sales.map(cashOf));
    const z = await closes(screen, FLOAT + cash - PRICE - WITHDRAWN);

    const byQr = sales.filter((sale) => cashOf(sale) < sale.total);
    const qr = sum(sales.map((sale) => sale.total)) - cash;
    const amount = (words: string, value: number) =>
      new RegExp(`${words}.*\\D${value.toLocaleString('es-AR', { minimumFractionDigits: 2 }).replaceAll('.', '\\.')}`);
    expect(z).toMatch(amount(`Ventas con QR \\(${byQr.length}\\)`, qr));
    expect(z).toMatch(/Coincide con Mercado Pago/);
    const reports = await readsReports(screen);
    expect(reports).toMatch(amount('', cash + qr));
    for (const { name } of [ANA, BRUNO]) expect(reports).toContain(name);
    const taken = shop.control.merchantOrders().flatMap(({ payments }) => payments);
    const approved = taken.filter(({ status }) => status === 'approved');
    expect(sum(approved.map((payment) => payment.amount))).toBe(qr);
    expect(shop.printer.papers().flatMap(({ problems }) => problems)).toEqual([]);
    expect(papers().filter((text) => text.includes('Atendió Ana'))).toHaveLength(SALES / 2);
    expect(papers().filter((text) => text.includes('Atendió Bruno'))).toHaveLength(SALES / 2);
  }, 300_000);
});
