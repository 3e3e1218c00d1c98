import { describe, expect, it } from 'vitest';
import { cursorOf, cursorSchema, formatPairing, parsePairing, splitCursor } from '../../../shared/relay-protocol';

const token = `crt_${'a'.repeat(43)}`;

describe('a cursor', () => {
  it('comes back as it was made', () => {
    expect(splitCursor(cursorOf('0123456789abcdef', 42))).toEqual({ epoch: '0123456789abcdef', seq: 42 });
  });

  it.each([
    '',
    '1',
    'abcdefgh',
    'abcdefgh.',
    'abcdefgh.-1',
    'abcdefgh.01',
    'abcdefgh.1.5',
    'ABCDEFGH.1',
    'abcdefgh.1\n',
    'abcdefgh.99999999999999999',
    7,
    null,
  ])('is not %j', (text) => {
    expect(cursorSchema.safeParse(text).success).toBe(false);
  });
});

describe('a pairing code', () => {
  it.each(['https://relay.example.com', 'http://127.0.0.1:8787', 'https://example.com/relay'])(
    'carries the address %s and the token',
    (url) => {
      expect(parsePairing(` ${formatPairing({ url, token })}\n`)).toEqual({ url, token });
    },
  );

  it('forgives a slash before the token', () => {
    expect(parsePairing(`https://relay.example.com/#${token}`)).toEqual({ url: 'https://relay.example.com', token });
  });

  it.each([
    '',
    token,
    'https://relay.example.com',
    `relay.example.com#${token}`,
    'https://relay.example.com#crt_short',
    `https://a b#${token}`,
  ])('is not %j', (text) => {
    expect(parsePairing(text)).toBeNull();
  });
});
