import { minor } from '../../shared/money';
import type { ProductSold, Report } from '../../shared/reports/report';

type Sums = Pick<ProductSold, 'total' | 'refunded'>;

/** One row of what was sold and what of it went back: a product, or what belongs to none that is shown. */
export type ProductRow =
  | ({ readonly kind: 'product' } & ProductSold)
  | ({ readonly kind: 'others'; readonly count: number } & Sums)
  | ({ readonly kind: 'saleDiscounts' | 'rounding' | 'refundsOfNoProduct' | 'sum' } & Sums);

type Figures = Pick<
  Report,
  'products' | 'otherProducts' | 'saleDiscounts' | 'rounding' | 'refundsOfNoProduct' | 'received' | 'refunds'
>;

/** They add up to the last, which is what came in and what went back. None where nothing did. */
export function productRows({ products, otherProducts, received, refunds, ...report }: Figures): readonly ProductRow[] {
  const none = minor(0);
  const rows: readonly ProductRow[] = [
    ...products.map((product) => ({ kind: 'product' as const, ...product })),
    ...(otherProducts.count === 0 ? [] : [{ kind: 'others' as const, ...otherProducts }]),
    ...[
      { kind: 'saleDiscounts' as const, total: minor(0 - report.saleDiscounts), refunded: none },
      { kind: 'rounding' as const, total: report.rounding, refunded: none },
      { kind: 'refundsOfNoProduct' as const, total: none, refunded: report.refundsOfNoProduct },
    ].filter(({ total, refunded }) => total !== 0 || refunded !== 0),
  ];
  return rows.length === 0 ? [] : [...rows, { kind: 'sum', total: received, refunded: refunds.total }];
}
