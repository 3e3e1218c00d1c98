import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../shared/ticket/printable';

describe('printable text', () => {
  it.each([
    ['a letter written as two characters becomes one', 'pin\u0303o\u0301n', 'piñón'],
    ['typographic quotes, dashes and dots become what a typewriter has', '“A” – ‘b’…', '"A" - \'b\'...'],
    ['a multiplication sign becomes an x', '2 × 3', '2 x 3'],
    ['no-break and thin spaces become plain ones', '$\u00a01.234\u202f50', '$ 1.234 50'],
    ['ligatures and full-width letters become plain', 'ﬁno ＡＢ™', 'fino ABTM'],
    ['escape sequences lose their escape', 'Pan\u001b@\u001dV\u0000', 'Pan@V'],
    ['control characters of the upper range go too', 'Pan\u009b31m', 'Pan31m'],
    ['line breaks and tabs become spaces', 'uno\r\ndos\ttres', 'uno  dos tres'],
    ['marks that change the direction of writing are dropped', '\u202eabc\u202c\u200f', 'abc'],
    ['what cannot be printed is shown as a question mark', 'Pizza 🍕', 'Pizza ?'],
    ['half of a character is dropped', 'a\ud83cb', 'ab'],
    ['Spanish, Portuguese and the euro stay as they are', 'áÁñÑüÜ¿¡ºª ãÃõÕçÇ €', 'áÁñÑüÜ¿¡ºª ãÃõÕçÇ €'],
  ])('%s', (_title, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('never holds a control, format or combining character, whatever it is made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{C}\p{M}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes one column for each of its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = printable(text);
        expect(Array.from(result)).toHaveLength(result.length);
      }),
    );
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});
