import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../electron/mercadopago/parse-json';

describe('parseJson', () => {
  it('keeps the digits of an id that a JavaScript number would round', () => {
    expect(parseJson('{"id":9007199254740993,"list":[12345678901234567890]}')).toEqual({
      id: '9007199254740993',
      list: ['12345678901234567890'],
    });
  });

  it('leaves an id of sixteen digits that is exact as a number', () => {
    expect(parseJson('{"application_id":7910800073137785}')).toEqual({ application_id: 7_910_800_073_137_785 });
  });

  it('leaves long digits inside texts alone, also beside quotation marks', () => {
    const text = String.raw`{"note":"he said \"12345678901234567890\"","a\\":"\\","id":12345678901234567890}`;
    expect(parseJson(text)).toEqual({
      note: 'he said "12345678901234567890"',
      'a\\': '\\',
      id: '12345678901234567890',
    });
  });

  it('leaves amounts with decimals and exponents as numbers', () => {
    expect(parseJson('{"a":1234567890123456.5,"b":1e21,"c":-19.99}')).toEqual({
      a: 1234567890123456.5,
      b: 1e21,
      c: -19.99,
    });
  });

  it.each(['', '{"elements":[{"id":2360', '<html></html>', '{"id":12345678901234567890', '"12345678901234567890'])(
    'throws for %j, which is not JSON',
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    },
  );

  it('reads everything beside such an id as JSON.parse does', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^["\\\d ]{0,30}$/),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(scalar, fc.array(scalar))), (value) => {
        expect(parseJson(`[${JSON.stringify(value)},12345678901234567890]`)).toEqual([
          JSON.parse(JSON.stringify(value)),
          '12345678901234567890',
        ]);
      }),
    );
  });

  it('gives back every integer, digit by digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (id) => {
        expect(String((parseJson(`{"id":${String(id)}}`) as { id: unknown }).id)).toBe(String(id));
      }),
    );
  });
});
