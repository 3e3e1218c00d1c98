import { expect, it } from 'vitest';
import { openCounter, POS, type Counter } from '../support/faults/a-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

const looks = (counter: Counter) =>
  counter.control.requests.list().filter(({ path, status }) => path.includes('merchant_orders') && status === 200)
    .length;

/** Waits until the till has looked at least twice more, so that it has seen everything that is there now. */
async function hasSeenAll(counter: Counter): Promise<void> {
  const before = looks(counter);
  await until('two more looks', () => looks(counter) >= before + 2);
}

const toReview = async (counter: Counter): Promise<readonly string[]> =>
  (await counter.snapshot()).attention.map(({ state }) => state.attempt.checkoutId);

describeFault('Q4', () => {
  it('short: waits, and a merchant order that calls itself closed all the same goes to a person', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    const { merchantOrderId } = counter.control.pay(scan, { amount: 149.99 });
    await hasSeenAll(counter);
    expect(counter.stored(id)).toMatchObject({ kind: 'awaitingPayment', progress: { received: 14_999 } });
    counter.control.show(merchantOrderId, { status: 'closed', order_status: 'paid' });
    expect(await counter.reaches(id, 'needsAttention')).toMatchObject({ reason: 'paidShort' });
    expect(counter.printer.papers()).toEqual([]);
  });

  it('over: paid, one ticket of the sale’s own total, and the difference to a person', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    counter.control.pay(counter.control.scanOrder(POS), { amount: 200 });
    expect(await counter.reaches(id, 'paid')).toMatchObject({ settlement: { received: 20_000 } });
    const [ticket] = await counter.tickets(1);
    expect(ticket).toMatch(/TOTAL.*150,00/);
    await counter.finish(id);
    await until('the difference to show', async () => (await toReview(counter)).includes(id));
  });

  it('in two parts of two cards: not before the second, and one ticket', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    counter.control.pay(scan, { amount: 100, method: 'debit_card' });
    await hasSeenAll(counter);
    expect(counter.stored(id)).toMatchObject({ kind: 'awaitingPayment', progress: { received: 10_000 } });
    expect(counter.printer.papers()).toEqual([]);
    counter.control.pay(scan, { method: 'credit_card' });
    const paid = await counter.reaches(id, 'paid');
    expect(paid.settlement).toMatchObject({ received: 15_000, paymentIds: { length: 2 } });
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('paid in full and partly given back before anybody looked: to a person, no ticket', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ match: { path: 'merchant_orders' }, fault: { kind: 'drop' } });
    const payment = counter.control.pay(counter.control.scanOrder(POS));
    counter.control.refund(payment, { amount: 0.01 });
    mend();
    expect(await counter.reaches(id, 'needsAttention')).toMatchObject({ reason: 'refunded' });
    expect(counter.printer.papers()).toEqual([]);
  });

  it('one of two parts given back: not paid by what is left', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ match: { path: 'merchant_orders' }, fault: { kind: 'drop' } });
    const scan = counter.control.scanOrder(POS);
    const first = counter.control.pay(scan, { amount: 100 });
    counter.control.pay(scan);
    counter.control.refund(first);
    mend();
    expect(await counter.reaches(id, 'needsAttention')).toMatchObject({ reason: 'refunded' });
    expect(counter.printer.papers()).toEqual([]);
  });

  it('two scans that each pay half are not one payment', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    for (const scan of [counter.control.scanOrder(POS), counter.control.scanOrder(POS)]) {
      counter.control.pay(scan, { amount: 75 });
    }
    await hasSeenAll(counter);
    expect(counter.stored(id)?.kind).not.toBe('paid');
    expect(counter.printer.papers()).toEqual([]);
  });
});

describeFault('Q5', () => {
  it('rejected twice and then approved on the same scan: paid, and the order was never taken down', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    for (const rejections of [1, 2]) {
      counter.control.pay(scan, { outcome: 'rejected' });
      await until('the rejection to show', () => {
        const state = counter.stored(id);
        return state?.kind === 'awaitingPayment' && state.progress.rejections === rejections;
      });
      expect(counter.control.orderOn(POS)).not.toBeNull();
    }
    counter.control.pay(scan);
    await counter.reaches(id, 'paid');
    expect(counter.control.requests.list().filter(({ method }) => method === 'DELETE')).toEqual([]);
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it.each(['pending', 'in_process'] as const)('%s and then rejected: the order stays too', async (outcome) => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    const payment = counter.control.pay(scan, { outcome });
    await hasSeenAll(counter);
    expect(counter.stored(id)).toMatchObject({ kind: 'awaitingPayment', progress: { inProcess: true } });
    counter.control.settlePending(payment, 'rejected');
    await hasSeenAll(counter);
    expect(counter.stored(id)).toMatchObject({ kind: 'awaitingPayment', progress: { inProcess: false } });
    counter.control.pay(scan);
    await counter.reaches(id, 'paid');
  });
});

describeFault('Q6', () => {
  it.each([0, 1, 2])('of three scans, number %i pays', async (paying) => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scans = [0, 1, 2].map(() => counter.control.scanOrder(POS));
    const scan = scans[paying];
    if (!scan) throw new Error('no such scan');
    const payment = counter.control.pay(scan);
    expect(await counter.reaches(id, 'paid')).toMatchObject({
      settlement: { paymentIds: [String(payment.id)], orderIds: [String(payment.merchantOrderId)] },
    });
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('approved in one, and then rejected in another', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ match: { path: 'merchant_orders' }, fault: { kind: 'drop' } });
    const [first, second] = [counter.control.scanOrder(POS), counter.control.scanOrder(POS)];
    counter.control.pay(first);
    counter.control.pay(second, { outcome: 'rejected' });
    mend();
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('more scans than one page of the search holds', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    for (let scan = 0; scan < 120; scan++) counter.control.scanOrder(POS);
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
  });
});

describeFault('Q15', () => {
  it.each([
    ['another currency', { payments: [{ id: 1, status: 'approved', transaction_amount: 150, currency_id: 'BRL' }] }],
    ['another collector', { collector: { id: 1 } }],
    ['too little', { payments: [{ id: 1, status: 'approved', transaction_amount: 149, currency_id: 'ARS' }] }],
  ])('%s in one scan, the right payment in another', async (_what, instead) => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const [wrong, right] = [counter.control.scanOrder(POS), counter.control.scanOrder(POS)];
    counter.control.show(Number(wrong.merchantOrderId), { ...instead, status: 'closed' });
    await counter.reaches(id, 'needsAttention');
    expect(counter.printer.papers()).toEqual([]);
    counter.control.pay(right);
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('found by the next start when the program was closed meanwhile', async () => {
    const counter = await openCounter({ rhythm: { afterlooksMs: [] } });
    const id = await counter.waiting(15_000);
    const [wrong, right] = [counter.control.scanOrder(POS), counter.control.scanOrder(POS)];
    counter.control.show(Number(wrong.merchantOrderId), { collector: { id: 1 }, status: 'closed' });
    await counter.reaches(id, 'needsAttention');
    counter.control.pay(right);
    await counter.restart();
    await counter.reaches(id, 'paid');
  });
});
