import { describe, expect, it } from 'vitest';
import { createBuckets } from '../../../relay/buckets';

function aBucket() {
  let uptime = 5000;
  const buckets = createBuckets({ size: 10, perSecond: 2, uptime: () => uptime });
  return {
    take: (cost?: number, key = 'CAJA01') => buckets.take(key, cost),
    pass: (ms: number) => {
      uptime += ms;
    },
  };
}

describe('the share of one caja', () => {
  it('is there at once for one that was quiet, then comes back bit by bit', () => {
    const { take, pass } = aBucket();
    expect(Array.from({ length: 10 }, () => take())).toEqual(Array.from({ length: 10 }, () => 0));
    expect(take()).toBe(1);
    pass(500);
    expect(take()).toBe(0);
    expect(take(4)).toBe(2);
    pass(2000);
    expect(take(4)).toBe(0);
  });

  it('never grows beyond its size, however long nobody asks', () => {
    const { take, pass } = aBucket();
    pass(10 ** 9);
    expect(take(10)).toBe(0);
    expect(take()).toBe(1);
  });

  it('is its own', () => {
    const { take } = aBucket();
    expect(take(10)).toBe(0);
    expect(take(10, 'CAJA02')).toBe(0);
  });

  it('gives what costs more than there can ever be when it is full, because refusing it would be for ever', () => {
    const { take, pass } = aBucket();
    expect(take(50)).toBe(0);
    expect(take(50)).toBe(5);
    pass(5000);
    expect(take(50)).toBe(0);
  });
});
