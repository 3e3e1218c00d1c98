import { join } from 'node:path';
import { electronUnderTest } from './electron-under-test';
import { observeMachine } from './machine-facts';
import { measureChargePath } from './measure-charge-path';
import { measureDay } from './measure-day';
import { measureHistory } from './measure-history';
import { measureSelling } from './measure-selling';
import { measureTicketBuild } from './measure-ticket-build';
import { measureWindow } from './measure-window';
import { tableOf, writeJson } from './report';
import type { Comparison } from './statistics';

// Runs in the repository's root, started by scripts/bench.mjs; its arguments name the benches to run, without any all.
const electron = electronUnderTest();
const benches: Readonly<Record<string, () => Comparison[] | Promise<Comparison[]>>> = {
  ticket: measureTicketBuild,
  history: measureHistory,
  path: () => measureChargePath(24),
  selling: () => measureSelling(6),
  day: measureDay,
  window: () => measureWindow(electron, 9),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0)
  throw new Error(`there is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);

const look = observeMachine(electron.version);
const comparisons: Comparison[] = [];
for (const [name, measure] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`Measuring: ${name}…\n`);
  comparisons.push(...(await measure()));
}
const machine = look();
const file = join('out', 'bench.json');
writeJson(file, machine, comparisons);
const { system, processor, cores, load, node } = machine;
process.stdout.write(`
${tableOf(comparisons)}

Medians, and in brackets the middle half of the measurements. Each ratio is of two measurements made one after the other.
${system}, ${processor}, ${cores} cores, load ${load[0]} before and ${load[1]} after; Node ${node}, Electron ${machine.electron}.
All measurements: ${file}
`);
