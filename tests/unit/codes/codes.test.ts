import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, formsOf, isMisread } from '../../../shared/codes/check-digit';
import { pluForms, readScaleCode, type ScaleCodes } from '../../../shared/codes/scale-code';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const withCheck = (body: string) => `${body}${checkDigit(body)}`;
const byWeight: ScaleCodes = { prefixes: ['20', '21'], codeDigits: 5, value: 'weight', decimals: 2 };
const byPrice: ScaleCodes = { ...byWeight, value: 'price' };

describe('a code with a check digit', () => {
  it('is known from what real products carry', () => {
    for (const code of ['4006381333931', '96385074', '036000291452', '7790895000782'])
      expect(isMisread(code)).toBe(false);
  });

  it('is misread when any one digit is another', () => {
    fc.assert(
      fc.property(fc.constantFrom(7, 11, 12), fc.nat(), fc.integer({ min: 1, max: 9 }), (length, place, more) => {
        const [body = ''] = fc.sample(digits(length), 1);
        const code = withCheck(body);
        const at = place % code.length;
        const other = code.slice(0, at) + String((Number(code[at]) + more) % 10) + code.slice(at + 1);
        expect(isMisread(code)).toBe(false);
        expect(isMisread(other)).toBe(true);
      }),
    );
  });

  it('is not looked for in a code of another length, or with letters', () => {
    for (const code of ['1234567', '12345678901', 'ABC-123', '12345678901234']) expect(isMisread(code)).toBe(false);
  });

  it('is the same product as UPC-A and as the EAN-13 that begins with 0', () => {
    expect(formsOf('036000291452')).toEqual(['036000291452', '0036000291452']);
    expect(formsOf('0036000291452')).toEqual(['0036000291452', '036000291452']);
    expect(formsOf('4006381333931')).toEqual(['4006381333931']);
  });
});

describe('the label of a scale', () => {
  it('says how much was weighed, in grams', () => {
    const code = withCheck('201234500350');
    expect(readScaleCode(code, byWeight, 'ARS')).toEqual({ kind: 'weighed', plu: '12345', quantity: 350 });
  });

  it('says what it costs, in the decimals that the scale writes', () => {
    const code = withCheck('210004212345');
    expect(readScaleCode(code, byPrice, 'ARS')).toEqual({ kind: 'priced', plu: '00042', price: 12_345 });
    expect(readScaleCode(code, { ...byPrice, decimals: 0 }, 'ARS')).toMatchObject({ price: 1_234_500 });
    expect(readScaleCode(code, { ...byPrice, decimals: 0 }, 'CLP')).toMatchObject({ price: 12_345 });
  });

  it('is none when switched off, of another prefix, misread or empty', () => {
    const code = withCheck('201234500350');
    expect(readScaleCode(code, null, 'ARS')).toBeNull();
    expect(readScaleCode(withCheck('221234500350'), byWeight, 'ARS')).toBeNull();
    expect(readScaleCode(`${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`, byWeight, 'ARS')).toBeNull();
    expect(readScaleCode(withCheck('201234500000'), byWeight, 'ARS')).toBeNull();
    expect(readScaleCode(withCheck('201234500001'), { ...byPrice, decimals: 2 }, 'CLP')).toBeNull();
  });

  it('names a product that the catalogue may know without the zeros', () => {
    expect(pluForms('00042')).toEqual(['00042', '42']);
    expect(pluForms('12345')).toEqual(['12345']);
    expect(pluForms('00000')).toEqual(['00000', '0']);
  });
});
