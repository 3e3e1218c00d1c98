import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unbroken, wrapText } from '../../../shared/ticket/wrap-text';

const sentence = fc.array(fc.stringMatching(/^[a-zñ]{1,30}$/), { maxLength: 20 });

describe('wrapping text', () => {
  it('breaks between words', () => {
    expect(wrapText('Yerba mate con palo', 10)).toEqual(['Yerba mate', 'con palo']);
  });

  it('splits only a word that no line can hold', () => {
    expect(wrapText('un supercalifragilístico día', 10)).toEqual(['un', 'supercalif', 'ragilístic', 'o día']);
  });

  it('keeps together what must not be broken', () => {
    expect(wrapText(`precio ${unbroken('$ 1.234,50')}`, 12)).toEqual(['precio', '$ 1.234,50']);
  });

  it('indents the lines after the first', () => {
    expect(wrapText('uno dos tres cuatro', 9, 2)).toEqual(['uno dos', '  tres', '  cuatro']);
  });

  it('gives no line for nothing', () => {
    expect(wrapText('   ', 10)).toEqual([]);
  });

  it('never exceeds the width and never loses a letter', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.integer({ min: 4, max: 64 }),
        fc.integer({ min: 0, max: 3 }),
        (words, width, hanging) => {
          const lines = wrapText(words.join(' '), width, hanging);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        },
      ),
    );
  });

  it('splits no word that fits on a line', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 30, max: 64 }), (words, width) => {
        expect(wrapText(words.join(' '), width).flatMap((line) => line.split(' '))).toEqual(words);
      }),
    );
  });
});
