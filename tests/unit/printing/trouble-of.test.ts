import { expect, it } from 'vitest';
import { troubleOf } from '../../../electron/printing/devices/trouble-of';

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

it.each([
  ['ENOENT', 'notFound'],
  ['EACCES', 'noPermission'],
  ['EBUSY', 'busy'],
  ['ENODEV', 'unplugged'],
  ['EIO', 'unplugged'],
  ['ECONNREFUSED', 'offline'],
  ['EHOSTUNREACH', 'notFound'],
  ['ENOTFOUND', 'notFound'],
  ['ECONNRESET', 'unplugged'],
  ['EISDIR', 'notADevice'],
  ['ENOSPC', 'diskFull'],
  ['EMYSTERY', 'unknown'],
])('%s means %s', (code, trouble) => {
  expect(troubleOf(systemError(code))).toBe(trouble);
});

it('no space left means no paper where the printer says it', () => {
  expect(troubleOf(systemError('ENOSPC'), 'paperOut')).toBe('paperOut');
});

it('what is not a system error is unknown', () => {
  expect(troubleOf('Printer Error')).toBe('unknown');
});
