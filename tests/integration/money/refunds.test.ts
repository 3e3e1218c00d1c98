import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { minor } from '../../../shared/money';
import { draftTotal, type Draft } from '../../../shared/sale';
import type { RefundKind, RefundStateOf } from '../../../shared/refund/refund';
import { aDraft } from '../../support/builders';
import { openCounter, POS, type Counter } from '../../support/faults/a-counter';
import { until } from '../../support/until';

const words = { by: 'Ana', note: 'Devolvió la compra' };

/** A sale of 150,00 that was paid by one payment. */
async function sold(counter: Counter): Promise<{ readonly checkoutId: string; readonly paymentId: string }> {
  const checkoutId = await counter.waiting(15_000);
  const payment = counter.control.pay(counter.control.scanOrder(POS));
  await counter.reaches(checkoutId, 'paid');
  await counter.tickets(1);
  return { checkoutId, paymentId: String(payment.id) };
}

/** A sale of which so much was paid in cash, and the rest by one payment. */
async function soldTo(counter: Counter, draft: Draft, cash: number): ReturnType<typeof sold> {
  const started = await counter.request('checkout.start', { draft, expectedTotal: draftTotal(draft), cash });
  if (!started.ok) throw new Error(started.error.code);
  const { checkoutId } = started.value;
  await counter.reaches(checkoutId, 'awaitingPayment');
  const payment = counter.control.pay(counter.control.scanOrder(POS));
  await counter.reaches(checkoutId, 'paid');
  await counter.tickets(1);
  return { checkoutId, paymentId: String(payment.id) };
}

const namedLines = (draft: Draft, names: readonly string[]): Draft => ({
  ...draft,
  lines: draft.lines.map((line, index) => ({ ...line, name: names[index] ?? line.name })),
});

const ask = (
  counter: Counter,
  sale: { readonly checkoutId: string; readonly paymentId: string },
  amount: number,
  refundId: string = randomUUID(),
  lines: number[] = [],
) => counter.request('refund.request', { refundId, ...sale, amount: minor(amount), lines, ...words });

async function asked(
  counter: Counter,
  sale: Parameters<typeof ask>[1],
  amount: number,
  lines: number[] = [],
): Promise<string> {
  const reply = await ask(counter, sale, amount, randomUUID(), lines);
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
  return reply.value.refundId;
}

const becomes = <Kind extends RefundKind>(counter: Counter, refundId: string, kind: Kind) =>
  until(`the refund to be ${kind}`, async () => {
    const { refunds } = await counter.snapshot();
    const found = refunds.find(({ state }) => state.refund.id === refundId)?.state;
    return found?.kind === kind ? (found as RefundStateOf<Kind>) : null;
  });

const posts = (counter: Counter) =>
  counter.control.requests.list().filter(({ method, path }) => method === 'POST' && path.endsWith('/refunds'));

const givenBack = (counter: Counter, checkoutId: string) => {
  const state = counter.stored(checkoutId);
  return state && 'ledger' in state ? state.ledger.payments.map((payment) => Number(payment.givenBack)) : [];
};

