import { PowerCut, type FragileShop } from '../crash/fragile-shop';
import type { Stage } from '../crash/stage';
import { until } from '../until';

/** More than any plan has: then the till dies of something else. */
const MOST_CUTS = 8;
const LONGEST_DEATH_MS = 5_000;

/** Plays a sale to its end, through every power cut. @returns how often the power went */
export async function throughPowerCuts(stage: Stage, play: () => Promise<void>): Promise<number> {
  const { shop } = stage;
  for (let cuts = 0; ;) {
    try {
      if (!shop.isOn()) {
        await shop.start();
        await stage.look();
        await stage.readsTheLines();
      }
      await play();
      return cuts;
    } catch (error) {
      if (!(await isCut(shop, error)) || ++cuts > MOST_CUTS) throw error;
      await shop.kill();
      stage.noteDeath();
      shop.cable.mend();
    }
  }
}

/** On a busy machine the window of a till that was killed is gone long before its process is. */
async function isCut({ isOn }: FragileShop, error: unknown): Promise<boolean> {
  if (error instanceof PowerCut) return true;
  return until('the till to be gone', () => !isOn(), LONGEST_DEATH_MS).then(
    () => true,
    () => false,
  );
}
