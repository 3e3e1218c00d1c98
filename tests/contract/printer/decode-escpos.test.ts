import { describe, expect, it } from 'vitest';
import { decode } from '../../../simulator/printer/decode-escpos';

const RESET = [0x1b, 0x40];
const PC858 = [0x1b, 0x74, 19];
const CUT = [0x1d, 0x56, 66, 0];
const LF = 0x0a;

type Part = number | readonly number[] | string;

function bytes(...parts: Part[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part].flat()))),
  );
}

function problems(...parts: Part[]): readonly string[] {
  return decode(bytes(...parts), { columns: 32 }).problems;
}

describe('the strict decoder accepts', () => {
  it('a plain ticket', () => {
    const job = decode(bytes(RESET, PC858, 'Caf', 0x82, LF, LF, 'fin', LF, CUT), { columns: 32 });
    expect(job).toMatchObject({ ok: true, problems: [], lines: ['Café', '', 'fin'], cuts: ['partial'] });
  });

  it('a line that fills the paper to the last dot', () => {
    expect(problems(RESET, PC858, 'x'.repeat(32), LF, CUT)).toEqual([]);
    expect(problems(RESET, PC858, [0x1d, 0x21, 0x10], 'x'.repeat(16), LF, CUT)).toEqual([]);
  });

  it('NUL bytes before a reset, which flush a command that was cut off', () => {
    expect(problems('half a li', Array<number>(64).fill(0), RESET, LF, CUT, RESET, 'x', LF, CUT)).toEqual([
      '"h" comes before a reset or a code page',
    ]);
  });

  it('a QR code whose length is true', () => {
    const data = 'https://example.org';
    const store = [0x1d, 0x28, 0x6b, data.length + 3, 0, 0x31, 0x50, 0x30];
    const print = [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30];
    const job = decode(bytes(RESET, store, data, print, CUT), { columns: 32 });
    expect(job).toMatchObject({ problems: [], elements: [{ kind: 'qr', data }, { kind: 'feed' }] });
  });

  it('requests to be told when it got this far', () => {
    const processId = [0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x41, 0x42, 0x43, 0x44];
    expect(decode(bytes([0x1d, 0x72, 1], processId), { columns: 32 })).toMatchObject({ ok: true, fences: 2 });
  });
});

describe('the strict decoder objects to', () => {
  const stored = (length: number, data: string) =>
    bytes(RESET, [0x1d, 0x28, 0x6b, length + 3, 0, 0x31, 0x50, 0x30], data, [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]);

  it.each<[string, Uint8Array, RegExp]>([
    ['an unknown ESC command', bytes(RESET, 0x1b, 0x5a), /ESC 0x5a is not a command/],
    ['an unknown GS command', bytes(RESET, 0x1d, 0x5a), /GS 0x5a is not a command/],
    ['an unknown FS command', bytes(RESET, 0x1c, 0x5a), /FS 0x5a is not a command/],
    ['an unknown extended command', bytes(RESET, 0x1d, 0x28, 0x5a, 0, 0), /GS \( 0x5a/],
    ['a stray control byte', bytes(RESET, 'a', 0x07, LF, CUT), /control byte 0x07/],
    ['a delete character', bytes(RESET, 'a', 0x7f, LF, CUT), /control byte 0x7f/],
    ['a carriage return', bytes(RESET, 'a', 0x0d, LF, CUT), /control byte 0x0d/],
    ['a line longer than the paper', bytes(RESET, 'x'.repeat(33), LF, CUT), /longer than the paper/],
    [
      'a double-width line longer than the paper',
      bytes(RESET, [0x1b, 0x21, 0x20], 'x'.repeat(17), LF, CUT),
      /longer than the paper/,
    ],
    ['a code page that does not exist', bytes(RESET, 0x1b, 0x74, 77), /code page 77/],
    ['a letter with an accent before any code page', bytes(RESET, 0x82, LF, CUT), /no code page/],
    [
      'a byte that its page does not have',
      bytes(RESET, [0x1b, 0x74, 16], 0x81, LF, CUT),
      /not in the chosen code page/,
    ],
    ['text after a cut without setting up again', bytes(RESET, 'a', LF, CUT, 'b', LF, CUT), /"b" comes before a reset/],
    ['an accent after a reset that dropped the code page', bytes(RESET, PC858, RESET, 0x82, LF, CUT), /no code page/],
    ['a reset in mid-line', bytes(RESET, 'lost', RESET, LF, CUT), /throws away/],
    ['a missing cut', bytes(RESET, 'a', LF), /not cut at the end/],
    ['a last line that nothing prints', bytes(RESET, 'a'), /never printed/],
    ['a command that is cut off', bytes(RESET, 0x1b), /incomplete/],
    ['NUL bytes in a text', bytes(RESET, 'a', [0, 0], 'b', LF, CUT), /2 NUL bytes/],
    ['NUL bytes at the end', bytes(RESET, [0, 0]), /2 NUL bytes at the end/],
    ['QR data that is shorter than it says', stored(8, 'abc'), /control bytes/],
    ['QR data that is longer than it says', stored(3, 'abcdef'), /QR code|last line/],
    ['a QR code without data', bytes(RESET, [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]), /before its data/],
    [
      'a picture wider than the paper',
      bytes(RESET, [0x1d, 0x76, 0x30, 0, 49, 0, 1, 0], Array<number>(49).fill(1), CUT),
      /wider/,
    ],
    [
      'a picture with too many rows',
      bytes(RESET, [0x1d, 0x76, 0x30, 0, 1, 0, 0, 1], Array<number>(256).fill(1), CUT),
      /256 rows/,
    ],
    [
      'a picture that holds a status request',
      bytes(RESET, [0x1d, 0x76, 0x30, 0, 3, 0, 1, 0], [0x10, 0x04, 0x01], CUT),
      /real-time command/,
    ],
    ['a drawer pulse without its times', bytes([0x1b, 0x70, 0, 0x1b, 0x70, 1]), /drawer|last line|0x01/],
    ['a drawer that does not exist', bytes([0x1b, 0x70, 7, 25, 250]), /ESC p 7/],
    ['a cut that does not exist', bytes(RESET, [0x1d, 0x56, 7]), /GS V 7/],
    ['a cut in mid-line', bytes(RESET, 'a', CUT), /cut in the middle/],
  ])('%s', (_title, job, objection) => {
    expect(decode(job, { columns: 32 }).problems.join('\n')).toMatch(objection);
  });
});
