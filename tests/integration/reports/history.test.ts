import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../shared/ipc-contract';
import { units } from '../../../shared/quantity';
import type { Draft } from '../../../shared/sale';
import { aDraft } from '../../support/builders';
import { openCounter, type Counter } from '../../support/faults/a-counter';
import { until } from '../../support/until';
import { aDayAt } from './a-day';

const named = (name: string, draft: Draft): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => ({ ...line, name })),
});

/** The numbers of the sales that are found, newest first. */
async function numbers(counter: Counter, wanted: Partial<RequestInput<'sales.find'>>): Promise<number[]> {
  const found = await counter.request('sales.find', { limit: 20, ...wanted });
  if (!found.ok) throw new Error(found.error.code);
  return found.value.records.map((record) =>
    record.kind === 'cash' ? record.sale.sale.number : record.state.attempt.sale.number,
  );
}

/** 1 by QR, 2 in cash, 3 both ways, 4 given up, 5 by QR and given back. */
async function aDay() {
  const counter = await openCounter();
  const day = aDayAt(counter);
  const first = await day.byQr(named('Ñoquis de papá', aDraft(15_000)));
  await day.inCash(named('Agua con gas', aDraft(20_000)));
  await day.byBoth(named('Alfajor', aDraft(30_000)), 12_000);
  await day.givenUp(named('Agua sin gas', aDraft(15_000)));
  const back = await day.byQr(aDraft(50_000));
  await day.qrBack(back, 10_000);
  return { counter, day, first, back };
}

describe('looking for a sale', () => {
  it('finds it by its number, amount, payment, reference, products and cashier', async () => {
    const { counter, first } = await aDay();
    expect(await numbers(counter, {})).toEqual([5, 4, 3, 2, 1]);
    expect(await numbers(counter, { text: '3' })).toEqual([3]);
    expect(await numbers(counter, { text: '150', amount: 15_000 })).toEqual([4, 1]);
    expect(await numbers(counter, { text: first.paymentId })).toEqual([1]);
    expect(await numbers(counter, { text: `#${first.paymentId}` })).toEqual([1]);
    const reference = counter.stored(first.checkoutId)?.attempt.reference ?? '';
    expect(await numbers(counter, { text: reference })).toEqual([1]);
    expect(await numbers(counter, { text: 'noquis papa' })).toEqual([1]);
    expect(await numbers(counter, { text: 'AGUA' })).toEqual([4, 2]);
    expect(await numbers(counter, { text: 'agua sin' })).toEqual([4]);
    expect(await numbers(counter, { text: 'caja' })).not.toEqual([]);
    expect(await numbers(counter, { text: 'nada de esto' })).toEqual([]);
  });

  it('narrows by tender, state and day', async () => {
    const { counter } = await aDay();
    const year = new Date().getFullYear();
    const aroundNow = { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
    expect(await numbers(counter, { tender: 'cash' })).toEqual([2]);
    expect(await numbers(counter, { tender: 'qr' })).toEqual([5, 1]);
    expect(await numbers(counter, { tender: 'both' })).toEqual([3]);
    expect(await numbers(counter, { state: 'paid' })).toEqual([3, 2, 1]);
    expect(await numbers(counter, { state: 'refunded' })).toEqual([5]);
    expect(await numbers(counter, { state: 'unpaid' })).toEqual([4]);
    expect(await numbers(counter, { state: 'review' })).toEqual([]);
    expect(await numbers(counter, { text: 'agua', state: 'paid' })).toEqual([2]);
    expect(await numbers(counter, { days: { from: '2001-01-01', to: '2001-01-01' } })).toEqual([]);
    expect(await numbers(counter, { days: aroundNow, tender: 'both' })).toEqual([3]);
  });

  it('reads on page by page, and misses none', async () => {
    const { counter } = await aDay();
    const read: number[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask(before);
      read.push(...page.records.map(({ kind }) => (kind === 'cash' ? 1 : 0)));
      before = page.next;
    } while (before !== null);
    expect(read).toHaveLength(5);

    async function ask(from: number | null) {
      const found = await counter.request('sales.find', { before: from, limit: 2 });
      if (!found.ok) throw new Error(found.error.code);
      return found.value;
    }
  });

  it('takes any text for what somebody typed', async () => {
    const { counter } = await aDay();
    for (const text of ['"', "' OR 1=1", 'a*b', 'NEAR(a b)', '-agua', 'a AND', '%', '\\', '\u0301a', '💥', '٣', 'ª²']) {
      expect(Array.isArray(await numbers(counter, { text }))).toBe(true);
    }
  });
});

describe('the story of a sale', () => {
  const events = async (counter: Counter, saleId: string) => {
    const story = await counter.request('sales.story', { saleId });
    if (!story.ok) throw new Error(story.error.code);
    return story.value;
  };

  it('tells each step of one that was paid by QR and given back, with who decided', async () => {
    const { counter, back } = await aDay();
    const saleId = counter.stored(back.checkoutId)?.attempt.sale.id ?? '';
    const story = await until('the papers', async () => {
      const steps = await events(counter, saleId);
      return steps.some(({ event }) => event === 'slipPrinted') && steps;
    });
    const told = story.map(({ event }) => event);
    expect(told.slice(0, 2)).toEqual(['chargeBegun', 'orderPut']);
    expect(told).toEqual(expect.arrayContaining(['paidByQr', 'ticketPrinted', 'refundAsked', 'refundApproved']));
    expect(told.indexOf('paidByQr')).toBeLessThan(told.indexOf('refundAsked'));
    expect(story.find(({ event }) => event === 'paidByQr')).toMatchObject({ amount: 50_000, payment: back.paymentId });
    expect(story.find(({ event }) => event === 'refundAsked')).toMatchObject({
      amount: 10_000,
      by: 'Ana',
      note: 'Vino abierto',
    });
  });

  it('tells of all the ways in which one sale was tried', async () => {
    const counter = await openCounter();
    const day = aDayAt(counter);
    const draft = aDraft(30_000);
    await day.givenUp(draft);
    await day.inCash(draft);
    await day.cashBack(draft, 10_000);
    const told = (await events(counter, draft.saleId)).map(({ event }) => event);
    const inOrder = ['chargeBegun', 'orderPut', 'cancelAsked', 'cancelled', 'paidInCash', 'cashGivenBack'];
    expect(told.filter((event) => inOrder.includes(event))).toEqual(inOrder);
  });

  it('tells what came back, whichever way the money went', async () => {
    const counter = await openCounter();
    const day = aDayAt(counter);
    const two = (name: string, draft: Draft): Draft => ({
      ...draft,
      lines: draft.lines.map((line, index) => (index === 1 ? { ...line, name, quantity: units(2) } : line)),
    });
    const backOf = async (draft: Draft) =>
      (await events(counter, draft.saleId)).flatMap(({ goods }) => (goods ? [goods] : []));
    const inCash = two('Queso', aDraft(30_000, 10_000));
    await day.inCash(inCash);
    await day.cashBack(inCash, 5_000);
    await day.cashBack(inCash, 20_000, [1]);
    expect(await backOf(inCash)).toEqual([[{ name: 'Queso', quantity: units(2), unit: 'unit' }]]);

    const byQr = two('Vino', aDraft(30_000, 10_000));
    await day.qrBack(await day.byQr(byQr), 20_000, [1]);
    expect(await backOf(byQr)).toEqual([[{ name: 'Vino', quantity: units(2), unit: 'unit' }]]);
  });

  it('is empty for a sale that never was', async () => {
    const counter = await openCounter();
    expect(await events(counter, crypto.randomUUID())).toEqual([]);
  });
});
