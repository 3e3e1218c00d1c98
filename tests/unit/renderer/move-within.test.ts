import { describe, expect, it } from 'vitest';
import { moveWithin } from '../../../renderer/lib/move-within';

const list = ['a', 'b', 'c', 'd'];
const moved = (index: number, step: Parameters<typeof moveWithin>[2]) => moveWithin(list, index, step).join('');

describe('a quick key', () => {
  it('moves one place, or to an end', () => {
    expect(moved(2, 'earlier')).toBe('acbd');
    expect(moved(1, 'later')).toBe('acbd');
    expect(moved(2, 'first')).toBe('cabd');
    expect(moved(1, 'last')).toBe('acdb');
  });

  it('stays where there is nowhere to go', () => {
    expect(moveWithin(list, 0, 'earlier')).toBe(list);
    expect(moveWithin(list, 3, 'later')).toBe(list);
    expect(moveWithin(list, 3, 'last')).toBe(list);
    expect(moveWithin(list, -1, 'later')).toBe(list);
  });
});
