import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containedTax } from '../../../shared/contained-tax';
import { MAX_TOTAL, minor } from '../../../shared/money';

describe('the tax in a price', () => {
  it.each([
    [6_000, 1_900, 958],
    [1_190, 1_900, 190],
    [1_000, 500, 48],
    [1, 10_000, 1],
    [5_000, 0, 0],
    [0, 1_900, 0],
  ])('of %i at %i hundredths of a percent is %i', (price, tax, contained) => {
    expect(containedTax(minor(price), tax)).toBe(contained);
  });

  it('on the rest of the price is that tax again, to the half minor unit', () => {
    const price = fc.integer({ min: 0, max: MAX_TOTAL });
    fc.assert(
      fc.property(price, fc.integer({ min: 0, max: 10_000 }), (amount, tax) => {
        const contained = BigInt(containedTax(minor(amount), tax));
        const off = 2n * (contained * BigInt(10_000 + tax) - BigInt(amount) * BigInt(tax));
        expect(off > -BigInt(10_000 + tax) && off <= BigInt(10_000 + tax)).toBe(true);
      }),
    );
  });
});
