import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { characterOf, codePages } from '../../../simulator/printer/code-pages';

const ICONV = '/usr/bin/iconv';

/** The bytes 0x80–0xFF of a page as the virtual printer knows it; holes are null. */
function ours(number: number): (string | null)[] {
  const page = codePages.get(number) ?? '';
  return Array.from({ length: 128 }, (_, index) => characterOf(page, 0x80 + index));
}

/** The same as the C library's `iconv` program knows it. */
function byIconv(name: string): (string | null)[] {
  return Array.from({ length: 128 }, (_, index) => {
    const run = spawnSync(ICONV, ['-f', name, '-t', 'UTF-8'], { input: Buffer.of(0x80 + index) });
    return run.status === 0 ? run.stdout.toString('utf8') : null;
  });
}

const hasIconv = spawnSync(ICONV, ['--version']).status === 0;

describe('the code pages of the virtual printer', () => {
  it.each([
    ['PC437', 0, 'CP437'],
    ['PC850', 2, 'CP850'],
    ['PC860', 3, 'CP860'],
    ['WPC1252', 16, 'CP1252'],
  ])(
    hasIconv ? '%s agrees with iconv in every byte' : '%s can not be compared: this system has no iconv program',
    (_name, number, iconvName) => {
      if (hasIconv) expect(ours(number)).toEqual(byIconv(iconvName));
    },
  );

  it('PC858 is PC850 with the euro in the place of the dotless i', () => {
    const differences = ours(19).flatMap((char, index) => (char === ours(2)[index] ? [] : [[0x80 + index, char]]));
    expect(differences).toEqual([[0xd5, '€']]);
  });

  it('WPC1252 is Latin-1 from the no-break space on', () => {
    expect(ours(16).slice(0x20)).toEqual(Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)));
  });
});
