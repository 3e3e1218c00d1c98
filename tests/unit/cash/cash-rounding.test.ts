import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCashRounding, roundForCash, roundForGivingBack } from '../../../shared/cash/cash-rounding';
import { countries, siteSchema } from '../../../shared/country';
import { MAX_TOTAL, minor } from '../../../shared/money';

const amounts = fc.integer({ min: 1, max: MAX_TOTAL }).map(minor);
const roundings = fc.record({
  step: fc.integer({ min: 1, max: 10_000 }),
  toward: fc.constantFrom('customer' as const, 'nearest' as const),
});

describe('what is paid in coins and notes', () => {
  it.for([
    ['MLC', 1_235, 1_230],
    ['MLC', 1_236, 1_240],
    ['MLC', 1_231, 1_230],
    ['MLC', 1_230, 1_230],
    ['MLU', 21_725, 21_700],
    ['MLU', 21_750, 21_700],
    ['MLU', 21_751, 21_800],
    ['MPE', 1_099, 1_090],
    ['MLA', 123_456, 123_400],
    ['MCO', 12_349, 12_300],
    ['MLM', 1_999, 1_999],
    ['MLB', 1_999, 1_999],
  ] as const)('follows the rule of the country: %s, %i is %i', ([site, total, due]) => {
    expect(roundForCash(minor(total), defaultCashRounding(site))).toEqual({ due, rounding: due - total });
  });

  it('is always a whole number of steps, and less than one step away', () => {
    fc.assert(
      fc.property(amounts, roundings, (total, rounding) => {
        const { due, rounding: difference } = roundForCash(total, rounding);
        expect(due - total).toBe(difference);
        expect(due).toBeGreaterThan(0);
        if (due !== total) {
          expect(due % rounding.step).toBe(0);
          expect(Math.abs(difference)).toBeLessThan(rounding.step);
        }
      }),
    );
  });

  it('is never more than the total where the rule is for the customer', () => {
    fc.assert(
      fc.property(amounts, roundings, (total, { step }) => {
        expect(roundForCash(total, { step, toward: 'customer' }).due).toBeLessThanOrEqual(total);
      }),
    );
  });

  it('is the same when it is rounded again', () => {
    fc.assert(
      fc.property(amounts, roundings, (total, rounding) => {
        const once = roundForCash(total, rounding).due;
        expect(roundForCash(once, rounding).due).toBe(once);
      }),
    );
  });

  it('gives back never less than is owed, and less than a step more', () => {
    fc.assert(
      fc.property(amounts, roundings, (amount, rounding) => {
        const back = roundForGivingBack(amount, rounding);
        expect(back - amount).toBeGreaterThanOrEqual(0);
        expect(back - amount).toBeLessThan(rounding.step);
      }),
    );
  });

  it('has a rule for every country', () => {
    expect(Object.keys(countries).map((site) => defaultCashRounding(siteSchema.parse(site)).step)).toEqual([
      100, 1, 10, 50, 1, 10, 100,
    ]);
  });
});
