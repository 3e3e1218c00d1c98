import { describe, expect, test } from 'vitest';
import type { CashRefund } from '../../../shared/cash/cash-sale';
import { minor } from '../../../shared/money';
import type { RefundSnapshot } from '../../../shared/snapshot';
import { refundTarget, strayRefundTarget, suggestedAmount } from '../../../renderer/lib/refund-target';
import { saleState } from '../../../renderer/lib/sale-state';
import { approved, aRefund, awaiting, inDoubt, ledgerOf, paid, saleId, type CameMoney } from './builders';

const total = 1_500_000;
const at = '2026-11-12T15:04:00.000Z';
const asked = (paymentId: string, lines: number[] = []): RefundSnapshot => ({
  state: { kind: 'requested', refund: aRefund({ paymentId, lines }) },
  trouble: null,
});
const inCash = (...lines: number[]): CashRefund => ({
  id: '55555555-5555-4555-8555-555555555555',
  saleId,
  saleNumber: 7,
  saleTotal: minor(total),
  soldAt: at,
  currency: 'ARS',
  amount: minor(100),
  lines,
  decision: { by: 'Marina', note: 'Vino abierto', at },
  slip: { jobId: 'slip-1', copy: 0, status: 'printed', trouble: null, asked: null },
});
const withLedger = (...payments: readonly CameMoney[]) => ({ ...paid(), ledger: ledgerOf(...payments) });

describe('what can be given back', () => {
  test('of a paid sale is what is left of its payment', () => {
    const target = refundTarget(withLedger({ amount: total, givenBack: 500_000 }), []);
    expect(target?.payments).toEqual([{ id: '2', left: total - 500_000 }]);
    expect(target?.suggested).toBeNull();
  });

  test('of a paid sale is by line too, and none that came back or is on its way', () => {
    const state = withLedger({ amount: total });
    const target = refundTarget(state, [asked('3', [0])], [inCash(1)]);
    expect(target?.goods?.lines).toEqual(state.attempt.sale.lines);
    expect([...(target?.goods?.cameBack ?? [])].sort()).toEqual([0, 1]);
    const refused: RefundSnapshot = {
      state: { kind: 'refused', refund: aRefund({ lines: [0] }), code: 'refundRejected', at },
      trouble: null,
    };
    expect(refundTarget(state, [refused], [])?.goods?.cameBack.size).toBe(0);
  });

  test('is about no line where it is no sale, or only what is too much', () => {
    expect(refundTarget(withLedger({ amount: total }, { amount: total }), [], [])?.goods).toBeNull();
    expect(refundTarget(inDoubt('paidAfterCancel', ledgerOf({ amount: total })), [], [])?.goods).toBeNull();
    expect(refundTarget(withLedger({ amount: total }), [])?.goods).toBeNull();
  });

  test('for lines is what they cost with their part of the discount, and never more than is left', () => {
    const state = withLedger({ amount: total });
    const [line] = state.attempt.sale.lines;
    const two = line ? [line, line] : [];
    const discounted = { ...state, attempt: { ...state.attempt, sale: { ...state.attempt.sale, lines: two } } };
    const target = refundTarget(discounted, [], []);
    expect(target && suggestedAmount(target, minor(total), new Set([1]))).toBe(total / 2);
    expect(target && suggestedAmount(target, minor(1), new Set([0, 1]))).toBe(1);
    expect(target && suggestedAmount(target, minor(total), new Set())).toBe(total);
  });

  test('of a sale paid twice is suggested from the later payment', () => {
    const target = refundTarget(withLedger({ amount: total }, { amount: total }), []);
    expect(target?.payments.map(({ id }) => id)).toEqual(['3', '2']);
    expect(target && suggestedAmount(target, minor(total))).toBe(total);
  });

  test('of two unequal payments is suggested from the one that is all too much', () => {
    const target = refundTarget(withLedger({ amount: 200_000 }, { amount: total }), []);
    expect(target?.payments[0]).toEqual({ id: '2', left: 200_000 });
  });

  test('of a sale paid over is the difference', () => {
    const target = refundTarget(withLedger({ amount: total + 20_000 }), []);
    expect(target && suggestedAmount(target, minor(total + 20_000))).toBe(20_000);
  });

  test('never more than what is left, however much is too much', () => {
    const target = refundTarget(withLedger({ amount: total }, { amount: 10_000 }, { amount: 10_000 }), []);
    expect(target && suggestedAmount(target, minor(10_000))).toBe(10_000);
  });

  test('leaves out a payment of which something is on its way back, until that is known', () => {
    const state = withLedger({ amount: total }, { amount: total });
    expect(refundTarget(state, [asked('3')])?.payments.map(({ id }) => id)).toEqual(['2']);
    expect(refundTarget(withLedger({ amount: total }), [asked('2')])).toBeNull();
    expect(refundTarget(withLedger({ amount: total }), [approved()])).not.toBeNull();
  });

  test('is nothing where nothing was paid or all of it went back', () => {
    expect(refundTarget(awaiting(), [])).toBeNull();
    expect(refundTarget(inDoubt('refunded', ledgerOf({ amount: total, givenBack: total })), [])).toBeNull();
  });

  test('of a payment without a sale is what is left of it', () => {
    const stray = {
      paymentId: '99',
      reference: 'CAJA1XXXXXXXX',
      amount: minor(700),
      givenBack: minor(200),
      approvedAt: null,
      foundAt: at,
      decision: null,
    };
    expect(strayRefundTarget(stray, [])).toEqual({
      checkoutId: null,
      sale: null,
      payments: [{ id: '99', left: 500 }],
      goods: null,
      suggested: null,
    });
    expect(strayRefundTarget(stray, [asked('99')])).toBeNull();
  });
});

test('the list of sales says how much of a paid one went back', () => {
  expect(saleState(withLedger({ amount: total }))).toBe('paid');
  expect(saleState(withLedger({ amount: total }, { amount: total, givenBack: total }))).toBe('paid');
  expect(saleState(withLedger({ amount: total, givenBack: 1 }))).toBe('paidPartBack');
  expect(saleState(withLedger({ amount: total, givenBack: total }))).toBe('paidAllBack');
  expect(saleState(awaiting())).toBe('awaitingPayment');
});
