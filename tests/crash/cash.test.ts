import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cashCases, countCash, expectedCash } from '../support/crash/cash-cases';
import { openFragileShop, type FragileShop } from '../support/crash/fragile-shop';
import { noteCase } from '../support/crash/note-case';
import { play, Stage } from '../support/crash/stage';

/** Minor units; each sale has an amount of its own, so that its papers can be told apart. Whole pesos: nothing rounds. */
const FIRST_AMOUNT = 300_000;

describe('Money over the counter', () => {
  let shop: FragileShop | null = null;
  let sales = 0;
  const closeShop = async (): Promise<void> => {
    const open = shop;
    shop = null;
    await open?.close();
  };

  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(closeShop);
    shop ??= await openFragileShop({ relay: 'none' });
    await shop.tidy();
  });
  afterAll(closeShop);

  for (const [write, each] of Object.entries(cashCases)) {
    it.for(['before', 'after'] as const)(
      `is there with its papers, or not at all, when the power goes right %s: ${write}`,
      async (moment, { task }) => {
        const open = shop;
        if (!open) throw new Error('there is no shop');
        const stage = new Stage(open, FIRST_AMOUNT + 100 * sales++);
        open.arm({ write, moment, deed: 'kill' });
        await play(stage, each.script);
        await open.until('nothing to be under way', () => countCash(stage).unfinishedJobs === 0, 5_000);
        const count = countCash(stage);
        const outcome = `${count.tenders.length} tenders · ${count.papers} papers · ${count.slips} slips`;
        noteCase(task, { what: write, broken: `killed right ${moment} it`, outcome });
        expect(count).toEqual(expectedCash(stage, each));
      },
    );
  }
});
