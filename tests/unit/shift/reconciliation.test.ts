import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor } from '../../../shared/money';
import { reconcile, type BookedMoney, type ProviderMoney } from '../../../shared/shift/reconciliation';

const at = '2026-11-26T12:00:00.000Z';

function booked(paymentId: string, change: Partial<BookedMoney> = {}): BookedMoney {
  return { paymentId, saleNumber: Number(paymentId), amount: minor(10_000), givenBack: minor(0), ...change };
}

function provider(paymentId: string, change: Partial<ProviderMoney> = {}): ProviderMoney {
  const { saleNumber, amount, givenBack } = booked(paymentId);
  return { paymentId, saleNumber, ours: true, amount, givenBack, commission: minor(81), net: minor(9_919), ...change };
}

const anyPayments = fc.uniqueArray(
  fc.record({ paymentId: fc.nat(60).map(String), amount: fc.integer({ min: 1, max: 100_000 }).map(minor) }),
  { selector: ({ paymentId }) => paymentId },
);

describe('our books beside the list of Mercado Pago', () => {
  it('agree when both say the same, and add up', () => {
    fc.assert(
      fc.property(anyPayments, (payments) => {
        const result = reconcile(
          payments.map(({ paymentId, amount }) => booked(paymentId, { amount })),
          payments.map(({ paymentId, amount }) => provider(paymentId, { amount })).toReversed(),
          at,
        );
        expect(result.findings).toEqual([]);
        expect(result.payments).toBe(payments.length);
        expect(result.received).toBe(payments.reduce((total, { amount }) => total + amount, 0));
      }),
    );
  });

  it('name every payment that only one of them has, each on its side', () => {
    fc.assert(
      fc.property(anyPayments, anyPayments, (ours, theirs) => {
        const { findings } = reconcile(
          ours.map(({ paymentId }) => booked(paymentId)),
          theirs.map(({ paymentId }) => provider(paymentId)),
          at,
        );
        const named = (kind: string) => findings.filter((each) => each.kind === kind).map(({ paymentId }) => paymentId);
        const only = (of: typeof ours, other: typeof ours) =>
          of.map(({ paymentId }) => paymentId).filter((id) => !other.some(({ paymentId }) => paymentId === id));
        expect(named('saleWithoutPayment')).toEqual(only(ours, theirs));
        expect(named('paymentWithoutSale')).toEqual(only(theirs, ours));
      }),
    );
  });

  it('say both amounts where they differ, of the payment and of what was given back', () => {
    const { findings } = reconcile(
      [booked('1'), booked('2', { givenBack: minor(10_000) })],
      [provider('1', { amount: minor(9_000) }), provider('2')],
      at,
    );
    expect(findings).toEqual([
      { kind: 'amountDiffers', paymentId: '1', saleNumber: 1, ours: 10_000, theirs: 9_000 },
      { kind: 'refundDiffers', paymentId: '2', saleNumber: 2, ours: 10_000, theirs: 0 },
    ]);
  });

  it('only count what another program charged at the same caja', () => {
    const result = reconcile([booked('1')], [provider('1'), provider('2', { ours: false })], at);
    expect(result.findings).toEqual([]);
    expect(result.notOurs).toEqual({ payments: 1, received: 10_000 });
    expect(result.received).toBe(10_000);
  });

  it('add the commission up where the API tells it, and say of how many it does not', () => {
    const result = reconcile(
      [booked('1'), booked('2'), booked('3')],
      [provider('1'), provider('2'), provider('3', { commission: null, net: null })],
      at,
    );
    expect(result).toMatchObject({ commission: 162, net: 19_838, untold: 1 });
  });
});
