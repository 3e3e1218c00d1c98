import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCashOffer } from '../../../renderer/lib/cash-offer';
import { typedAmount } from '../../../renderer/lib/typed-amount';
import { minor } from '../../../shared/money';

const bill = {
  mode: 'cash',
  total: minor(340_150),
  due: minor(340_100),
  currency: 'ARS',
  locale: 'es-AR',
} as const;

describe('what was typed as money', () => {
  it('is the exact amount when nothing was typed and all is paid in cash', () => {
    expect(readCashOffer(' ', bill)).toEqual({ kind: 'enough', received: 340_100, change: 0 });
    expect(readCashOffer('', { ...bill, mode: 'mixed' })).toEqual({ kind: 'nothing' });
  });

  it('gives change of what was to be paid in coins', () => {
    expect(readCashOffer('5000', bill)).toEqual({ kind: 'enough', received: 500_000, change: 159_900 });
  });

  it('leaves the rest of the whole total to the QR', () => {
    expect(readCashOffer('1000', bill)).toEqual({ kind: 'part', received: 100_000, rest: 240_150, missing: 240_100 });
  });

  it('refuses the code of a product, and a part that is the whole', () => {
    expect(readCashOffer('7790001', bill)).toEqual({ kind: 'problem', problem: 'tooMuch' });
    expect(readCashOffer('3401,50', { ...bill, mode: 'mixed', due: bill.total })).toEqual({
      kind: 'problem',
      problem: 'wholeInCash',
    });
  });

  it('never gives more change than was handed over, nor asks for a rest that is not there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000 }), fc.constantFrom('cash', 'mixed'), (amount, mode) => {
        const due = mode === 'cash' ? bill.due : bill.total;
        const offer = readCashOffer(typedAmount(minor(amount), 'ARS', 'es-AR'), { ...bill, mode, due });
        if (offer.kind === 'enough') expect(offer.change).toBe(amount - due);
        if (offer.kind === 'part') {
          expect(offer.rest).toBeGreaterThan(0);
          expect(offer.received + offer.rest).toBe(bill.total);
        }
      }),
    );
  });
});
