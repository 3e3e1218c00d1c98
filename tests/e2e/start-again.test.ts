import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/e2e/a-shop';
import { filesBelow, processesOf } from '../support/e2e/canaries';
import { isPackaged } from '../support/e2e/launch-till';
import { until } from '../support/until';

let shop: Shop;
afterEach(async () => {
  // What started itself again is nobody's child.
  const left = (): number[] => processesOf(shop.environment.CAJAQR_DATA_DIR);
  await until('all of them to be gone', () => {
    for (const pid of left()) kill(pid);
    return left().length === 0;
  });
  await shop.close();
});

/** It may have ended in the meantime. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Makes the main process throw as if it had been running for an hour, once, when it is told to. */
function throwOnCommand(): { readonly options: string; readonly now: () => void } {
  const file = join(shop.folder, 'throw.cjs');
  const command = join(shop.folder, 'throw-now');
  writeFileSync(
    file,
    `const { existsSync, rmSync } = require('node:fs');
    const command = ${JSON.stringify(command)};
    if (process.type === 'browser') {
      setInterval(() => {
        if (!existsSync(command)) return;
        rmSync(command);
        process.uptime = () => 3600;
        throw new Error('boom');
      }, 50);
    }`,
  );
  return { options: `--require=${file}`, now: () => writeFileSync(command, '') };
}

it.skipIf(process.platform !== 'linux' || isPackaged)(
  'a fault that nobody caught starts the till again by itself (Linux only, and not on the packaged app, whose fuses shut it off from such tests)',
  async () => {
    shop = await openShop();
    const fault = throwOnCommand();
    const first = await shop.openTill({ NODE_OPTIONS: fault.options });
    fault.now();
    const log = (): string =>
      filesBelow(join(shop.environment.CAJAQR_DATA_DIR, 'logs'))
        .map((file) => readFileSync(file, 'utf8'))
        .join('');
    await until('the second start', () => log().split('"app.started"').length === 3, 30_000);
    expect(log()).toContain('"then":"starts again"');
    expect(processesOf(shop.environment.CAJAQR_DATA_DIR)).not.toContain(first.pid);

    // Chromium writes down where it listens.
    const port = join(shop.environment.CAJAQR_DATA_DIR, 'window', 'DevToolsActivePort');
    await until('its window', async () => {
      const [number = ''] = readFileSync(port, 'utf8').split('\n');
      const answer = await fetch(`http://127.0.0.1:${number}/json/list`).catch(() => null);
      const text = (await answer?.text()) ?? '';
      return text.includes('app://till/index.html') && text.includes('Caja QR');
    });
  },
);
