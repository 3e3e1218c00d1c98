import { describe, expect, it } from 'vitest';
import { productRows } from '../../../renderer/lib/product-rows';
import { minor, sum } from '../../../shared/money';

const none = minor(0);
const quiet = {
  products: [],
  otherProducts: { count: 0, total: none, refunded: none },
  saleDiscounts: none,
  rounding: none,
  refundsOfNoProduct: none,
  received: none,
  refunds: { count: 0, total: none },
};

describe('what was sold of each product', () => {
  it('is told where nothing was sold and an amount of an earlier sale went back', () => {
    const refunded = minor(5_000);
    const report = { ...quiet, refundsOfNoProduct: refunded, refunds: { count: 1, total: refunded } };
    expect(productRows(report)).toEqual([
      { kind: 'refundsOfNoProduct', total: 0, refunded },
      { kind: 'sum', total: 0, refunded },
    ]);
  });

  it('adds up to what came in and what went back', () => {
    const alfajor = { name: 'Alfajor', unit: 'unit', quantity: 2_000, sales: 2, total: minor(9_000) } as const;
    const report = {
      products: [{ ...alfajor, refunded: minor(4_500) }],
      otherProducts: { count: 3, total: minor(2_000), refunded: minor(100) },
      saleDiscounts: minor(600),
      rounding: minor(-50),
      refundsOfNoProduct: minor(70),
      received: minor(10_350),
      refunds: { count: 3, total: minor(4_670) },
    };
    const rows = productRows(report);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'product',
      'others',
      'saleDiscounts',
      'rounding',
      'refundsOfNoProduct',
      'sum',
    ]);
    const [last, ...others] = rows.toReversed();
    expect(last).toMatchObject({ total: sum(others.map(({ total }) => total)) });
    expect(last).toMatchObject({ refunded: sum(others.map(({ refunded }) => refunded)) });
  });

  it('is no table where nothing moved', () => {
    expect(productRows(quiet)).toEqual([]);
  });
});