describe('giving money back', () => {
  it('gives a whole payment back once, and prints its slip', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    const refundId = await asked(counter, sale, 15_000);
    const refund = await becomes(counter, refundId, 'approved');
    expect(refund.refund).toMatchObject({ whole: true, saleNumber: 1, decision: words });
    await until('the charge to know', () => givenBack(counter, sale.checkoutId)[0] === 15_000);
    await until('the slip', () => counter.printer.papers().length === 2);
    const slip = counter.printer.papers()[1]?.lines.join('\n') ?? '';
    expect(slip).toContain('DEVOLUCIÓN');
    expect(slip).toContain('150,00');
    expect(slip).toContain('Ana');
    expect(posts(counter)).toHaveLength(1);
    // A sale that we gave back ourselves is no question to anybody.
    expect((await counter.snapshot()).attention).toEqual([]);
  });

  it('gives a part back, then the rest, and not a cent more', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    await becomes(counter, await asked(counter, sale, 5_000), 'approved');
    expect(await ask(counter, sale, 10_001)).toMatchObject({ ok: false, error: { code: 'refundTooLarge' } });
    await becomes(counter, await asked(counter, sale, 10_000), 'approved');
    expect(await ask(counter, sale, 1)).toMatchObject({ ok: false, error: { code: 'refundNotPossible' } });
    await until('the charge to know', () => givenBack(counter, sale.checkoutId)[0] === 15_000);
    expect((await counter.snapshot()).attention).toEqual([]);
  });

  it('keeps the lines that came back, says them on the slip, and takes none twice', async () => {
    const counter = await openCounter();
    const draft = namedLines(aDraft(10_000, 5_000, 3_000), ['Vino', 'Queso', 'Pan']);
    const sale = await soldTo(counter, draft, 5_000);
    const refused = { ok: false, error: { code: 'lineCameBack' } };
    counter.control.nextRefunds('in_process');
    const first = await asked(counter, sale, 5_000, [1]);
    const waiting = await becomes(counter, first, 'inProcess');
    expect(waiting.refund.lines).toEqual([1]);
    const cash = (lines: number[]) =>
      counter.request('cash.refund', { refundId: randomUUID(), saleId: draft.saleId, amount: 3_000, lines, ...words });
    // What is on its way comes back in no other way.
    expect(await cash([1])).toMatchObject(refused);
    await counter.restart();
    counter.control.settleRefund(Number(waiting.refundId), 'approved');
    await becomes(counter, first, 'approved');
    await until('the slip', () => counter.printer.papers().length === 2);
    const slip = counter.printer.papers()[1]?.lines.join('\n') ?? '';
    expect(slip).toContain('Queso');
    expect(slip).not.toContain('Vino');
    expect(await cash([2])).toMatchObject({ ok: true });
    for (const lines of [[1], [2], [0, 1], [3]]) {
      expect(await ask(counter, sale, 1_000, randomUUID(), lines)).toMatchObject(refused);
    }
    const last = await becomes(counter, await asked(counter, sale, 8_000, [0, 0]), 'approved');
    expect(last.refund.lines).toEqual([0]);
    expect(posts(counter)).toHaveLength(2);
  });

  it('says no line of money that is no sale', async () => {
    const counter = await openCounter();
    const checkoutId = await counter.waiting(15_000);
    const order = counter.control.scanOrder(POS);
    await counter.cancel(checkoutId);
    await counter.reaches(checkoutId, 'cancelled');
    const paymentId = String(counter.control.pay(order).id);
    await counter.reaches(checkoutId, 'needsAttention');
    const reply = await ask(counter, { checkoutId, paymentId }, 15_000, randomUUID(), [0]);
    expect(reply).toMatchObject({ ok: false, error: { code: 'lineCameBack' } });
  });

  it('asks once however often the button is pressed', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    const refundId = randomUUID();
    const replies = await Promise.all([1, 2, 3].map(() => ask(counter, sale, 5_000, refundId)));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    await becomes(counter, refundId, 'approved');
    expect(posts(counter)).toHaveLength(1);
  });

  it('refuses a second refund of a payment while the first is not decided', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    counter.control.nextRefunds('in_process');
    const first = await asked(counter, sale, 5_000);
    await becomes(counter, first, 'inProcess');
    expect(await ask(counter, sale, 5_000)).toMatchObject({ ok: false, error: { code: 'refundInProgress' } });
    expect(posts(counter)).toHaveLength(1);
  });

  it('waits for a refund that Mercado Pago has not decided, also over a restart', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    counter.control.nextRefunds('in_process');
    const refundId = await asked(counter, sale, 15_000);
    const waiting = await becomes(counter, refundId, 'inProcess');
    expect(counter.printer.papers()).toHaveLength(1);
    await counter.restart();
    counter.control.settleRefund(Number(waiting.refundId), 'approved');
    await becomes(counter, refundId, 'approved');
    await until('the slip', () => counter.printer.papers().length === 2);
  });

  it('says no when Mercado Pago rejects it, and nothing went back', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    counter.control.nextRefunds('rejected');
    const refundId = await asked(counter, sale, 15_000);
    expect(await becomes(counter, refundId, 'refused')).toMatchObject({ code: 'refundRejected' });
    expect(counter.printer.papers()).toHaveLength(1);
    expect(await ask(counter, sale, 15_000)).toMatchObject({ ok: true });
  });

  it.each([
    [2024, 'refundTooOld'],
    [2031, 'refundNoFunds'],
    [2063, 'refundNotPossible'],
    [3024, 'refundOnlyWhole'],
    [4296, 'refundNotPossible'],
  ] as const)('puts Mercado Pago’s refusal %i into words', async (number, code) => {
    const counter = await openCounter();
    const sale = await sold(counter);
    counter.control.refuseRefunds(number);
    expect(await becomes(counter, await asked(counter, sale, 5_000), 'refused')).toMatchObject({ code });
  });

  it('is given back once when the answer is lost', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    counter.control.faults.add({
      match: { method: 'POST', path: '/refunds$', times: 1 },
      fault: { kind: 'loseAnswer' },
    });
    const refundId = await asked(counter, sale, 5_000);
    await becomes(counter, refundId, 'approved');
    await until('the charge to know', () => givenBack(counter, sale.checkoutId)[0] === 5_000);
    const money = counter.control.merchantOrders().flatMap(({ payments }) => payments);
    expect(money.map(({ refundedAmount }) => refundedAmount)).toEqual([50]);
  });

  it('is given back once when the program ends before the answer', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    counter.control.faults.add({
      match: { method: 'POST', path: '/refunds$', times: 1 },
      fault: { kind: 'neverAnswer', handled: true },
    });
    const refundId = await asked(counter, sale, 5_000);
    await until('the refund to reach Mercado Pago', () => posts(counter).length === 1);
    await counter.restart();
    await becomes(counter, refundId, 'approved');
    const money = counter.control.merchantOrders().flatMap(({ payments }) => payments);
    expect(money.map(({ refundedAmount }) => refundedAmount)).toEqual([50]);
  });

  it('repeats the very same request while Mercado Pago is down', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    counter.control.faults.add({
      match: { method: 'POST', path: '/refunds$', times: 3 },
      fault: { kind: 'status', status: 503 },
    });
    await becomes(counter, await asked(counter, sale, 5_000), 'approved');
    const keys = new Set(posts(counter).map(({ idempotencyKey }) => idempotencyKey));
    expect(posts(counter).length).toBeGreaterThan(3);
    expect(keys.size).toBe(1);
  });

  it('refuses a payment that belongs to another sale', async () => {
    const counter = await openCounter();
    const first = await sold(counter);
    await counter.finish(first.checkoutId);
    const secondId = await counter.waiting(2_000);
    const payment = counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(secondId, 'paid');
    expect(await ask(counter, { ...first, paymentId: String(payment.id) }, 2_000)).toMatchObject({
      ok: false,
      error: { code: 'paymentNotFound' },
    });
  });

  it('prints the slip again as a reprint, and lets go of a refund that was read', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    const refundId = await asked(counter, sale, 15_000);
    await until('the slip to be printed', async () => {
      const { refunds } = await counter.snapshot();
      const [refund] = refunds;
      return refund?.state.kind === 'approved' && refund.state.slip.status === 'printed';
    });
    expect(await counter.request('refund.reprint', { refundId })).toMatchObject({ ok: true });
    await until('the second slip', () => counter.printer.papers().length === 3);
    expect(counter.printer.papers()[2]?.lines.join('\n')).toContain('REIMPRESIÓN 1');
    expect(await counter.request('refund.acknowledge', { refundId })).toMatchObject({ ok: true });
    expect((await counter.snapshot()).refunds).toEqual([]);
    const found = await counter.request('sales.find', { text: '1', limit: 10 });
    expect(found).toMatchObject({ ok: true, value: { records: [{ kind: 'charge', refunds: [{}] }] } });
  });
});
