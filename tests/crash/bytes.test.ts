import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countFor, expectedCount, inWords } from '../support/crash/audit';
import * as acts from '../support/crash/cases/acts';
import { paidOnPaper, type Case } from '../support/crash/cases/case';
import { openFragileShop, type FragileShop } from '../support/crash/fragile-shop';
import { noteCase } from '../support/crash/note-case';
import { play, Stage } from '../support/crash/stage';

const sold: Case = {
  script: async (stage) => {
    await acts.soldOnPaper(stage);
    await stage.putsAway();
  },
  ends: paidOnPaper,
};

let shop: FragileShop;
let amount = 100_000;
/** Bytes of a ticket, the question at its end included. */
let length = 0;

beforeAll(async () => {
  shop = await openFragileShop();
  // The first ticket finds out how this printer tells.
  await play(new Stage(shop, amount++), sold.script);
});
beforeEach(async () => {
  // A ticket that is torn is followed by bytes of repair: each case begins after a good one.
  await play(new Stage(shop, amount++), sold.script);
  shop.cable.takeCount();
  await play(new Stage(shop, amount++), sold.script);
  length = shop.cable.takeCount();
});
afterAll(() => shop.close());

interface Class {
  readonly what: string;
  readonly at: () => number;
  readonly rest: 'lost' | 'arrives';
  /** Whether a whole original is there when a person looks; otherwise they ask for a reprint. */
  readonly original: boolean;
}

const classes: readonly Class[] = [
  { what: 'the first byte', at: () => 1, rest: 'lost', original: false },
  { what: 'the first byte, and the rest was sent', at: () => 1, rest: 'arrives', original: true },
  { what: 'half of the bytes', at: () => Math.floor(length / 2), rest: 'lost', original: false },
  {
    what: 'half of the bytes, and the rest was sent',
    at: () => Math.floor(length / 2),
    rest: 'arrives',
    original: true,
  },
  { what: 'all of the bytes', at: () => length, rest: 'lost', original: true },
];

describe('A ticket that is on its way to the printer when the power goes', () => {
  it('is asked for when nobody can know that no byte left', async ({ task }) => {
    const stage = new Stage(shop, amount++);
    shop.cable.takeCount();
    shop.arm({ write: 'print job, queued: sending', moment: 'after', deed: 'kill' });
    let left = -1;
    await play(stage, async (each) => {
      if (shop.killsLeft() === 0 && left < 0) left = shop.cable.takeCount();
      await sold.script(each);
    });
    judge(task, stage, 'no byte');
    expect(left).toBe(0);
    expect([stage.papers(0), stage.papers(1)]).toEqual([0, 1]);
  });

  it.for(classes)(
    'is asked for and never printed again by itself: $what',
    async ({ what, at, rest, original }, { task }) => {
      const stage = new Stage(shop, amount++);
      shop.cable.cutAfter(at(), rest, () => shop.strike());
      await play(stage, sold.script);
      judge(task, stage, what);
      expect([stage.papers(0), stage.papers(1)]).toEqual(original ? [1, 0] : [0, 1]);
    },
  );

  it('is asked for when the printer said that it is out, and nobody was left to hear it', async ({ task }) => {
    const stage = new Stage(shop, amount++);
    shop.cable.onAcknowledged(() => shop.strike());
    await play(stage, sold.script);
    judge(task, stage, 'all, and the printer said so');
    expect([stage.papers(0), stage.papers(1)]).toEqual([1, 0]);
  });
});

function judge(task: Parameters<typeof noteCase>[0], stage: Stage, arrived: string): void {
  const count = countFor(stage);
  noteCase(task, {
    what: `a ticket, at the printer: ${arrived}`,
    broken: 'killed right then',
    outcome: inWords(count),
  });
  expect(count).toEqual(expectedCount(sold, stage));
  expect(stage.inDoubt.size).toBe(1);
}
