import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { createCatalogueStore } from '../../electron/storage/catalogue-store';
import { openDatabase } from '../../electron/storage/open-database';
import { foldText } from '../../shared/fold-text';
import type { Product } from '../../shared/sale';
import { openShop, type Shop } from '../support/e2e/a-shop';
import { manyProducts } from './many-products';
import { quantileOf, type Comparison } from './statistics';

const PRODUCTS = 100_000;
const FRAME_MS = 1000 / 60;
/** Between two keys, so that each is a frame's own business. A fast hand takes 80. */
const BETWEEN_KEYS_MS = 50;

/** From a key to its results painted, and from the end of a scan to its line painted, in a till with 100,000 products. */
export async function measureSelling(rounds: number): Promise<Comparison[]> {
  const shop = await openShop({ relay: 'none' });
  try {
    const products = manyProducts(PRODUCTS);
    await fill(shop, products);
    const screen = await shop.openTill();
    const chosen = Array.from({ length: rounds * 8 }, (_, index) => products[(index * 7_919) % PRODUCTS]).filter(
      (product) => product !== undefined,
    );
    await hearEveryKey(screen.page);
    await typeWords(screen.page, ['galletitas']);
    const keys: number[][] = [];
    const letters: number[] = [];
    const scans: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const ofRound = chosen.slice(round * 8, round * 8 + 8);
      const results = await typeWords(
        screen.page,
        ofRound.map(({ name }) => wordsOf(name)),
      );
      keys.push(results);
      // By turns and as many of each, so that both meet the same machine.
      letters.push(...(await typeDigits(screen.page, results.length)));
      for (const product of ofRound) scans.push(await scan(screen.page, product));
      await screen.page.evaluate(() => window.till.request('draft.save', null));
    }
    const all = keys.flat();
    const beside = (name: string, what: string, ours: readonly number[], theirs: readonly number[], aim: number) =>
      ({ name, beside: what, unit: 'ms', aim, ours, theirs }) satisfies Comparison;
    const frames = (name: string, ours: readonly number[], aim: number) =>
      beside(
        name,
        'one frame at 60 Hz',
        ours,
        ours.map(() => FRAME_MS),
        aim,
      );
    return [
      frames('key to results painted, 100,000 products', all, 1),
      // The frame that the key falls into is over already for the last of them: theirs are painted in the next.
      frames(
        'the same, slowest of a hundred (p99)',
        keys.map((each) => quantileOf(each, 0.99)),
        2,
      ),
      beside('key to results painted', 'the letter itself painted', all, letters, 1.5),
      frames('end of a scan to its line painted', scans, 1),
    ];
  } finally {
    await shop.close();
  }
}

async function fill(shop: Shop, products: readonly Product[]): Promise<void> {
  const screen = await shop.openTill();
  await screen.close();
  const db = openDatabase(join(shop.environment.CAJAQR_DATA_DIR, 'caja-qr.db'));
  createCatalogueStore(db).replaceAll(products);
  db.close();
}

/** As a cashier looks for it: two words, without their accents. */
function wordsOf(name: string): string {
  return foldText(name).split(' ').slice(0, 2).join(' ');
}

/** Milliseconds from each key that changes the words to the paint of what they find. */
async function typeWords(page: Page, all: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const words of all) {
    for (let length = 1; length <= words.length; length++) {
      const key = words.charAt(length - 1);
      if (key === ' ') await page.keyboard.press('Space');
      else took.push(await paintedAfter(page, key, `[data-words=${JSON.stringify(words.slice(0, length))}]`));
      await sleep(BETWEEN_KEYS_MS);
    }
    await page.keyboard.press('Escape');
    await sleep(BETWEEN_KEYS_MS);
  }
  return took;
}

/** The same for keys that nothing is looked for at once with: what any page needs to show a letter. */
async function typeDigits(page: Page, count: number): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < count; index++) {
    took.push(await paintedAfter(page, '7', null));
    await sleep(BETWEEN_KEYS_MS);
    // Before the digits are looked for.
    if (index % 10 === 9) await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Escape');
  return took;
}

async function scan(page: Page, { code, name }: Product): Promise<number> {
  await sleep(400);
  await page.keyboard.type(code ?? '');
  return paintedAfter(page, 'Enter', '[aria-current="true"] .ticket-line-name', name);
}

declare global {
  interface Window {
    /** Milliseconds from the next key to the paint of what was waited for. */
    paintedAfterKey?: Promise<number>;
    /** By the page's clock, of the last key. */
    pressedAt?: number;
  }
}

/** Before the till does: it keeps the end of a scan to itself. */
async function hearEveryKey(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('keydown', ({ timeStamp }) => (window.pressedAt = timeStamp), { capture: true });
  });
  await page.reload();
  await page.locator('[data-ready="true"] input').first().waitFor();
}

/**
 * From the event of the key to the end of the frame in which something is on the screen, by the page's own clock.
 * Without a selector: in which the letter itself is in its field.
 */
async function paintedAfter(page: Page, key: string, selector: string | null, text = ''): Promise<number> {
  await page.evaluate(
    ([wanted, words]) => {
      window.paintedAfterKey = new Promise((resolve) => {
        const before = window.pressedAt ?? 0;
        const painted = () => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              const { pressedAt = 0 } = window;
              resolve(pressedAt > before ? performance.now() - pressedAt : Number.NaN);
            };
            port2.postMessage(null);
          });
        };
        const changes = new MutationObserver(() => {
          const found = wanted === null ? null : document.querySelector(wanted);
          if (!found?.textContent.includes(words)) return;
          changes.disconnect();
          painted();
        });
        if (wanted === null) addEventListener('input', painted, { once: true });
        else changes.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      });
    },
    [selector, text] as const,
  );
  await page.keyboard.press(key);
  const took = await page.evaluate(() => window.paintedAfterKey);
  if (took === undefined || Number.isNaN(took)) throw new Error('nothing was waited for');
  return took;
}
