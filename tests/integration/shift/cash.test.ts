import { describe, expect, it } from 'vitest';
import { draftTotal } from '../../../shared/sale';
import { aDraft } from '../../support/builders';
import { openCounter, POS } from '../../support/faults/a-counter';
import { shiftsAt } from './a-shift';

async function openShift() {
  const counter = await openCounter();
  const shop = shiftsAt(counter);
  const sellForCash = async (amount: number): Promise<string | null> => {
    const draft = aDraft(amount);
    const total = draftTotal(draft);
    const paid = await counter.request('cash.pay', {
      draft,
      expectedTotal: total,
      expectedDue: total,
      received: total,
    });
    if (!paid.ok) return paid.error.code;
    await counter.request('cash.finish', { saleId: draft.saleId });
    return null;
  };
  return { counter, ...shop, sellForCash };
}

describe('cash in a shift', () => {
  it('is expected in the drawer, and what went back to a customer is not', async () => {
    const { counter, open, sellForCash, move, count, openOne, close, newest } = await openShift();
    await open(500_000);
    expect(await sellForCash(20_000)).toBeNull();
    const draft = aDraft(30_000);
    await counter.request('cash.pay', { draft, expectedTotal: 30_000, expectedDue: 30_000, received: 50_000 });
    const refund = { refundId: crypto.randomUUID(), saleId: draft.saleId, amount: 10_000, lines: [] };
    expect(await counter.request('cash.refund', { ...refund, by: 'Ana', note: 'Vino abierto' })).toMatchObject({
      ok: true,
    });
    await move('out', 100_000);
    expect(JSON.stringify(await openOne())).not.toContain('440000');
    await count(440_000);
    expect((await openOne()).counted).toMatchObject({ expected: 440_000, difference: 0 });
    expect(await close()).toBeNull();
    expect((await newest()).shift.closing.figures).toMatchObject({
      cashSales: { count: 2, total: 50_000 },
      cashRefunds: { count: 1, total: 10_000 },
    });
  });

  it('is only its part of a sale that was paid both ways', async () => {
    const { counter, open, count, openOne } = await openShift();
    await open(0);
    const draft = aDraft(30_000);
    const started = await counter.request('checkout.start', { draft, expectedTotal: 30_000, cash: 10_000 });
    if (!started.ok) throw new Error(started.error.code);
    await counter.reaches(started.value.checkoutId, 'awaitingPayment');
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(started.value.checkoutId, 'paid');
    await counter.finish(started.value.checkoutId);
    expect((await openOne()).qrSales).toEqual({ count: 1, total: 20_000 });
    await count(10_000);
    expect((await openOne()).counted).toMatchObject({ expected: 10_000, difference: 0 });
  });

  it('is not taken without a shift where one is asked for', async () => {
    const { counter, open, sellForCash } = await openShift();
    await counter.request('shift.require', { required: true });
    expect(await sellForCash(20_000)).toBe('shiftNeeded');
    await open(0);
    expect(await sellForCash(20_000)).toBeNull();
  });

  it('makes a count worthless that was confirmed before it came', async () => {
    const { open, sellForCash, count, openOne, close } = await openShift();
    await open(0);
    await count(0);
    expect((await openOne()).counted).not.toBeNull();
    await sellForCash(20_000);
    expect((await openOne()).counted).toBeNull();
    expect(await close()).toBe('shiftCountNeeded');
  });
});
