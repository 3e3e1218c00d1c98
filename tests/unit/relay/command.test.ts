import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../relay/command';
import { safePath } from '../../../relay/http/facts';

describe('a command of the relay', () => {
  it.each([
    [['pair', 'CAJA01'], { verb: 'pair', caja: 'CAJA01' }],
    [['revoke', 'CAJA01'], { verb: 'revoke', caja: 'CAJA01' }],
    [['rotate-hook', 'CAJA01'], { verb: 'rotate-hook', caja: 'CAJA01' }],
    [['remove', 'CAJA01'], { verb: 'remove', caja: 'CAJA01' }],
    [['rotate-secret'], { verb: 'rotate-secret' }],
    [['list'], { verb: 'list' }],
  ])('is read from %j', (words, command) => {
    expect(parseCommand(words)).toEqual(command);
  });

  it.each([
    [[]],
    [['pair']],
    [['pair', '']],
    [['pair', '../x']],
    [['pair', 'A', 'B']],
    [['unpair', 'A']],
    [['list', 'A']],
    [['rotate-secret', 'A']],
  ])('is not %j', (words) => {
    expect(parseCommand(words)).toBeNull();
  });
});

describe('a path as it is logged', () => {
  it.each([
    ['/hooks/mp/CAJA01/2goNPbP74OZn0PzTMfvYHiH3vRT5Bul-L4DdZmgmMTw?topic=x', '/hooks/mp/CAJA01/[secret]'],
    ['/nowhere/crt_0fnBn2Zta3ylmviJE--h-SD9I/x', '/nowhere/[secret]/x'],
    ['/v1/events?wait=25', '/v1/events'],
    ['/', '/'],
    [`/${'a/'.repeat(300)}`, `/${'a/'.repeat(300)}`.slice(0, 200)],
  ])('of %s is %s', (url, path) => {
    expect(safePath(url)).toBe(path);
  });
});
