import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../electron/mercadopago/plain-text';

describe('plainText', () => {
  it.each([
    ['Alfajor\u0000\u001b@ triple', 'Alfajor @ triple'],
    ['  Yerba\r\n\t1 kg  ', 'Yerba 1 kg'],
    ['Pan \u202egnol\u202c', 'Pan gnol'],
    ['Caf\u200bé \u{1f980}', 'Café \u{1f980}'],
    ['media \ud83d luna', 'media  luna'],
    ['ñandú “€” R$ 5', 'ñandú “€” R$ 5'],
  ])('makes %j plain', (text, plain) => {
    expect(plainText(text, 256)).toBe(plain);
  });

  it('ends a text that is too long with an ellipsis', () => {
    expect(plainText('abcdef', 6)).toBe('abcdef');
    expect(plainText('abcdefg', 6)).toBe('abcde…');
  });

  it('does not cut an emoji in two', () => {
    expect(plainText('abcd\u{1f980}efg', 6)).toBe('abcd…');
  });

  it('is never longer than allowed, has no control characters and no half characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 1, max: 256 }), (text, longest) => {
        const plain = plainText(text, longest);
        expect(plain.length).toBeLessThanOrEqual(longest);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
