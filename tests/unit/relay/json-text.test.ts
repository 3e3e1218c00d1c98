import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../relay/json-text';

describe('JSON with long integers', () => {
  it.each([
    ['{"id":12345678901234567890}', { id: '12345678901234567890' }],
    ['{"id":123456789012345}', { id: 123456789012345 }],
    [
      '{"a":"id 12345678901234567890, \\"12345678901234567890\\""}',
      { a: 'id 12345678901234567890, "12345678901234567890"' },
    ],
    ['[0.1234567890123456]', [0.1234567890123456]],
    ['[1e5, 1.234567890123456e2]', [100_000, 123.4567890123456]],
  ])('keeps every digit of an integer and leaves all else alone: %s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it('reads any other JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is not slowed down by text made of quotes and backslashes', () => {
    const text = `["${'\\"'.repeat(30_000)}1234567890123456"]`;
    const startedAt = performance.now();
    parseJson(text);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
