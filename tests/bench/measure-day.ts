import { setTimeout as sleep } from 'node:timers/promises';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { goesOn } from '../support/e2e/at-the-counter';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';
import { canMeasureMemory, proportionalMemory } from './proportional-memory';
import type { Comparison } from './statistics';

const SALES = 200;
/** Long enough to come to rest after the start, and after the last sale: the page gives memory back after eight seconds. */
const REST_MS = 15_000;
const CODE = '7790001000019';

/** What a till takes of the memory after a day of sales, cash and QR by turns, beside what it took when it was opened. */
export async function measureDay(): Promise<Comparison[]> {
  if (!canMeasureMemory) return [];
  const shop = await openShop();
  try {
    const screen = await shop.openTill();
    await shop.relayHears(screen);
    const ours: number[] = [];
    const theirs = [await atRest(screen)];
    for (let sale = 0; sale < SALES; sale++) await sell(shop, screen, sale % 2 === 0 ? 'cash' : 'qr');
    ours.push(await atRest(screen));
    const name = `memory after ${SALES} sales`;
    return [{ name, beside: 'the same till, just opened', unit: 'MB', aim: 1.2, ours, theirs }];
  } finally {
    await shop.close();
  }
}

async function atRest(screen: TillScreen): Promise<number> {
  await sleep(REST_MS);
  return proportionalMemory(screen.pid);
}

async function sell(shop: Shop, screen: TillScreen, way: 'cash' | 'qr'): Promise<void> {
  const { keyboard } = screen.page;
  // A word that is looked for, and then the code.
  await keyboard.type('alf');
  await keyboard.press('Escape');
  await screen.enter(CODE);
  await until('the line', async () => (await screen.lines()).length === 1);
  if (way === 'cash') {
    await keyboard.press('F5');
    await screen.page.getByRole('form', { name: 'Cobro en efectivo' }).waitFor();
    await keyboard.press('Enter');
  } else {
    await keyboard.press('F8');
    await screen.shows('awaitingPayment');
    shop.control.pay(shop.control.scanOrder(POS));
  }
  await screen.paid();
  await goesOn(screen);
}
