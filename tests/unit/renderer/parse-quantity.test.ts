import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../../renderer/lib/parse-quantity';

describe('a quantity as people type it', () => {
  test.each([
    ['3', 'unit', 3000],
    [' 12 ', 'unit', 12_000],
    ['2,0', 'unit', 2000],
    ['0,350', 'kg', 350],
    ['0.35', 'kg', 350],
    ['1,5', 'kg', 1500],
    ['2', 'kg', 2000],
    ['9999', 'unit', 9_999_000],
  ] as const)('%j of a %s is read in thousandths', (typed, unit, thousandths) => {
    expect(parseQuantity(typed, unit)).toEqual({ ok: true, value: thousandths });
  });

  test.each([
    ['', 'unit', 'notANumber'],
    ['tres', 'unit', 'notANumber'],
    ['-1', 'unit', 'notANumber'],
    ['1.000,5', 'kg', 'notANumber'],
    ['1,5', 'unit', 'notWhole'],
    ['0,3505', 'kg', 'tooPrecise'],
    ['0', 'unit', 'zero'],
    ['0,000', 'kg', 'zero'],
    ['10000', 'unit', 'tooLarge'],
    ['7790001000011', 'unit', 'notANumber'],
    ['779000100001', 'unit', 'tooLarge'],
  ] as const)('%j of a %s is refused as %s', (typed, unit, problem) => {
    expect(parseQuantity(typed, unit)).toEqual({ ok: false, error: problem });
  });
});
