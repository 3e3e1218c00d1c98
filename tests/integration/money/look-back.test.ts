import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../../shared/checkout/review';
import { openCounter, POS, type Counter } from '../../support/faults/a-counter';
import { until } from '../../support/until';

/** Nothing but the look-back finds anything once a charge is over. */
const alone = { afterlooksMs: [] } as const;
const DAY_MS = 24 * 60 * 60_000;

const attention = async (counter: Counter) =>
  (await counter.snapshot()).attention.map(({ state }) => reviewOf(state)?.reason);

async function cancelled(counter: Counter) {
  const id = await counter.waiting(15_000);
  const scan = counter.control.scanOrder(POS);
  await counter.cancel(id);
  await counter.reaches(id, 'cancelled');
  await counter.finish(id);
  return { id, scan };
}

/** As if an older copy of the data had been restored, or this were another installation. */
async function forget(counter: Counter, checkoutId: string, tillId?: string): Promise<void> {
  await counter.till.close();
  const db = new Database(join(counter.dataDir, 'caja-qr.db'));
  db.prepare('DELETE FROM checkout_steps WHERE checkout_id = ?').run(checkoutId);
  db.prepare('DELETE FROM checkouts WHERE id = ?').run(checkoutId);
  if (tillId !== undefined)
    db.prepare(`UPDATE settings SET json = ? WHERE name = 'tillId'`).run(JSON.stringify(tillId));
  db.close();
  await counter.restart();
}

describe('the look over the last days', () => {
  it('finds a payment after a cancel that nobody announced', async () => {
    const counter = await openCounter({ rhythm: alone });
    const { id, scan } = await cancelled(counter);
    counter.control.pay(scan);
    await counter.reaches(id, 'needsAttention');
    expect(await attention(counter)).toEqual(['paidAfterCancel']);
  });

  it('finds at the start what happened while the program was closed', async () => {
    const counter = await openCounter({ rhythm: { ...alone, lookBackMs: 3_600_000 } });
    const { id, scan } = await cancelled(counter);
    await counter.till.close();
    counter.control.pay(scan);
    counter.control.clock.advance(2 * DAY_MS);
    counter.moveClock(2 * DAY_MS);
    await counter.restart();
    await counter.reaches(id, 'needsAttention');
  });

  it('finds a refund and a charge-back that were made elsewhere', async () => {
    const counter = await openCounter({ rhythm: alone });
    const id = await counter.waiting(15_000);
    const payment = counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    await counter.finish(id);
    counter.control.chargeBack(payment);
    await until('the charge-back to show', async () => (await attention(counter)).includes('reversed'));
  });

  it('says nothing about payments of another installation at the same caja', async () => {
    const counter = await openCounter({ rhythm: alone });
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    await forget(counter, id, 'ZZZZZ');
    counter.control.pay(scan);
    const looks = () =>
      counter.control.requests.list().filter(({ path }) => path.startsWith('/v1/payments/search')).length;
    const before = looks();
    await until('it to look a few times more', () => looks() >= before + 3);
    expect((await counter.snapshot()).strays).toEqual([]);
  });

  it('shows money of this till that its disk does not know, until a person decides', async () => {
    const counter = await openCounter({ rhythm: alone });
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    await forget(counter, id);
    const payment = counter.control.pay(scan);
    const stray = await until('the stray payment', async () => (await counter.snapshot()).strays[0]);
    expect(stray).toMatchObject({ paymentId: String(payment.id), amount: 15_000, decision: null });
    const decide = { paymentId: stray.paymentId, saleNumber: null, by: 'Ana', note: 'Era de ayer' };
    expect(await counter.request('review.decideStray', decide)).toMatchObject({ ok: true });
    expect((await counter.snapshot()).strays).toEqual([]);
    expect(await counter.request('review.decideStray', decide)).toMatchObject({ error: { code: 'nothingToDo' } });
  });

  it('goes on after Mercado Pago could not be asked, and misses nothing', async () => {
    const counter = await openCounter({ rhythm: alone });
    const { id, scan } = await cancelled(counter);
    const lift = counter.control.faults.add({
      match: { method: 'GET', path: '/v1/payments/search' },
      fault: { kind: 'status', status: 500 },
    });
    counter.control.pay(scan);
    counter.control.requests.clear();
    await until(
      'some looks to fail',
      () => counter.control.requests.list().filter(({ path }) => path.startsWith('/v1/payments/search')).length > 2,
    );
    expect(counter.stored(id)?.kind).toBe('cancelled');
    lift();
    await counter.reaches(id, 'needsAttention');
  });

  it.each([-DAY_MS, DAY_MS, 400 * DAY_MS])(
    'finds late money although this computer’s clock is off by %i ms',
    async (off) => {
      const counter = await openCounter({ rhythm: alone, clockOffMs: off });
      const { id, scan } = await cancelled(counter);
      counter.control.pay(scan);
      await counter.reaches(id, 'needsAttention');
    },
  );
});
