import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openFragileShop, type FragileShop } from '../support/crash/fragile-shop';
import { Stage } from '../support/crash/stage';
import { phaseOf } from '../support/crash/step-name';
import { accountFor, sumsOf } from '../support/soak/account-for';
import { noteSale, noteSoak } from '../support/soak/note-sale';
import { collectFacts } from '../support/soak/sale-facts';
import { planInWords, planSales } from '../support/soak/sale-plan';
import { SoakSale } from '../support/soak/soak-sale';
import { throughPowerCuts } from '../support/soak/through-power-cuts';

const { seed, sales, only } = z
  .object({ seed: z.int(), sales: z.int().positive(), only: z.int().nonnegative().nullable() })
  .parse(JSON.parse(process.env.CAJAQR_SOAK ?? 'null'), { error: () => 'start this test with: npm run soak' });

const plans = [...planSales(seed, sales).entries()].filter(([index]) => only === null || index === only);
/** Minor units; each sale has an amount of its own. */
const FIRST_AMOUNT = 100_000;
/** Longer than the till looks at a charge that is over, and than it waits between two looks over all payments. */
const HALF_AN_HOUR_MS = 1_800_000;
const SETTLE_MS = 5_000;
const MOST_REASONS = 5;

describe(`One till through a day of chance (seed ${seed})`, () => {
  let shop: FragileShop | null = null;
  /** On the disk of the present till: after a failure another shop is opened. */
  let soldHere = 0;
  let memoryAtTheStart: number | null = null;

  const opened = async (): Promise<FragileShop> => {
    if (shop) return shop;
    soldHere = 0;
    shop = await openFragileShop();
    await shop.start();
    memoryAtTheStart ??= memoryOf(shop.pid);
    return shop;
  };
  const close = async (): Promise<void> => {
    const open = shop;
    shop = null;
    await open?.close();
  };
  afterAll(close);

  it.for(plans)('accounts for sale %i', async ([index, plan], { task, onTestFailed }) => {
    let problems: readonly string[] = [];
    let failure: unknown = null;
    // What one failure leaves behind must not fail the others.
    onTestFailed(async () => {
      process.stdout.write(
        `\n${problems.map((problem) => `✗ ${problem}\n`).join('')}${inFull(failure)}sale ${index} of seed ${seed}: ${planInWords(plan)}\n` +
          `  this sale alone:  npm run soak -- --seed ${seed} --only ${index}\n` +
          `  all up to it:     npm run soak -- --seed ${seed} --sales ${index + 1}\n`,
      );
      await close();
    });
    const open = await opened();
    soldHere += 1;
    const stage = new Stage(open, FIRST_AMOUNT + index);
    const sale = new SoakSale(stage, plan);
    noteSale(task, {
      behaviour: plan.behaviour,
      faults: plan.faults.map(({ kind }) => kind),
      outcome: 'not at all',
      cuts: 0,
    });
    const cuts = await throughPowerCuts(stage, async () => {
      await sale.play();
      problems = await sale.settles();
      await stage.look();
    }).catch((error: unknown) => {
      failure = error;
      throw error;
    });
    const state = await stage.look();
    noteSale(task, {
      behaviour: plan.behaviour,
      faults: plan.faults.map(({ kind }) => kind),
      outcome: state ? phaseOf(state) : 'not at all',
      cuts,
    });
    if (stage.untold > 0) problems = [...problems, 'nobody was told that it was interrupted'];
    expect(problems).toEqual([]);
  });

  it('accounts for every cent, order and paper in the end', async ({ task }) => {
    const open = await opened();
    await open.tidy();
    open.skip(HALF_AN_HOUR_MS);
    await open
      .until('the books to agree', () => accountFor(collectFacts(open, open.stored())).length === 0, SETTLE_MS)
      .catch(() => undefined);
    const { strays, unreadable } = await open.snapshot();
    const facts = collectFacts(open, open.stored());
    const memoryAtTheEnd = memoryOf(open.pid);
    const memory =
      memoryAtTheStart === null || memoryAtTheEnd === null
        ? null
        : { atTheStart: memoryAtTheStart, atTheEnd: memoryAtTheEnd };
    noteSoak(task, { seed, sales: facts.charges.length, sums: sumsOf(facts), memory });
    expect(accountFor(facts)).toEqual([]);
    expect({ sales: facts.charges.length, strays, unreadable }).toEqual({
      sales: soldHere,
      strays: [],
      unreadable: 0,
    });
  });
});

/** An error with its causes: what was being done when the power went says more than that it went. */
function inFull(failure: unknown): string {
  const reasons: string[] = [];
  for (let reason = failure; reason instanceof Error && reasons.length < MOST_REASONS; reason = reason.cause) {
    reasons.push(`✗ ${reason.message}\n`);
  }
  return reasons.join('');
}

/** MB in memory of this process alone. */
function memoryOf(pid: number | null): number | null {
  const file = `/proc/${pid}/status`;
  if (pid === null || !existsSync(file)) return null;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
