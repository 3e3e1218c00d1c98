import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutFiles, type CutOrder } from './cut-plan';
import { writeWhole } from './write-whole';

const HOLD_LOOK_MS = 2;
const LONGEST_HOLD_MS = 30_000;

/** What the folder's plan says of the writes that are about to be committed. */
export interface Obedience {
  /** @throws an error like SQLite's when the disk is to be full. */
  readonly before: (writes: readonly string[]) => void;
  readonly after: (writes: readonly string[]) => void;
}

export function obeyPlan(folder: string): Obedience {
  const file = (name: keyof typeof cutFiles) => join(folder, cutFiles[name]);

  function obey(writes: readonly string[], moment: CutOrder['moment']): void {
    if (!existsSync(file('plan'))) return;
    // Written by the tests' own hand.
    const plan = JSON.parse(readFileSync(file('plan'), 'utf8')) as readonly CutOrder[];
    const isMeant = (each: CutOrder) =>
      each.moment === moment && (each.write === null ? writes.length > 0 : writes.includes(each.write));
    const meant = plan.filter(isMeant);
    if (meant.length === 0) return;
    const order = meant.find(({ skip = 0 }) => skip === 0);
    // Struck out first: the next run of the program must come past this write.
    const rest = plan
      .filter((each) => each !== order)
      .map((each) => (isMeant(each) ? { ...each, skip: Math.max(0, (each.skip ?? 0) - 1) } : each));
    writeWhole(file('plan'), JSON.stringify(rest));
    if (order) carryOut(order);
  }

  function carryOut({ deed, write }: CutOrder): void {
    switch (deed) {
      case 'kill':
        process.kill(process.pid, 'SIGKILL');
        return;
      case 'hold':
        hold();
        return;
      case 'refuse':
        throw Object.assign(new Error(`no space left for: ${write ?? 'this'}`), { code: 'SQLITE_FULL' });
    }
  }

  /** Blocks the whole process, as a disk that is busy does. */
  function hold(): void {
    writeFileSync(file('held'), '');
    const end = performance.now() + LONGEST_HOLD_MS;
    const clock = new Int32Array(new SharedArrayBuffer(4));
    while (existsSync(file('held')) && performance.now() < end) Atomics.wait(clock, 0, 0, HOLD_LOOK_MS);
    rmSync(file('held'), { force: true });
  }

  return {
    before: (writes) => obey(writes, 'before'),
    after: (writes) => {
      for (const write of writes) appendFileSync(file('trace'), `${write}\n`);
      obey(writes, 'after');
    },
  };
}
