import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor } from '../../../shared/money';
import { emptyCount } from '../../../shared/shift/cash-count';
import {
  confirmCount,
  differenceOf,
  expectedCash,
  figuresOf,
  standingCount,
  type CashMovement,
  type OpenShift,
  type Takings,
} from '../../../shared/shift/shift';

const id = '9a4f8f4e-36a9-4b1f-9d0b-000000000001';
const at = '2026-11-26T12:00:00.000Z';
const anyAmount = fc.integer({ min: 0, max: 10_000_000 });
const tally = fc.record({ count: fc.nat(500), total: anyAmount.map(minor) });
const anyTakings: fc.Arbitrary<Takings> = fc.record({
  cashSales: tally,
  cashRefunds: tally,
  qrSales: tally,
  qrRefunds: tally,
  qrReturned: tally,
});
const anyMovement: fc.Arbitrary<CashMovement> = fc.record({
  id: fc.uuid(),
  shiftId: fc.constant(id),
  direction: fc.constantFrom('in', 'out'),
  amount: fc.integer({ min: 1, max: 1_000_000 }).map(minor),
  reason: fc.constant('Cambio'),
  by: fc.constant('Ana'),
  at: fc.constant(at),
});

function openedWith(float: number): OpenShift {
  return {
    kind: 'open',
    id,
    number: 1,
    opening: { at, by: 'Ana', count: emptyCount, float: minor(float) },
    counts: [],
  };
}

describe('what should be in the drawer', () => {
  it('is the float, and each peso of cash that came, less each that went, in whatever order', () => {
    fc.assert(
      fc.property(anyAmount, fc.array(anyMovement), anyTakings, (float, movements, takings) => {
        const drawer = movements.reduce(
          (inside, { direction, amount }) => (direction === 'in' ? inside + amount : inside - amount),
          float + takings.cashSales.total - takings.cashRefunds.total,
        );
        const figures = figuresOf(openedWith(float), movements, takings);
        expect(figures.expected).toBe(drawer);
        expect(figuresOf(openedWith(float), movements.toReversed(), takings)).toEqual(figures);
        expect(figures.cashIn.count + figures.cashOut.count).toBe(movements.length);
      }),
    );
  });

  it('does not move by a cent with what is paid or given back by QR', () => {
    fc.assert(
      fc.property(anyTakings, tally, tally, tally, (takings, qrSales, qrRefunds, qrReturned) => {
        const other = figuresOf(openedWith(5_000), [], { ...takings, qrSales, qrRefunds, qrReturned });
        expect(expectedCash(other)).toBe(figuresOf(openedWith(5_000), [], takings).expected);
      }),
    );
  });
});

describe('a confirmed count', () => {
  const count = { pieces: [], other: minor(4_000) };

  it('says how much is missing or too much', () => {
    const confirmed = confirmCount(openedWith(5_000), count, minor(5_000), at);
    const standing = standingCount(confirmed, minor(5_000));
    expect(standing && differenceOf(standing)).toBe(-1_000);
  });

  it('stands until cash comes or goes', () => {
    const confirmed = confirmCount(openedWith(5_000), count, minor(5_000), at);
    expect(standingCount(confirmed, minor(5_100))).toBeNull();
    expect(standingCount(openedWith(5_000), minor(5_000))).toBeNull();
  });

  it('is kept when somebody counts again', () => {
    const once = confirmCount(openedWith(5_000), count, minor(5_000), at);
    const twice = confirmCount(once, { pieces: [], other: minor(5_000) }, minor(5_000), at);
    expect(twice.counts.map(({ counted }) => counted)).toEqual([4_000, 5_000]);
    expect(standingCount(twice, minor(5_000))?.counted).toBe(5_000);
  });
});
