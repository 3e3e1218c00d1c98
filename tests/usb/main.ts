import { writeSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { allIsWell } from './cases/all-is-well';
import { beforeTheFirstByte } from './cases/before-the-first-byte';
import { cable } from './cases/cable';
import { crash } from './cases/crash';
import { halfWay } from './cases/half-way';
import { noPermission } from './cases/no-permission';
import { otherPrinter } from './cases/other-printer';
import { Shop } from './shop';
import type { UsbCase } from './usb-case';

const cases = [...allIsWell, ...beforeTheFirstByte, ...halfWay, ...cable, ...otherPrinter, ...crash, ...noPermission];

/** One line each, for the script outside the virtual machine. Standard output is the serial cable to it. */
function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function outcomeOf(shop: Shop, { beginning, run }: UsbCase): Promise<{ ok: boolean; outcome: string }> {
  try {
    await shop.begin(beginning ?? null);
    return { ok: true, outcome: await run(shop) };
  } catch (error) {
    await shop.giveUp();
    return { ok: false, outcome: oneLine(error instanceof Error ? error.message : String(error)) };
  }
}

function oneLine(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/\s+/g, ' ');
}

say({ planned: cases.map(({ title, broken }) => ({ title, broken })) });
const shop = new Shop();
for (const each of cases) {
  const startedAt = performance.now();
  const { ok, outcome } = await outcomeOf(shop, each);
  say({ title: each.title, ok, outcome, seconds: (performance.now() - startedAt) / 1000 });
}
await shop.giveUp();
process.exit();
