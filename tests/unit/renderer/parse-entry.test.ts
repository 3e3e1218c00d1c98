import { describe, expect, test } from 'vitest';
import { looksLikeCode, parseEntry } from '../../../renderer/lib/parse-entry';

describe("what is typed in the sale's field", () => {
  test.each([
    ['7790001', { quantity: null, text: '7790001' }],
    [' café con leche ', { quantity: null, text: 'café con leche' }],
    ['3*7790001', { quantity: '3', text: '7790001' }],
    ['0,350*pan', { quantity: '0,350', text: 'pan' }],
    ['12 * agua ', { quantity: '12', text: 'agua' }],
    ['3*', { quantity: '3', text: '' }],
    ['*3', { quantity: null, text: '*3' }],
    ['pan*2', { quantity: null, text: 'pan*2' }],
    ['', { quantity: null, text: '' }],
  ])('%j', (typed, entry) => {
    expect(parseEntry(typed)).toEqual(entry);
  });

  test('digits alone are a code, anything else may be words', () => {
    expect(looksLikeCode('7790001')).toBe(true);
    expect(looksLikeCode('779a')).toBe(false);
    expect(looksLikeCode('')).toBe(false);
  });
});
