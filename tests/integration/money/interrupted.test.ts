import { describe, expect, it } from 'vitest';
import { openCounter, POS, type Counter } from '../../support/faults/a-counter';
import { until } from '../../support/until';

const line = (counter: Counter, outcome: string) =>
  until(`a line about a charge that is ${outcome}`, async () => {
    const { interrupted } = await counter.snapshot();
    return interrupted.find((one) => one.outcome === outcome);
  });

describe('a charge that the end of the program interrupted', () => {
  it('is told as paid when it was paid meanwhile, and its ticket came out once', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    await counter.till.close();
    counter.control.pay(scan);
    await counter.restart();
    expect(await line(counter, 'paid')).toMatchObject({ checkoutId: id, saleNumber: 1, total: 15_000 });
    await until('the ticket', async () => (await line(counter, 'paid')).ticket?.status === 'printed');
    expect(counter.printer.papers()).toHaveLength(1);
    await counter.finish(id);
    expect((await counter.snapshot()).interrupted).toEqual([]);
  });

  it('is told as open while it goes on', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    await counter.restart();
    expect(await line(counter, 'open')).toMatchObject({ checkoutId: id, ticket: null });
    expect(await counter.request('interrupted.acknowledge', { checkoutId: id })).toMatchObject({ ok: true });
    expect((await counter.snapshot()).interrupted).toEqual([]);
    expect((await counter.onScreen()).state.attempt.checkoutId).toBe(id);
  });

  it('is told as unpaid when it was being cancelled', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    counter.control.faults.add({
      match: { method: 'DELETE', path: '/orders', times: 200 },
      fault: { kind: 'status', status: 500 },
    });
    await counter.cancel(id);
    await counter.reaches(id, 'cancelling');
    await counter.till.close();
    counter.control.faults.clear();
    await counter.restart();
    expect(await line(counter, 'unpaid')).toMatchObject({ checkoutId: id });
  });

  it('has a line until somebody has read it, also over the next sale and another start', async () => {
    const counter = await openCounter();
    const first = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    counter.printer.faults.paperOut = true;
    counter.control.pay(scan);
    await counter.reaches(first, 'paid');
    await counter.restart();
    await line(counter, 'paid');
    counter.printer.faults.paperOut = false;
    await until('the ticket', async () => (await line(counter, 'paid')).ticket?.status === 'printed');
    await counter.finish(first);
    expect((await counter.snapshot()).interrupted).toEqual([]);
  });
});
