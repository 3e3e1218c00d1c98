import { afterEach, expect, it } from 'vitest';
import { openCounter, POS, type CounterOptions } from '../support/faults/a-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const zoneBefore = process.env.TZ;
afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

const clocks = [
  ['a day behind', -DAY],
  ['right', 0],
  ['a day ahead', DAY],
] as const;

/** −03, −05 and −06. */
const zones = ['America/Argentina/Buenos_Aires', 'America/Bogota', 'America/Mexico_City'] as const;

const everyClockInEveryZone = clocks.flatMap(([name, clockOffMs]) =>
  zones.map((zone) => ({ name, clockOffMs, zone }) as const),
);

/** A till that has heard of Mercado Pago's clock, as it has a moment after it started. */
async function openCounterThatHeard(options: CounterOptions) {
  const counter = await openCounter(options);
  await counter.request('setup.listStores');
  return counter;
}

describeFault('Q8', () => {
  it.each(everyClockInEveryZone)('a clock $name in $zone', async ({ clockOffMs, zone }) => {
    process.env.TZ = zone;
    const counter = await openCounterThatHeard({ clockOffMs });
    const begun = Date.now();
    const id = await counter.waiting(15_000);
    const order = counter.control.orderOn(POS);
    const livesMs = Date.parse(order?.expiresAt ?? '') - begun;
    expect(livesMs).toBeGreaterThan(9 * MINUTE);
    expect(livesMs).toBeLessThan(11 * MINUTE);

    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it.each([-DAY, DAY])('a clock put on by %i ms while the customer pays changes nothing', async (move) => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    counter.moveClock(move);
    counter.till.wokeUp();
    expect(counter.control.orderOn(POS)).not.toBeNull();
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
  });

  it.each([-DAY, DAY])(
    'a clock put on by %i ms while a payment in review holds the end of a cancel up: still the sale’s when approved',
    async (move) => {
      const counter = await openCounter();
      const id = await counter.waiting(15_000);
      const payment = counter.control.pay(counter.control.scanOrder(POS), { outcome: 'in_process' });
      await counter.cancel(id);
      const looks = () =>
        counter.control.requests.list().filter(({ path }) => path.startsWith('/merchant_orders')).length;
      await until('the order to be off the caja', () => {
        const state = counter.stored(id);
        return state?.kind === 'cancelling' && state.withdrawnAt !== null;
      });
      counter.moveClock(move);
      const before = looks();
      await until('some looks by the new clock', () => looks() > before + 3);
      expect(counter.stored(id)?.kind).toBe('cancelling');
      counter.control.settlePending(payment, 'approved');
      await counter.reaches(id, 'paid');
    },
  );

  it.each(clocks)('a clock %s: an order that nobody pays ends when it has expired, and not before', async (_n, off) => {
    const counter = await openCounterThatHeard({
      clockOffMs: off,
      expiresInMinutes: 1,
      rhythm: { expiryGraceMs: -58_000 },
    });
    const begun = Date.now();
    const id = await counter.waiting(15_000);
    await counter.reaches(id, 'expired');
    expect(Date.now() - begun).toBeGreaterThan(1_000);
    expect(counter.control.orderOn(POS)).toBeNull();
  });

  it('a clock a day behind, and a sale begun before Mercado Pago was ever heard: refused, and right the next time', async () => {
    const counter = await openCounter({ clockOffMs: -DAY });
    const silence = counter.control.faults.add({ fault: { kind: 'drop' } });
    await counter.restart();
    const first = await counter.chargeAmounts(15_000);
    silence();
    expect(await counter.reaches(first, 'rejected')).toMatchObject({ code: 'expirationInvalid' });
    await counter.finish(first);
    const begun = Date.now();
    await counter.waiting(15_000);
    expect(Date.parse(counter.control.orderOn(POS)?.expiresAt ?? '') - begun).toBeLessThan(11 * MINUTE);
  });

  it('a clock a day ahead, and a sale begun before Mercado Pago was ever heard: taken down in its own time', async () => {
    const counter = await openCounter({ clockOffMs: DAY, expiresInMinutes: 1, rhythm: { expiryGraceMs: -57_000 } });
    const silence = counter.control.faults.add({ fault: { kind: 'drop' } });
    await counter.restart();
    const id = await counter.chargeAmounts(15_000);
    silence();
    await counter.reaches(id, 'awaitingPayment');
    await counter.reaches(id, 'expired');
    expect(counter.control.orderOn(POS)).toBeNull();
  });
});
