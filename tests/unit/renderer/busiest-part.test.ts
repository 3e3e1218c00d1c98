import { describe, expect, it } from 'vitest';
import { busiestPart } from '../../../renderer/lib/busiest-part';
import { minor } from '../../../shared/money';

const part = (name: string, cash: number, qr: number) => ({ name, sales: 1, cash: minor(cash), qr: minor(qr) });

describe('the part in which most money came', () => {
  it('is the one with most cash and QR together, the first of two', () => {
    const parts = [part('08', 5, 1), part('09', 3, 9), part('10', 12, 0)];
    expect(busiestPart(parts)).toEqual({ part: parts[1], total: 12 });
  });

  it('is none where no money came, or where there is no part', () => {
    expect(busiestPart([part('08', 0, 0)])).toBeNull();
    expect(busiestPart([])).toBeNull();
  });
});
