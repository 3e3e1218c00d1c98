import { afterEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { addPerson, changeTo, dialog, locked, pin } from '../support/e2e/at-the-counter';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

let shop: Shop;
afterEach(() => shop.close());

const LUIS = '739164';
const ANA = '2580';
const nobody = '4826';

const current = async (screen: TillScreen) => (await screen.snapshot()).people.current?.name ?? null;
const reads = (screen: TillScreen, words: RegExp) => screen.page.getByText(words).first().waitFor();

/** A shop with a manager and a cashier, made in the set-up; the manager is at the till. */
async function openStaffed(): Promise<TillScreen> {
  shop = await openShop({ relay: 'none' });
  const screen = await shop.openTill();
  await screen.page.keyboard.press('F10');
  await screen.page.getByRole('tab', { name: 'Personas' }).click();
  await addPerson(screen, { name: 'Luis', role: 'Encargado', pin: LUIS });
  await addPerson(screen, { name: 'Ana', role: 'Cajero', pin: ANA });
  await screen.press(/Volver a vender/);
  return screen;
}

describe('people at the till', () => {
  it('a cashier sells, a manager allows the refund in place, and the log says who did what', async () => {
    const screen = await openStaffed();
    expect(await current(screen)).toBe('Luis');
    await screen.enter('7790001000019');
    await changeTo(screen, ANA);
    expect(await current(screen)).toBe('Ana');
    // What was typed before the change is still there.
    expect((await screen.lines()).join(' ')).toContain('Alfajor');

    await screen.charge();
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await screen.reads('ticket-fate', /Ticket impreso/);
    expect(shop.printer.papers()[0]?.lines.join('\n')).toContain('Atendió Ana');

    await screen.page.keyboard.press('F7');
    await screen.page.keyboard.type('1');
    await dialog(screen, 'Ventas').getByRole('button', { name: 'Devolver', exact: true }).click();
    const form = dialog(screen, 'Devolver dinero');
    await form.getByText('Queda a nombre del encargado que lo permita.').waitFor();
    await form.getByLabel('Motivo', { exact: true }).fill('El cliente devolvió la compra');
    await form.getByRole('button', { name: /^Devolver \$/ }).click();
    const permission = dialog(screen, 'Permiso de un encargado');
    await permission.getByText(/Devolver \$\s1\.200,00/).waitFor();
    await pin(screen, ANA);
    await permission.getByText('Ese PIN no es de un encargado.').waitFor();
    await pin(screen, LUIS);
    await form.getByText(/Se devolvieron/).waitFor({ timeout: 60_000 });
    await until('the slip', () =>
      shop.printer.papers().some(({ lines }) => lines.join('\n').includes('Devolvió: Luis')),
    );
    expect(await current(screen)).toBe('Ana');
    await form.getByRole('button', { name: 'Entendido' }).click();
    await form.waitFor({ state: 'detached' });
    await dialog(screen, 'Ventas').getByRole('button', { name: 'Cerrar' }).click();
    await screen.press(/Nueva venta/);
    await screen.page.getByText('Venta nueva').waitFor();
    await screen.page.keyboard.press('F10');
    await dialog(screen, 'Permiso de un encargado').getByText('Entrar en Configuración').waitFor();
    await pin(screen, LUIS);
    await screen.page.getByRole('tab', { name: 'Personas' }).click();
    await screen.press('Ver el registro');
    const log = dialog(screen, 'Registro');
    await log.getByRole('row').filter({ hasText: 'Entró en Configuración' }).first().waitFor();
    const lines = await log.getByRole('row').filter({ hasText: 'Devolvió dinero' }).allInnerTexts();
    expect(lines.join(' ')).toMatch(/Ana, con permiso de Luis.*Venta 000001.*1\.200,00/s);
  }, 180_000);

  it('stays locked to wrong PINs, slower and slower, also after a restart, while a charge goes on and shows', async () => {
    let screen = await openStaffed();
    await changeTo(screen, ANA);
    await screen.enter('7790001000019');
    await screen.charge();
    await screen.shows('awaitingPayment');
    await screen.page.keyboard.press('Control+L');
    await locked(screen)
      .getByText(/1\.200,00/)
      .waitFor();
    for (const digits of [nobody, nobody, nobody]) {
      await pin(screen, digits);
      await reads(screen, /Ese PIN no es de nadie|varios PIN equivocados/);
      await until(
        'the field to be free',
        async () => (await screen.page.getByLabel('PIN', { exact: true }).inputValue()) === '',
      );
    }
    await reads(screen, /se puede probar otra vez en \d+ s/);

    shop.control.pay(shop.control.scanOrder(POS));
    await locked(screen).getByText('Pagada').waitFor({ timeout: 45_000 });
    for (const key of ['F7', 'F11', 'Control+T', 'F1', 'F10']) await screen.page.keyboard.press(key);
    expect(await screen.page.getByRole('dialog').count()).toBe(0);

    await screen.kill();
    screen = await shop.openTill();
    await locked(screen).waitFor();
    expect(await current(screen)).toBeNull();
    // The fourth in all: had the till forgotten the three before, nobody would have to wait.
    await pin(screen, nobody);
    await until('the till to wait', async () => (await screen.snapshot()).people.pinWaitsUntil !== null);
    await until('the wait to be over', async () => (await screen.snapshot()).people.pinWaitsUntil === null, 60_000);
    for (const digit of ANA) await screen.press(digit);
    await screen.press('Entrar');
    await screen.paid();
    expect(await current(screen)).toBe('Ana');
  }, 180_000);

  it('lets the owner in with the account’s token when every PIN is forgotten', async () => {
    const screen = await openStaffed();
    await screen.page.keyboard.press('Control+L');
    for (const key of ['F7', 'F11', 'Control+T', 'F1']) await screen.page.keyboard.press(key);
    await screen.press('Nadie recuerda su PIN');
    const form = screen.page.getByRole('form', { name: 'Entrar con el token de la cuenta' });
    await form.getByLabel('Access Token').fill('TEST-token-of-nobody');
    await form.getByLabel('PIN, de 4 a 8 dígitos').fill('5938');
    await form.getByLabel('El mismo PIN otra vez').fill('5938');
    await screen.press('Poner el PIN y entrar');
    await reads(screen, /no es de la cuenta conectada/);
    await form.getByLabel('Access Token').fill('TEST-practice-token');
    await screen.press('Poner el PIN y entrar');
    await locked(screen).waitFor({ state: 'detached' });
    expect(await current(screen)).toBe('Luis');
    // Nothing that was pressed while it was locked has waited for somebody to come.
    expect(await screen.page.getByRole('dialog').count()).toBe(0);
    await changeTo(screen, '5938');
  });
});
