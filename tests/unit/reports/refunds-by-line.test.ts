import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundsByLine, type GivenBack } from '../../../electron/reports/refunds-by-line';
import { minor, sum } from '../../../shared/money';

const totals = [10_000, 20_000, 30_000].map(minor);
const back = (amount: number, lines: readonly number[] = [], counts = true): GivenBack => ({
  amount: minor(amount),
  lines,
  counts,
});

describe('money that went back', () => {
  it.each([
    ['for the lines that came back with it', [back(27_000, [0, 1])], false, [9_000, 18_000, 0]],
    ['for none when it was an amount', [back(5_000)], false, [0, 0, 0]],
    ['for every line when it was all of the sale', [back(60_000)], true, [10_000, 20_000, 30_000]],
    ['for the rest when lines had come back before', [back(20_000, [1]), back(40_000)], true, [10_000, 20_000, 30_000]],
    ['for every line with the last of it', [back(6_000), back(54_000)], true, [9_000, 18_000, 27_000]],
    ['for its own lines also when it was the last', [back(30_000), back(30_000, [2])], true, [0, 0, 30_000]],
    ['only where it is asked about', [back(20_000, [1], false), back(40_000)], true, [10_000, 0, 30_000]],
    ['for none when its lines are not there', [back(500, [7])], false, [0, 0, 0]],
  ])('is %s', (_what, refunds, isAllBack, ofLines) => {
    expect(refundsByLine({ totals, refunds, isAllBack })).toEqual(ofLines);
  });

  it('is never told twice, and all of it where every refund names a line that cost something', () => {
    const amounts = fc.integer({ min: 1, max: 9_999_999_999 }).map(minor);
    const refund = fc.record({ amount: amounts, lines: fc.array(fc.nat(6)), counts: fc.boolean() });
    const sale = fc.record({
      totals: fc.array(amounts, { minLength: 1, maxLength: 5 }),
      refunds: fc.array(refund, { maxLength: 5 }),
      isAllBack: fc.boolean(),
    });
    fc.assert(
      fc.property(sale, (given) => {
        const counted = given.refunds.filter(({ counts }) => counts);
        const told = sum(refundsByLine(given));
        expect(told).toBeLessThanOrEqual(sum(counted.map(({ amount }) => amount)));
        const named = counted.filter(({ lines }) => lines.some((line) => line < given.totals.length));
        expect(told).toBeGreaterThanOrEqual(sum(named.map(({ amount }) => amount)));
      }),
    );
  });
});
