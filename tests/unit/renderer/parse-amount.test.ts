import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countries, type Currency, type Locale } from '../../../shared/country';
import { formatMoney, MAX_TOTAL, minor } from '../../../shared/money';
import { parseAmount } from '../../../renderer/lib/parse-amount';

const inArgentina = (typed: string) => parseAmount(typed, 'ARS', 'es-AR');
const inChile = (typed: string) => parseAmount(typed, 'CLP', 'es-CL');
const inMexico = (typed: string) => parseAmount(typed, 'MXN', 'es-MX');

describe('an amount as people type it', () => {
  test.each([
    ['1234,5', 123_450],
    ['1234,50', 123_450],
    ['1.234,50', 123_450],
    ['1234.50', 123_450],
    ['1,234.50', 123_450],
    ['1.234.567,89', 123_456_789],
    ['1.234', 123_400],
    ['12', 1_200],
    ['0,05', 5],
    ['19,99', 1_999],
    ['  $ 1.234,50 ', 123_450],
    ['007', 700],
    ['99.999.999,99', MAX_TOTAL],
  ])('%s is read in Argentina', (typed, amount) => {
    expect(inArgentina(typed)).toEqual({ ok: true, value: amount });
  });

  test.each([
    ['1,234', 123_400],
    ['1,234.5', 123_450],
    ['1234,50', 123_450],
    ['$1,234.50', 123_450],
  ])('%s is read in Mexico', (typed, amount) => {
    expect(inMexico(typed)).toEqual({ ok: true, value: amount });
  });

  test.each([
    ['1.500', 1_500],
    ['1500', 1_500],
    ['1.234.567', 1_234_567],
  ])('%s is read in whole pesos in Chile', (typed, amount) => {
    expect(inChile(typed)).toEqual({ ok: true, value: amount });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['$', 'empty'],
    ['abc', 'notANumber'],
    ['-5', 'notANumber'],
    ['1e3', 'notANumber'],
    ['12 34', 'notANumber'],
    ['1.23.456', 'notANumber'],
    ['1.234.5', 'notANumber'],
    ['12.34,5', 'notANumber'],
    ['١٢', 'notANumber'],
    [',50', 'notANumber'],
    ['1,234', 'ambiguous'],
    ['1,2345', 'tooManyDecimals'],
    ['0,005', 'tooManyDecimals'],
    ['1234,567', 'tooManyDecimals'],
    ['0', 'zero'],
    ['0,00', 'zero'],
    ['100000000', 'tooLarge'],
    ['99999999999999999999', 'tooLarge'],
  ])('%j is refused in Argentina as %s', (typed, problem) => {
    expect(inArgentina(typed)).toEqual({ ok: false, error: problem });
  });

  test('what could be a thousand or one and a bit is refused where the point is the decimal sign', () => {
    expect(inMexico('1.234')).toEqual({ ok: false, error: 'ambiguous' });
  });

  test('cents are refused where the currency has none', () => {
    expect(inChile('1500,50')).toEqual({ ok: false, error: 'noDecimals' });
  });

  test('a barcode that lands in the field is not an amount', () => {
    expect(inArgentina('7790001000011')).toEqual({ ok: false, error: 'tooLarge' });
  });

  test('every amount that is shown can be typed back, to the cent, in every country', () => {
    const cases = Object.values(countries).map(({ currency, locale }) => [currency, locale] as const);
    fc.assert(
      fc.property(
        fc.constantFrom<readonly [Currency, Locale]>(...cases),
        fc.integer({ min: 1, max: MAX_TOTAL }),
        ([currency, locale], amount) => {
          const shown = formatMoney(minor(amount), currency, locale);
          expect(parseAmount(shown, currency, locale)).toEqual({ ok: true, value: amount });
        },
      ),
    );
  });
});
