import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countries, siteSchema } from '../../../shared/country';
import { formatMoney, fromDecimal, minor, moneyParts, sum, timesQuantity, toDecimal } from '../../../shared/money';
import { formatQuantity, quantitySchema, units } from '../../../shared/quantity';

const grams = (weight: number) => quantitySchema.parse(weight);

describe('money', () => {
  it('goes to decimal and back without losing a cent, for each of the first 100 000 amounts', () => {
    for (let cents = 1; cents <= 100_000; cents++) {
      expect(fromDecimal(toDecimal(minor(cents), 'ARS'), 'ARS')).toBe(cents);
    }
  });

  it('goes to decimal and back for any amount of any country', () => {
    const amount = fc.integer({ min: 0, max: 9_999_999_999 });
    fc.assert(
      fc.property(amount, fc.constantFrom(...siteSchema.options), (value, site) => {
        const { currency } = countries[site];
        expect(fromDecimal(toDecimal(minor(value), currency), currency)).toBe(value);
      }),
    );
  });

  it('refuses a decimal that the currency does not have', () => {
    expect(fromDecimal(19.999, 'ARS')).toBeNull();
    expect(fromDecimal(1500.5, 'CLP')).toBeNull();
    expect(fromDecimal(1500.5, 'COP')).toBeNull();
    expect(fromDecimal(Number.NaN, 'ARS')).toBeNull();
    expect(fromDecimal(Number.POSITIVE_INFINITY, 'ARS')).toBeNull();
  });

  it('prices a weight to the nearest cent, halves up', () => {
    expect(timesQuantity(minor(123_450), grams(350))).toBe(43_208);
    expect(timesQuantity(minor(1), grams(500))).toBe(1);
    expect(timesQuantity(minor(1), grams(499))).toBe(0);
    expect(timesQuantity(minor(75_000), units(2))).toBe(150_000);
  });

  it('refuses what is not an integer', () => {
    expect(() => minor(0.1)).toThrow();
    expect(() => sum([minor(1), 0.5 as ReturnType<typeof minor>])).toThrow();
  });

  it.each([
    ['MLA', 123_456_789, '$ 1.234.567,89'],
    ['MLB', 123_456_789, 'R$ 1.234.567,89'],
    ['MLC', 1_234_567, '$1.234.567'],
    ['MCO', 1_234_567, '$ 1.234.567'],
    ['MLM', 123_456_789, '$1,234,567.89'],
    ['MPE', 123_456_789, 'S/ 1,234,567.89'],
    ['MLU', 123_456_789, '$ 1.234.567,89'],
  ] as const)('reads in %s as people write it there', (site, amount, text) => {
    const { currency, locale } = countries[site];
    expect(formatMoney(minor(amount), currency, locale)).toBe(text);
    const { symbol, digits } = moneyParts(minor(amount), currency, locale);
    expect(`${symbol}${digits}`).toBe(text.replaceAll(' ', ''));
  });
});

describe('a quantity', () => {
  it('reads as pieces or as a weight', () => {
    expect(formatQuantity(units(3), 'unit', 'es-AR')).toBe('3');
    expect(formatQuantity(grams(350), 'kg', 'es-AR')).toBe('0,350');
  });
});
