import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hotkeyOf, hotkeys } from '../../shared/hotkeys';
import { openShop, type Shop } from '../support/e2e/a-shop';
import { isPackaged, launchTill } from '../support/e2e/launch-till';
import { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

interface Heard {
  readonly key: string;
  readonly ctrlKey: boolean;
}

let shop: Shop;
afterEach(() => shop.close());

describe('a keyboard', () => {
  // The keys of a test's driver go straight to the page. These come to the window, which hears them first.
  it.skipIf(isPackaged)(
    'reaches the page with every key of the table (not on the packaged app, which runs only itself)',
    async () => {
      shop = await openShop({ relay: 'none' });
      const keysFile = join(shop.folder, 'keys.json');
      const typing = { TYPING_TILL: process.cwd(), TYPING_KEYS: keysFile };
      const program = join(process.cwd(), 'tests', 'support', 'e2e', 'typing-main');
      const till = await launchTill({ ...shop.environment, ...typing }, program);
      try {
        await new TillScreen(till).ready();
        await till.page.evaluate(() => {
          const heard: Heard[] = [];
          Reflect.set(window, 'heard', heard);
          const listen = ({ key, ctrlKey }: KeyboardEvent) => heard.push({ key, ctrlKey });
          window.addEventListener('keydown', listen, { capture: true });
        });
        // Whole at once.
        writeFileSync(`${keysFile}.part`, JSON.stringify(Object.values(hotkeys)));
        renameSync(`${keysFile}.part`, keysFile);
        const heard = async () => {
          const keys = await till.page.evaluate(() => (Reflect.get(window, 'heard') ?? []) as Heard[]);
          return keys.map((key) => hotkeyOf({ ...key, altKey: false, metaKey: false, shiftKey: false }));
        };
        await until('the last key', async () => (await heard()).includes(hotkeys.help), 30_000);
        expect(await heard()).toEqual(Object.values(hotkeys));
      } finally {
        await till.kill();
      }
    },
  );
});
