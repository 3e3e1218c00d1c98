import { describe, expect, it } from 'vitest';
import { reviewOf, type Review } from '../../../shared/checkout/review';
import { openCounter, POS, type Counter } from '../../support/faults/a-counter';
import { aDraft } from '../../support/builders';
import { until } from '../../support/until';

const words = { by: 'Ana', note: 'Lo vimos con el cliente' };

const question = (counter: Counter, checkoutId: string, reason: Review['reason']) =>
  until(`a question about ${reason}`, async () => {
    const { attention } = await counter.snapshot();
    const found = attention.find(({ state }) => state.attempt.checkoutId === checkoutId);
    const review = found && reviewOf(found.state);
    return review?.reason === reason ? review : null;
  });

const nobodyAsks = (counter: Counter) =>
  until('no question', async () => (await counter.snapshot()).attention.length === 0);

/** A charge that was cancelled while the customer's pay screen stayed open; then they paid. */
async function paidAfterCancel(counter: Counter): Promise<string> {
  const id = await counter.waiting(15_000);
  const scan = counter.control.scanOrder(POS);
  await counter.cancel(id);
  await counter.reaches(id, 'cancelled');
  counter.control.pay(scan);
  await counter.reaches(id, 'needsAttention');
  return id;
}

describe('money without a home', () => {
  it('becomes the sale’s when a person says that the customer has the goods, and its ticket comes out', async () => {
    const counter = await openCounter();
    const checkoutId = await paidAfterCancel(counter);
    expect(await question(counter, checkoutId, 'paidAfterCancel')).toMatchObject({ amount: 15_000 });
    expect(counter.printer.papers()).toHaveLength(0);
    expect(await counter.request('review.link', { checkoutId, ...words })).toMatchObject({ ok: true });
    expect(await counter.reaches(checkoutId, 'paid')).toMatchObject({ settlement: { received: 15_000 } });
    await until('the ticket', () => counter.printer.papers().length === 1);
    await nobodyAsks(counter);
  });

  it('does not become a sale that it does not cover', async () => {
    const counter = await openCounter();
    const checkoutId = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    counter.control.pay(scan, { amount: 50 });
    await until('the part to show', async () => {
      const { state } = await counter.onScreen();
      return state.kind === 'awaitingPayment' && state.progress.received === 5_000;
    });
    await counter.cancel(checkoutId);
    await counter.reaches(checkoutId, 'needsAttention');
    expect(await question(counter, checkoutId, 'paidShort')).toMatchObject({ amount: 5_000 });
    expect(await counter.request('review.link', { checkoutId, ...words })).toMatchObject({
      ok: false,
      error: { code: 'saleNotCovered' },
    });
    expect(counter.stored(checkoutId)?.kind).toBe('needsAttention');
  });

  it('is not linked to a sale that the customer is asked to pay again, nor to one that was paid again', async () => {
    const counter = await openCounter();
    const draft = aDraft(15_000);
    const first = await counter.charge(draft);
    await counter.reaches(first, 'awaitingPayment');
    const scan = counter.control.scanOrder(POS);
    await counter.cancel(first);
    await counter.reaches(first, 'cancelled');
    const second = await counter.charge(draft);
    await counter.reaches(second, 'awaitingPayment');
    counter.control.pay(scan);
    await counter.reaches(first, 'needsAttention');

    const linked = () => counter.request('review.link', { checkoutId: first, ...words });
    expect(await linked()).toMatchObject({ ok: false, error: { code: 'chargeInProgress' } });
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(second, 'paid');
    expect(await linked()).toMatchObject({ ok: false, error: { code: 'saleAlreadyPaid' } });
    expect(counter.stored(first)?.kind).toBe('needsAttention');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('paid in two parts of which the second comes after the cancel: a person sells it, not the program', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    counter.control.pay(scan, { amount: 50 });
    await until('the part to show', async () => {
      const { state } = await counter.onScreen();
      return state.kind === 'awaitingPayment' && state.progress.received === 5_000;
    });
    await counter.cancel(id);
    await counter.reaches(id, 'needsAttention');
    counter.control.pay(scan, { amount: 100 });
    expect(await question(counter, id, 'paidAfterCancel')).toMatchObject({ amount: 15_000 });
    expect(counter.printer.papers()).toHaveLength(0);
  });

  it('asks Mercado Pago before it believes the person', async () => {
    const counter = await openCounter();
    const checkoutId = await paidAfterCancel(counter);
    counter.control.faults.add({
      match: { method: 'GET', path: '/merchant_orders/search' },
      fault: { kind: 'status', status: 500 },
    });
    expect(await counter.request('review.link', { checkoutId, ...words })).toMatchObject({
      ok: false,
      error: { code: 'mercadoPagoDown' },
    });
    expect(counter.stored(checkoutId)?.kind).toBe('needsAttention');
  });

  it('is put away with a reason, and asks again when more money comes', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const [first, second] = [counter.control.scanOrder(POS), counter.control.scanOrder(POS)];
    await counter.cancel(id);
    await counter.reaches(id, 'cancelled');
    counter.control.pay(first);
    await counter.reaches(id, 'needsAttention');
    expect(await counter.request('review.dismiss', { checkoutId: id, ...words })).toMatchObject({ ok: true });
    expect(await counter.reaches(id, 'reviewed')).toMatchObject({ how: 'dismissed', decision: words });
    await nobodyAsks(counter);
    expect((await counter.snapshot()).operator).toBe('Ana');

    counter.control.pay(second);
    expect(await question(counter, id, 'paidAfterCancel')).toMatchObject({ amount: 30_000 });
  });

  it('is settled by giving it back, and the sale may be charged again', async () => {
    const counter = await openCounter();
    const id = await paidAfterCancel(counter);
    const state = await counter.reaches(id, 'needsAttention');
    const [payment] = state.ledger.payments;
    if (!payment) throw new Error('no payment');
    const reply = await counter.request('refund.request', {
      refundId: crypto.randomUUID(),
      checkoutId: id,
      paymentId: payment.id,
      amount: payment.amount,
      ...words,
    });
    expect(reply).toMatchObject({ ok: true });
    expect(await counter.reaches(id, 'reviewed')).toMatchObject({ how: 'refunded', decision: words });
    await nobodyAsks(counter);
  });

  it('that came twice is shown as surplus until it is given back', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const [first, second] = [counter.control.scanOrder(POS), counter.control.scanOrder(POS)];
    counter.control.pay(first);
    await counter.reaches(id, 'paid');
    await counter.finish(id);
    const twice = counter.control.pay(second);
    expect(await question(counter, id, 'paidTwice')).toMatchObject({ amount: 15_000 });
    await counter.request('refund.request', {
      refundId: crypto.randomUUID(),
      checkoutId: id,
      paymentId: String(twice.id),
      amount: 15_000,
      ...words,
    });
    await nobodyAsks(counter);
    expect(counter.stored(id)?.kind).toBe('paid');
  });

  it('that went back without our doing is shown, and accepted by a person only', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const payment = counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    await counter.finish(id);
    counter.control.refund(payment, { amount: 40 });
    expect(await question(counter, id, 'reversed')).toMatchObject({ amount: 4_000 });
    expect(await counter.request('review.dismiss', { checkoutId: id, ...words })).toMatchObject({ ok: true });
    await nobodyAsks(counter);
    counter.control.chargeBack(payment);
    expect(await question(counter, id, 'reversed')).toMatchObject({ amount: 15_000 });
  });

  it('has nothing to decide where there is no question', async () => {
    const counter = await openCounter();
    const checkoutId = await counter.waiting(15_000);
    for (const name of ['review.dismiss', 'review.link'] as const) {
      expect(await counter.request(name, { checkoutId, ...words })).toMatchObject({
        ok: false,
        error: { code: 'nothingToDo' },
      });
    }
  });
});
