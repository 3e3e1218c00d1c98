import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };

/**
 * @typedef {object} Stage what one sale is played on
 * @property {import('playwright').Page} till
 * @property {import('playwright').Page} phone
 * @property {import('../practice/local-simulator.mjs').Simulator} simulator
 * @property {string} folder for the pictures
 * @property {(words: string, act: () => Promise<void>) => Promise<void>} step tells the words, then acts
 */

/**
 * Plays one sale as a cashier and a customer would, through the real windows, from the first product to the paper.
 *
 * @param {Stage} stage
 */
export async function playSale({ till, phone, simulator, folder, step }) {
  const sale = till.getByRole('region', { name: 'Venta' });
  const line = (/** @type {string} */ name) =>
    sale.getByRole('list', { name: 'Renglones de la venta' }).getByRole('listitem').filter({ hasText: name });
  const field = till.getByRole('combobox', { name: 'Buscar, escanear o código' });
  const photograph = async (/** @type {string} */ name) => {
    for (const size of [large, small]) {
      await till.setViewportSize(size);
      await till.screenshot({ path: join(folder, `${name}-${size.width}x${size.height}.png`), animations: 'disabled' });
    }
  };

  await step('The cashier touches the quick key of a coffee.', async () => {
    await till.setViewportSize(small);
    await till.getByRole('list', { name: 'Teclas rápidas' }).getByRole('button', { name: 'Café con leche' }).click();
    await line('Café con leche').waitFor();
  });
  await step('Types "medial" and takes what is found.', async () => {
    await field.fill('medial');
    await till.getByRole('option', { name: 'Medialuna de manteca' }).waitFor();
    await field.press('Enter');
    await line('Medialuna de manteca').waitFor();
  });
  await step('Asks for two of the bottle whose barcode follows.', async () => {
    await field.fill('2*7790001000026');
    await field.press('Enter');
    await line('Agua mineral 500 ml').waitFor();
  });
  await step('Adds flowers, which no catalogue has, as a free amount.', async () => {
    await till.keyboard.press('F4');
    const form = till.getByRole('form', { name: 'Importe libre' });
    await form.getByLabel('Importe').fill('1500');
    await form.getByLabel('Detalle').fill('Flores');
    await form.getByRole('button', { name: 'Agregar' }).click();
    await line('Flores').waitFor();
    await photograph('1-sale');
  });
  await step('Charges it: the order goes to the QR of the caja.', async () => {
    await sale.getByRole('button', { name: 'Cobrar con QR' }).click();
    const charge = till.getByRole('region', { name: 'Cobro' });
    await charge.getByText('Esperando al cliente').waitFor();
    await photograph('2-charge');
  });
  await step('The customer scans the QR and sees what is to be paid.', async () => {
    await phone.getByRole('button', { name: 'Escanear QR' }).click();
    await phone.getByRole('button', { name: 'Pagar', exact: true }).waitFor();
    await phone.screenshot({ path: join(folder, '3-phone.png') });
  });
  await step(
    'The customer pays. Mercado Pago tells the relay, the relay tells the till, the till asks for itself.',
    async () => {
      await phone.getByRole('button', { name: 'Pagar', exact: true }).click();
      await till
        .getByRole('region', { name: 'Resultado del cobro' })
        .getByRole('heading', { name: 'Pagado' })
        .waitFor();
    },
  );
  await step('The till prints the ticket.', async () => {
    await till.getByRole('region', { name: 'Ticket' }).getByText('Ticket impreso').waitFor();
    // The way on opens once the result has been on screen long enough to be read.
    await till.getByRole('button', { name: 'Nueva venta', disabled: false }).waitFor();
    await photograph('4-paid');
  });
  await step('The paper comes out of the virtual printer.', async () => {
    const papers = /** @type {{ picture: string, problems: string[] }[]} */ (
      await (await fetch(`${simulator.apiUrl}/_simulator/papers`)).json()
    );
    const [paper] = papers;
    if (papers.length !== 1 || paper === undefined) throw new Error(`${papers.length} papers came out instead of one`);
    if (paper.problems.length > 0)
      throw new Error(`the printer did not understand it all: ${paper.problems.join(', ')}`);
    const picture = await fetch(`${simulator.apiUrl}${paper.picture}`);
    writeFileSync(join(folder, '5-ticket.png'), Buffer.from(await picture.arrayBuffer()));
    await phone.screenshot({ path: join(folder, '6-phone-paid.png') });
  });
}
