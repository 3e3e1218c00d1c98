import { describe, expect, test } from 'vitest';
import { minor } from '../../../shared/money';
import type { StrayPayment } from '../../../shared/checkout/stray-payment';
import { createWords } from '../../../renderer/hooks/use-words';
import { answersTo, atStake, reviewCases } from '../../../renderer/lib/review-case';
import { reviewSentence, straySentence } from '../../../renderer/lib/review-sentence';
import { aCheckout, anAttempt, aSnapshot, awaiting, inDoubt, ledgerOf, paid } from './builders';

const words = createWords('es-AR', 'ARS');
const total = 1_500_000;
const twice = { ...paid(), ledger: ledgerOf({ amount: total }, { amount: total }) };
const over = { ...paid(), ledger: ledgerOf({ amount: total + 20_000 }) };
const reversed = { ...paid(), ledger: ledgerOf({ amount: total, givenBack: 300_000 }) };
const stray: StrayPayment = {
  paymentId: '99',
  reference: 'CAJA1XXXXXXXX',
  amount: minor(745_000),
  givenBack: minor(0),
  approvedAt: null,
  foundAt: '2026-11-12T16:00:00.000Z',
  decision: null,
};

describe('what waits for a person', () => {
  test('is listed newest first, whichever kind it is', () => {
    const older = aCheckout({
      ...inDoubt('paidLate'),
      attempt: anAttempt({ checkoutId: '55555555-5555-4555-8555-555555555555' }),
      at: '2026-11-12T15:00:00.000Z',
    });
    const newer = aCheckout({ ...inDoubt('paidAfterCancel'), at: '2026-11-12T17:00:00.000Z' });
    const ids = reviewCases(aSnapshot({ attention: [older, newer], strays: [stray] })).map(({ id }) => id);
    expect(ids).toEqual([newer.state.attempt.checkoutId, 'stray-99', older.state.attempt.checkoutId]);
  });

  test('includes the charge on the screen, once', () => {
    const shown = aCheckout(twice);
    expect(reviewCases(aSnapshot({ checkout: shown }))).toHaveLength(1);
    expect(reviewCases(aSnapshot({ checkout: shown, attention: [shown] }))).toHaveLength(1);
    expect(reviewCases(aSnapshot({ checkout: aCheckout(paid()) }))).toEqual([]);
    expect(reviewCases(aSnapshot({ checkout: aCheckout(awaiting()) }))).toEqual([]);
  });

  test('says how much is in question, not how much there is', () => {
    expect([twice, over, reversed].map(atStake)).toEqual([total, 20_000, 300_000]);
    expect(atStake(inDoubt('stillInProcess', ledgerOf()))).toBe(total);
  });

  test('is told in a sentence with its amount', () => {
    expect(reviewSentence(twice, words)?.what).toBe('El cliente pagó dos veces: hay $\u00a015.000,00 de más.');
    expect(reviewSentence(over, words)?.what).toBe('El cliente pagó $\u00a0200,00 de más.');
    expect(reviewSentence(reversed, words)?.what).toContain('$\u00a03.000,00');
    expect(reviewSentence(inDoubt('paidLate'), words)?.todo).toContain('vinculalo a la venta');
    expect(straySentence(stray, words).what).toContain('$\u00a07.450,00');
    expect(reviewSentence(paid(), words)).toBeNull();
  });
});

describe('the answers that are offered', () => {
  test('a late payment that covers the sale may be its payment or go back, and only a person knows which', () => {
    expect(answersTo(inDoubt('paidLate'))).toEqual({ answers: ['link', 'refund', 'dismiss', 'verify'], main: null });
    expect(answersTo(inDoubt('paidAfterCancel')).answers).toContain('link');
  });

  test('money that does not cover the sale is never offered as its payment', () => {
    const short = inDoubt('paidShort', ledgerOf({ amount: 500_000 }));
    expect(answersTo(short)).toEqual({ answers: ['refund', 'dismiss', 'verify'], main: 'refund' });
  });

  test('a sale that was paid too much gives the surplus back', () => {
    expect(answersTo(twice)).toEqual({ answers: ['refund', 'dismiss', 'verify'], main: 'refund' });
    expect(answersTo(over).main).toBe('refund');
  });

  test('money that is gone can not be given back again', () => {
    const gone = inDoubt('refunded', ledgerOf({ amount: total, givenBack: total }));
    expect(answersTo(gone)).toEqual({ answers: ['dismiss', 'verify'], main: 'dismiss' });
  });

  test('where no money is known of, asking again comes first', () => {
    expect(answersTo(inDoubt('stillInProcess', ledgerOf()))).toEqual({
      answers: ['dismiss', 'verify'],
      main: 'verify',
    });
    expect(answersTo(inDoubt('otherCollector', ledgerOf())).main).toBe('verify');
  });
});
