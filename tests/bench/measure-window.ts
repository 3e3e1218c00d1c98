import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openShop, type Shop } from '../support/e2e/a-shop';
import type { ElectronUnderTest } from './electron-under-test';
import { canMeasureMemory, proportionalMemory } from './proportional-memory';
import type { Comparison } from './statistics';
import { openWatched, type WindowToWatch } from './watched-window';

/** Long enough for both to come to rest after their start. */
const REST_MS = 4000;

interface Measured {
  readonly readyMs: number;
  readonly memoryMb: number;
}

/** Start and memory of a till that was set up before, beside an Electron window that shows one empty page. */
export async function measureWindow(electron: ElectronUnderTest, runs: number): Promise<Comparison[]> {
  const shop = await openShop();
  try {
    await setUpOnce(shop);
    const till = tillOf(electron, shop);
    const empty = emptyWindowOf(electron, shop);
    await measure(till);
    await measure(empty);
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await measure(till));
      theirs.push(await measure(empty));
    }
    const compare = (what: keyof Measured) => ({
      beside: 'Electron window with an empty page',
      ours: ours.map((each) => each[what]),
      theirs: theirs.map((each) => each[what]),
    });
    const start: Comparison = { name: 'start until ready to sell', unit: 'ms', aim: 1.5, ...compare('readyMs') };
    const memory: Comparison = { name: 'memory at rest', unit: 'MB', aim: 1.4, ...compare('memoryMb') };
    return canMeasureMemory ? [start, memory] : [start];
  } finally {
    await shop.close();
  }
}

async function setUpOnce(shop: Shop): Promise<void> {
  const screen = await shop.openTill();
  await shop.relayHears(screen);
  await screen.close();
}

function tillOf({ executable, tillArguments }: ElectronUnderTest, { environment }: Shop): WindowToWatch {
  return {
    executable,
    arguments: tillArguments,
    environment: { CAJAQR_DATA_DIR: environment.CAJAQR_DATA_DIR },
    // With the field for the first product: neither the opening nor the set-up screen counts.
    isReady: `document.querySelector('[data-ready="true"] input') !== null`,
  };
}

function emptyWindowOf({ executable, switches }: ElectronUnderTest, { folder }: Shop): WindowToWatch {
  const app = join(process.cwd(), 'tests', 'bench', 'empty-window');
  return {
    executable,
    arguments: [...switches, app, `--user-data-dir=${join(folder, 'empty-window')}`],
    environment: {},
    isReady: `location.protocol === 'file:' && document.readyState === 'complete'`,
  };
}

async function measure(window: WindowToWatch): Promise<Measured> {
  const opened = await openWatched(window);
  await sleep(REST_MS);
  const memoryMb = canMeasureMemory ? proportionalMemory(opened.pid) : 0;
  await opened.close();
  return { readyMs: opened.readyMs, memoryMb };
}
