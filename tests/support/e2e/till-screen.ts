import type { Page } from 'playwright';
import { isOver, type CheckoutKind } from '../../../shared/checkout/state';
import type { Reply, TillBridge } from '../../../shared/ipc-contract';
import type { Snapshot } from '../../../shared/snapshot';
import { until } from '../until';
import type { RunningTill } from './launch-till';

declare global {
  interface Window {
    readonly till: TillBridge;
  }
}

/** The till as a cashier meets it: by the words on the screen. */
export class TillScreen {
  readonly page: Page;
  readonly #till: RunningTill;

  constructor(till: RunningTill) {
    this.#till = till;
    this.page = till.page;
  }

  get stderr(): string {
    return this.#till.stderr();
  }

  /** Of the main process. */
  get pid(): number {
    return this.#till.pid;
  }

  /** Waits for the customer's screen. */
  customer(): Promise<Page> {
    return until("the customer's screen", () => this.#till.customerPage(), 15_000);
  }

  hasCustomerScreen(): boolean {
    return this.#till.customerPage() !== null;
  }

  close(): Promise<void> {
    return this.#till.close();
  }

  kill(): Promise<void> {
    return this.#till.kill();
  }

  /** The first snapshot is on the screen. */
  ready(): Promise<unknown> {
    return this.page.locator('[data-ready="true"]').waitFor({ timeout: 30_000 });
  }

  // --- selling

  /** Types into the one field, as a scanner or a cashier does, and presses Enter. */
  async enter(text: string): Promise<void> {
    const field = this.page.getByLabel('Buscar, escanear o código', { exact: true }).and(this.page.locator('input'));
    await field.fill(text);
    await field.press('Enter');
  }

  async addFreeAmount(amount: string): Promise<void> {
    await this.page.keyboard.press('F4');
    await this.page.getByLabel('Importe', { exact: true }).fill(amount);
    await this.page.keyboard.press('Enter');
  }

  lines(): Promise<string[]> {
    return this.page.getByRole('list', { name: 'Renglones de la venta' }).getByRole('listitem').allInnerTexts();
  }

  /** The amount on the screen, without spaces. */
  async total(): Promise<string> {
    return (await this.page.getByTestId('total').first().innerText()).replace(/\s/g, '');
  }

  async charge(): Promise<void> {
    await this.page.getByRole('button', { name: /Cobrar con QR/ }).click();
  }

  // --- charging

  /** Waits until the charge is in this state, and the screen is that of a charge that goes on, or is over. */
  async shows(kind: CheckoutKind): Promise<Snapshot> {
    const found = await until(
      `the charge to be ${kind}`,
      async () => {
        const snapshot = await this.snapshot();
        const { checkout } = snapshot;
        return checkout?.state.kind === kind && { snapshot, over: isOver(checkout.state) };
      },
      45_000,
    );
    // The screen follows the main process by a frame, and later on a busy machine: until then keys are for what was there.
    const charge = this.page.getByRole('region', { name: 'Cobro', exact: true });
    await charge.waitFor({ state: found.over ? 'detached' : 'visible' });
    return found.snapshot;
  }

  /** Waits until the sentence about the charge, or the ticket, says this. */
  async reads(where: 'charge-sentence' | 'ticket-fate', words: RegExp, timeoutMs = 45_000): Promise<void> {
    const place = this.page.getByTestId(where);
    try {
      await place.filter({ hasText: words }).waitFor({ timeout: timeoutMs });
    } catch (error) {
      const said = await place.allInnerTexts();
      const { checkout, printer } = await this.snapshot();
      const known = JSON.stringify({ said, printer, checkout: checkout?.state });
      throw new Error(`the screen never said ${String(words)}, but ${known}; the till:\n${this.#lastWords()}`, {
        cause: error,
      });
    }
  }

  /** What it wrote last, for whoever has to find out why a test failed. */
  #lastWords(): string {
    return [this.stderr, this.#till.log()].map((said) => said.trimEnd().split('\n').slice(-15).join('\n')).join('\n');
  }

  async paid(): Promise<void> {
    await this.page.getByRole('heading', { name: /Pagado/i }).waitFor({ timeout: 45_000 });
  }

  async cancelCharge(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancelar', exact: true }).click();
    await this.page.getByRole('button', { name: /^Sí/ }).click();
  }

  /** A button by its words: all of them, or a part given as a pattern. */
  press(name: RegExp | string): Promise<void> {
    return this.page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  /** What the main process last published. */
  async snapshot(): Promise<Snapshot> {
    const reply: Reply<Snapshot> = await this.page.evaluate(() => window.till.request('till.snapshot'));
    if (!reply.ok) throw new Error(`no snapshot: ${reply.error.code}`);
    return reply.value;
  }

  async status(part: 'relay' | 'printer' | 'gateway'): Promise<string> {
    return (await this.snapshot())[part].state;
  }
}
