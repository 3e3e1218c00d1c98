import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requests, type RequestName } from '../../../shared/ipc-contract';
import { aDraft } from '../../support/builders';
import { POS } from '../../support/a-desk';
import { until } from '../../support/until';
import { isReadable, startTill, type TestTill } from './a-till';
import { fromSchema } from './from-schema';
import { garbage, garbageName, spoilt, thingsThatThrow, treacherousNames } from './garbage';

const names = Object.keys(requests) as RequestName[];

let shop: TestTill;
beforeEach(async () => {
  shop = await startTill();
});
afterEach(async () => {
  await shop.stop();
  // Whatever a request carried, it did not become a part of every object.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('polluted' in {}).toBe(false);
});

/** Asks, and checks everything that must hold of any answer. */
async function ask(name: unknown, input: unknown): Promise<boolean> {
  const before = shop.dump();
  const reply = await shop.ask(name, input);
  expect(isReadable(String(name), reply)).toBe(true);
  if (!reply.ok) expect(shop.dump()).toBe(before);
  return reply.ok;
}

describe('a till that nobody has set up', () => {
  it('refuses every name that is not a request, and stores nothing', async () => {
    for (const name of treacherousNames) expect(await ask(name, undefined)).toBe(false);
    await fc.assert(
      fc.asyncProperty(garbageName, garbage, async (name, input) => {
        fc.pre(!names.includes(name as RequestName));
        expect((await shop.ask(name, input)).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it.each(names)('answers %s with garbage in it, and stores nothing that it refused', async (name) => {
    const input = fc.oneof(garbage, spoilt(fromSchema(requests[name].input)), fromSchema(requests[name].input));
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        await ask(name, given);
      }),
      { numRuns: 60 },
    );
  });

  it('answers also what throws when it is looked at', async () => {
    for (const make of thingsThatThrow) {
      for (const name of names) expect(isReadable(name, await shop.ask(name, make()))).toBe(true);
      expect((await shop.ask(make(), make())).ok).toBe(false);
    }
  });

  it('is asked for each thing in the right shape too, so that the garbage above means something', () => {
    for (const name of names) {
      const shapes = fc.sample(fromSchema(requests[name].input), { numRuns: 200, seed: 1 });
      expect(shapes.filter((shape) => requests[name].input.safeParse(shape).success).length, name).toBeGreaterThan(0);
    }
  });
});

describe('a till in the middle of a charge', () => {
  it('comes to its end with the right amount, whatever else the window asks for', async () => {
    await shop.setUp();
    const draft = aDraft(150_000);
    const started = await shop.ask('checkout.start', { draft, expectedTotal: 150_000 });
    expect(started.ok).toBe(true);
    const kind = () => shop.till.desk.current()?.state.kind;
    await until('the order', () => kind() === 'awaitingPayment');

    const anything = fc
      .constantFrom(...names)
      .chain((name) =>
        fc.tuple(
          fc.constant(name),
          fc.oneof(garbage, spoilt(fromSchema(requests[name].input)), fromSchema(requests[name].input)),
        ),
      );
    await fc.assert(
      fc.asyncProperty(anything, async ([name, input]) => {
        const reply = await shop.ask(name, input);
        expect(isReadable(name, reply)).toBe(true);
      }),
      { numRuns: 400 },
    );

    expect(kind()).toMatch(/awaitingPayment|verifying/);
    expect(shop.simulator.control.orders()).toHaveLength(1);
    shop.simulator.control.pay(shop.simulator.control.scanOrder(POS));
    const { checkoutId } = started.ok ? (started.value as { checkoutId: string }) : { checkoutId: '' };
    await until('the payment to be seen', async () => {
      await shop.ask('checkout.verify', { checkoutId });
      return kind() === 'paid';
    });
    expect(shop.till.desk.current()?.state.attempt.sale.total).toBe(150_000);
  });

  it('survives a flood', async () => {
    await shop.setUp();
    const draft = aDraft(150_000);
    await shop.ask('checkout.start', { draft, expectedTotal: 150_000 });
    const flood = Array.from({ length: 5000 }, (_, index) => {
      const name = names[index % names.length] ?? 'till.snapshot';
      // What may go out to Mercado Pago or the disk stands for a cashier who leans on a key, not for an attack.
      return name.startsWith('setup.') ? shop.ask(name, { flood: index }) : shop.ask(name, undefined);
    });
    const replies = await Promise.all(flood);
    expect(replies.filter(({ ok }) => !ok).length).toBeGreaterThan(1000);
    await until('the order', () => shop.till.desk.current()?.state.kind === 'awaitingPayment');
    expect(shop.simulator.control.orders()).toHaveLength(1);
  });
});
