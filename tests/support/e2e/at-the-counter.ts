import type { Locator } from 'playwright';
import { until } from '../until';
import type { TillScreen } from './till-screen';

export const dialog = (screen: TillScreen, name: string | RegExp): Locator => screen.page.getByRole('dialog', { name });

/** The screen while nobody is at the till. */
export const locked = (screen: TillScreen): Locator => screen.page.getByRole('main', { name: 'Pantalla bloqueada' });

/** As fast as a hand, and slower than a scanner. */
export const type = (screen: TillScreen, text: string): Promise<void> => screen.page.keyboard.type(text, { delay: 60 });

/** Types a PIN with the keys, wherever a PIN is asked for. */
export async function pin(screen: TillScreen, digits: string): Promise<void> {
  await screen.page.getByLabel('PIN', { exact: true }).waitFor();
  await screen.page.keyboard.type(digits);
  await screen.page.keyboard.press('Enter');
}

/** Somebody else takes the till over. */
export async function changeTo(screen: TillScreen, digits: string): Promise<void> {
  await screen.page.keyboard.press('Control+L');
  await locked(screen).waitFor();
  await pin(screen, digits);
  await locked(screen).waitFor({ state: 'detached' });
}

/** On the set-up's page of people. */
export async function addPerson(
  screen: TillScreen,
  person: { readonly name: string; readonly role: 'Cajero' | 'Encargado'; readonly pin: string },
): Promise<void> {
  await screen.press('Agregar persona');
  const form = screen.page.getByRole('form', { name: 'Agregar persona' });
  await form.getByLabel('Nombre', { exact: true }).fill(person.name);
  await form.getByRole('radio', { name: person.role }).check();
  await form.getByLabel('PIN, de 4 a 8 dígitos').fill(person.pin);
  await form.getByLabel('El mismo PIN otra vez').fill(person.pin);
  await form.getByRole('button', { name: 'Agregar', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

/** Presses Enter until what was paid makes room for the next sale. */
export async function goesOn(screen: TillScreen): Promise<void> {
  await until('the next sale', async () => {
    await screen.page.keyboard.press('Enter');
    const { cash, checkout } = await screen.snapshot();
    return cash.sale === null && checkout === null;
  });
  await screen.page.getByText('Venta nueva').waitFor();
}

/** Goes to a step of the set-up with the keyboard alone. @param name what its tab says */
export async function goToStep(screen: TillScreen, name: RegExp): Promise<void> {
  const { keyboard } = screen.page;
  const chosen = () => screen.page.getByRole('tab', { selected: true }).innerText();
  await keyboard.press('F10');
  await screen.page.getByRole('tab').first().focus();
  for (let now = await chosen(); !name.test(now);) {
    const before = now;
    await keyboard.press('ArrowDown');
    // The choice follows the key a moment later, and a second key before that would go past it.
    now = await until('the next step', async () => {
      const next = await chosen();
      return next !== before && next;
    });
  }
}
