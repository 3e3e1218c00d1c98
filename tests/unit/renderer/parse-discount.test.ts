import { describe, expect, test } from 'vitest';
import { parseDiscount } from '../../../renderer/lib/parse-discount';

const read = (typed: string) => parseDiscount(typed, 'ARS', 'es-AR');

describe('a discount as people type it', () => {
  test('with the sign it is a part, with a comma or a point', () => {
    expect(read('10%')).toEqual({ ok: true, value: { kind: 'percent', hundredths: 1000 } });
    expect(read(' 12,5 % ')).toEqual({ ok: true, value: { kind: 'percent', hundredths: 1250 } });
    expect(read('0.07%')).toEqual({ ok: true, value: { kind: 'percent', hundredths: 7 } });
  });

  test('without it it is an amount', () => {
    expect(read('1.234,50')).toEqual({ ok: true, value: { kind: 'amount', amount: 123_450 } });
  });

  test('what is no part, or none at all, is refused', () => {
    for (const typed of ['0%', '101%', '-5%', '%', '1,234%', 'diez%']) {
      expect(read(typed)).toEqual({ ok: false, error: 'percent' });
    }
    expect(read('')).toEqual({ ok: false, error: 'empty' });
  });
});
