import { describe, expect, it } from 'vitest';
import { aRefundedStore } from '../../support/storage/refunded-store';

const FIRST = '2026-11-01';
const SECOND = '2026-11-02';

describe('a refund whose record is damaged', () => {
  const damaged = [
    ['of another shape', '{}'],
    ['no json', '{"refund":{"amount":'],
    ['without a whole amount', '{"refund":{"amount":10.5,"lines":[0]}}'],
    ['with an amount in words', '{"refund":{"amount":"500","lines":[0]}}'],
  ] as const;

  it.each(damaged)('and is %s leaves the report of another day as it is', (_what, json) => {
    const store = aRefundedStore();
    const charge = store.sell(FIRST, { lines: [7_000, 2_000] });
    store.qrBack(FIRST, charge, json);
    store.qrBack(SECOND, charge, { amount: 2_000, lines: [1] });
    expect(store.report(SECOND)).toMatchObject({
      refunds: { count: 1, total: 2_000 },
      cashiers: [{ refunds: { count: 1, total: 2_000 } }],
      products: [{ name: 'line 1', refunded: 2_000 }],
      refundsOfNoProduct: 0,
    });
  });

  it.each(damaged)('and is %s is counted on its own day, without money', (_what, json) => {
    const store = aRefundedStore();
    const charge = store.sell(FIRST, { lines: [7_000, 2_000] });
    store.qrBack(FIRST, charge, json);
    store.qrBack(FIRST, charge, { amount: 2_000, lines: [1] });
    expect(store.report(FIRST)).toMatchObject({
      refunds: { count: 2, total: 2_000 },
      net: 7_000,
      cashiers: [{ refunds: { count: 2, total: 2_000 } }],
      products: [
        { name: 'line 0', refunded: 0 },
        { name: 'line 1', refunded: 2_000 },
      ],
      refundsOfNoProduct: 0,
    });
  });

  it.each(damaged)('and is %s leaves the shift to be closed, counted and without money', (_what, json) => {
    const store = aRefundedStore();
    const takings = store.openShift();
    const charge = store.sell(FIRST, { lines: [7_000, 2_000] });
    store.qrBack(FIRST, charge, json);
    store.qrBack(FIRST, charge, { amount: 2_000, lines: [1] });
    expect(takings().qrRefunds).toEqual({ count: 2, total: 2_000 });
  });

  it('tells its money for no product where only its lines are damaged', () => {
    const store = aRefundedStore();
    const charge = store.sell(FIRST, { lines: [7_000, 2_000] });
    store.qrBack(FIRST, charge, { amount: 2_000, lines: 'all' });
    expect(store.report(FIRST)).toMatchObject({ refunds: { total: 2_000 }, refundsOfNoProduct: 2_000 });
  });
});

describe('a sale of which all goes back in parts', () => {
  it.each([
    ['its line by QR and the rest in cash', [0], FIRST, 10_000, 0],
    ['each tender whole', [], FIRST, 10_000, 0],
    ['its line by QR and the rest in cash another day', [0], SECOND, 10_000, 0],
    ['an amount by QR and the rest another day', [], SECOND, 4_000, 6_000],
  ])('is told: %s', (_what, lines, day, refunded, refundsOfNoProduct) => {
    const store = aRefundedStore();
    const charge = store.sell(FIRST, { lines: [10_000], cash: 4_000 });
    store.qrBack(FIRST, charge, { amount: 6_000, lines });
    const before = store.report(FIRST);
    store.cashBack(day, charge, 4_000);
    expect(store.report(FIRST, SECOND)).toMatchObject({ products: [{ refunded }], refundsOfNoProduct, net: 0 });
    if (day !== FIRST) expect(store.report(FIRST)).toEqual(before);
  });

  it('keeps an amount for no product when the rest goes back outside of the till', () => {
    const store = aRefundedStore();
    const charge = store.sell(FIRST, { lines: [1_000, 9_000] });
    store.qrBack(FIRST, charge, { amount: 1_000 });
    const before = store.report(FIRST);
    store.backElsewhere(charge);
    expect(store.report(FIRST)).toEqual(before);
    expect(before.refundsOfNoProduct).toBe(1_000);
  });

  it('gives a surplus back first, which is of no product', () => {
    const store = aRefundedStore();
    const charge = store.sell(FIRST, { lines: [10_000], surplus: 10_000 });
    store.qrBack(FIRST, charge, { amount: 10_000 });
    store.qrBack(SECOND, charge, { amount: 10_000 });
    expect(store.report(FIRST)).toMatchObject({ products: [{ refunded: 0 }], refundsOfNoProduct: 10_000 });
    expect(store.report(SECOND)).toMatchObject({ products: [{ refunded: 10_000 }], refundsOfNoProduct: 0 });
  });
});
