import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { countFor, expectedCount, inWords } from './audit';
import { allCases } from './cases/all-cases';
import { isReachable, type Cases } from './cases/case';
import { openFragileShop, type FragileShop } from './fragile-shop';
import { noteCase } from './note-case';
import { play, Stage } from './stage';

/** Writes of the set-up and of its upkeep, which no sale waits for. */
const notOfASale =
  /^(settings|secrets|products|product_imports|product_undo|product_pictures|quick_keys|settings_history|held_sales|look_back|relay_cursor|installation)\b/;

const LAST_WRITES = 20;

/** Minor units; each sale has an amount of its own, so that its papers and payments can be told apart. */
const FIRST_AMOUNT = 100_000;

/**
 * One shop whose till dies at each of these writes in turn, right before and right after it, and comes back each time to
 * the same disk. A till that lived through a hundred crashes is a better witness than a hundred new ones.
 */
export function describeCases(title: string, cases: Cases): void {
  let shop: FragileShop | null = null;
  let sales = 0;
  const strange = new Set<string>();

  const closeShop = async (): Promise<void> => {
    const open = shop;
    shop = null;
    for (const write of open?.trace() ?? []) if (!(write in allCases) && !notOfASale.test(write)) strange.add(write);
    await open?.close();
  };

  describe(title, () => {
    beforeEach(async ({ onTestFailed }) => {
      // What one failure leaves behind must not fail the others.
      onTestFailed(closeShop);
      shop ??= await openFragileShop();
      await shop.tidy();
    });
    afterAll(closeShop);

    for (const [write, each] of Object.entries(cases)) {
      if (!isReachable(each)) continue;
      it.for(['before', 'after'] as const)(
        `ends right when the power goes right %s: ${write}`,
        async (moment, { task }) => {
          const open = shop;
          if (!open) throw new Error('there is no shop');
          const stage = new Stage(open, FIRST_AMOUNT + sales++);
          open.arm(...(each.onTheWay ?? []), { write, moment, deed: 'kill' });
          await play(stage, each.script).catch((error: unknown) => {
            throw new Error(`the last writes were: ${open.trace().slice(-LAST_WRITES).join(' · ')}`, { cause: error });
          });
          await open.until('nothing to be under way', () => countFor(stage).unfinishedJobs === 0, 5_000);
          const count = countFor(stage);
          noteCase(task, { what: write, broken: `killed right ${moment} it`, outcome: inWords(count) });
          expect(count).toEqual(expectedCount(each, stage));
        },
      );
    }

    it('writes nothing that no case breaks', async () => {
      await closeShop();
      expect([...strange]).toEqual([]);
    });
  });
}
