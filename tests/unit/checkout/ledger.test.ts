import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accept,
  balanceOf,
  book,
  bookRefund,
  emptyLedger,
  isAccepted,
  reversedOf,
} from '../../../shared/checkout/ledger';
import type { Observation } from '../../../shared/checkout/observation';
import { minor } from '../../../shared/money';
import { anAttempt, anOrder, aPayment, AT, seen } from '../../support/builders';

const decision = { by: 'Ana', note: 'Así está bien', at: AT };
const refund = (amount: number, paymentId = '9001') => ({
  refundId: crypto.randomUUID(),
  paymentId,
  amount: minor(amount),
});
const after = (...observations: Observation[]) =>
  observations.reduce((ledger, observation) => book(ledger, anAttempt(), observation), emptyLedger);

describe('the ledger of an attempt', () => {
  it('is the same object when a look shows nothing new', () => {
    const ledger = after(seen(anOrder()));
    expect(book(ledger, anAttempt(), seen(anOrder()))).toBe(ledger);
  });

  it('keeps what a look does not show, because the search lags behind', () => {
    expect(balanceOf(after(seen(anOrder()), seen()))).toBe(150_000);
  });

  it.each([
    ['of another sale', anOrder({ reference: 'SUC001CAJA01OTHER' })],
    ['of another account', anOrder({ collectorId: '1' })],
    ['in another currency', anOrder({ payments: [aPayment({ currency: 'USD' })] })],
    [
      'that was never approved',
      anOrder({ payments: [aPayment({ status: 'rejected' }), aPayment({ id: '2', status: 'pending' })] }),
    ],
  ])('does not count money %s', (_, order) => {
    expect(balanceOf(after(seen(order)))).toBe(0);
  });

  it.each(['refunded', 'charged_back', 'cancelled', 'a status of next year'])(
    'takes money that was ours for gone when its payment is %s',
    (status) => {
      const ledger = after(seen(anOrder()), seen(anOrder({ payments: [aPayment({ status })] })));
      expect([balanceOf(ledger), reversedOf(ledger)]).toEqual([0, 150_000]);
    },
  );

  it('takes a dispute for money that is still ours', () => {
    expect(balanceOf(after(seen(anOrder()), seen(anOrder({ payments: [aPayment({ status: 'in_mediation' })] }))))).toBe(
      150_000,
    );
  });

  it('counts a refund of ours at once, and not twice when Mercado Pago shows it', () => {
    const told = bookRefund(after(seen(anOrder())), refund(50_000));
    expect([balanceOf(told), reversedOf(told)]).toEqual([100_000, 0]);
    const shown = book(told, anAttempt(), seen(anOrder({ payments: [aPayment({ refunded: minor(50_000) })] })));
    expect([balanceOf(shown), reversedOf(shown)]).toEqual([100_000, 0]);
  });

  it('books the same refund once', () => {
    const one = refund(50_000);
    const ledger = bookRefund(after(seen(anOrder())), one);
    expect(bookRefund(ledger, one)).toBe(ledger);
  });

  it('stays accepted until there is more than was accepted', () => {
    const ledger = accept(after(seen(anOrder())), decision);
    expect(isAccepted(ledger)).toBe(true);
    const second = anOrder({ id: '5002', payments: [aPayment({ id: '9002' })] });
    expect(isAccepted(book(ledger, anAttempt(), seen(anOrder(), second)))).toBe(false);
    expect(
      isAccepted(book(ledger, anAttempt(), seen(anOrder({ payments: [aPayment({ status: 'charged_back' })] })))),
    ).toBe(false);
  });

  it('never has less than nothing, whatever order looks and refunds come in', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('look' as const),
        refunded: fc.integer({ min: 0, max: 150_000 }),
        status: fc.constantFrom('approved', 'refunded', 'charged_back', 'in_mediation'),
      }),
      fc.record({ kind: fc.constant('refund' as const), amount: fc.integer({ min: 1, max: 50_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const ledger = steps.reduce(
          (now, one) =>
            one.kind === 'look'
              ? book(
                  now,
                  anAttempt(),
                  seen(anOrder({ payments: [aPayment({ status: one.status, refunded: minor(one.refunded) })] })),
                )
              : // Mercado Pago approves no refund of more than there is.
                balanceOf(now) >= one.amount
                ? bookRefund(now, refund(one.amount))
                : now,
          emptyLedger,
        );
        expect(balanceOf(ledger)).toBeGreaterThanOrEqual(0);
        expect(balanceOf(ledger)).toBeLessThanOrEqual(150_000);
        expect(reversedOf(ledger)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
