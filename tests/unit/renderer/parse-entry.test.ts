import { describe, expect, test } from 'vitest';
import { looksLikeCode, parseEntry, scannedEntry } from '../../../renderer/lib/parse-entry';

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

describe('a scan that goes into the field after something typed', () => {
  test.each([
    ['', '7790001000011', '7790001000011'],
    ['3*', '7790001000011', '3*7790001000011'],
    ['galle', '7790001000011', '7790001000011'],
    ['2*galle', '7790001000011', '2*7790001000011'],
  ])('after %j', (before, scanned, entered) => {
    expect(scannedEntry(before, scanned)).toBe(entered);
  });

  test('a code with a pause in it is never taken for the shorter code after the pause', () => {
    expect(scannedEntry('779000', '1000011')).toBe('7790001000011');
    expect(scannedEntry('3*779000', '1000011')).toBe('3*7790001000011');
  });
});
