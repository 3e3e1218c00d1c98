import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denominationsOf, isTooMuchCash, likelyNotes } from '../../../shared/cash/banknotes';
import { currencySchema } from '../../../shared/country';
import { MAX_TOTAL, minor } from '../../../shared/money';

const currencies = fc.constantFrom(...currencySchema.options);
const amounts = fc.integer({ min: 1, max: MAX_TOTAL }).map(minor);

describe('the notes that a customer is likely to hand over', () => {
  it.for([
    ['ARS', 340_100, [341_000, 350_000, 400_000, 1_000_000, 2_000_000]],
    ['CLP', 3_990, [4_000, 5_000, 10_000, 20_000]],
    ['BRL', 1_850, [2_000, 5_000, 10_000, 20_000]],
    ['UYU', 21_700, [22_000, 25_000, 50_000, 100_000, 200_000]],
    ['MXN', 100_000, []],
  ] as const)('are the next sensible sums: %s %i', ([currency, due, sums]) => {
    expect(likelyNotes(minor(due), currency)).toEqual(sums);
  });

  it('cover the amount, grow, and are never the amount itself nor absurd', () => {
    fc.assert(
      fc.property(amounts, currencies, (due, currency) => {
        const sums = likelyNotes(due, currency);
        expect(sums.length).toBeLessThanOrEqual(5);
        expect([...sums].sort((one, other) => one - other)).toEqual(sums);
        expect(new Set(sums).size).toBe(sums.length);
        for (const amount of sums) {
          expect(amount).toBeGreaterThan(due);
          expect(isTooMuchCash(due, amount, currency)).toBe(false);
        }
      }),
    );
  });

  it('are counted by every note and coin once, the largest first', () => {
    for (const currency of currencySchema.options) {
      const values = denominationsOf(currency);
      expect([...values].sort((one, other) => other - one)).toEqual(values);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('never is the code of a product', () => {
    expect(isTooMuchCash(minor(340_100), minor(7_790_001_000_019), 'ARS')).toBe(true);
    expect(isTooMuchCash(minor(340_100), minor(12_345_600), 'ARS')).toBe(true);
    expect(isTooMuchCash(minor(340_100), minor(2_000_000), 'ARS')).toBe(false);
  });
});
