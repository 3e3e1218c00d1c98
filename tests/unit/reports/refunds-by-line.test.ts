import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundsByLine, type GivenBack, type SaleGivenBack } from '../../../electron/reports/refunds-by-line';
import { allocate } from '../../../shared/allocate';
import { minor, sum } from '../../../shared/money';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';

const back = (day: string, amount: number, ...lines: readonly number[]): GivenBack => ({
  amount: minor(amount),
  lines,
  day,
  counts: true,
});

const aSale = (totals: readonly number[], refunds: readonly GivenBack[], change: Partial<SaleGivenBack> = {}) => {
  const brought = sum(totals.map(minor));
  return { totals: totals.map(minor), brought, paid: brought, refunds, ...change };
};

/** What the report of one day tells. */
const toldOn = (day: string, sale: SaleGivenBack) =>
  refundsByLine({ ...sale, refunds: sale.refunds.map((refund) => ({ ...refund, counts: refund.day === day })) });

const three = [10_000, 20_000, 30_000];

describe('money that went back', () => {
  it.each([
    ['for the lines that came back with it', three, [back(MONDAY, 27_000, 0, 1)], [9_000, 18_000, 0]],
    ['for none when it was an amount', three, [back(MONDAY, 5_000)], [0, 0, 0]],
    ['for every line when it was all of the sale', three, [back(MONDAY, 60_000)], three],
    ['for the rest after lines had come back', three, [back(MONDAY, 20_000, 1), back(TUESDAY, 40_000)], three],
    [
      'for no line more than the amount of an earlier day left of it',
      three,
      [back(MONDAY, 6_000), back(TUESDAY, 54_000)],
      [9_000, 18_000, 27_000],
    ],
    ['for every line when all went back in one day', three, [back(MONDAY, 6_000), back(MONDAY, 54_000)], three],
    ['for what the last lines left that day', three, [back(MONDAY, 30_000), back(MONDAY, 30_000, 2)], three],
    [
      'for the last lines alone when the rest was an amount of an earlier day',
      three,
      [back(MONDAY, 30_000), back(TUESDAY, 30_000, 2)],
      [0, 0, 30_000],
    ],
    ['for none when its lines are not there', three, [back(MONDAY, 500, 7)], [0, 0, 0]],
    ['for what its line still lacks', [10_000], [back(MONDAY, 6_000, 0), back(TUESDAY, 4_000)], [10_000]],
    ['for all of it when each tender went back whole', [10_000], [back(MONDAY, 6_000), back(MONDAY, 4_000)], [10_000]],
    ['for each line what it lacks', [1_000, 9_000], [back(MONDAY, 1, 0), back(TUESDAY, 9_999)], [1_000, 9_000]],
    ['for none when its line cost nothing', [0, 9_000], [back(MONDAY, 9_000, 0)], [0, 9_000]],
  ])('is %s', (_what, totals, refunds, ofLines) => {
    expect(refundsByLine(aSale(totals, refunds))).toEqual(ofLines);
  });

  it('is only what is asked about', () => {
    const sale = aSale(three, [back(MONDAY, 20_000, 1), back(TUESDAY, 40_000)]);
    expect(toldOn(MONDAY, sale)).toEqual([0, 20_000, 0]);
    expect(toldOn(TUESDAY, sale)).toEqual([10_000, 0, 30_000]);
  });

  it('is for none while the rest went back outside of the till', () => {
    expect(refundsByLine(aSale([4_000, 6_000], [back(MONDAY, 1_000)]))).toEqual([0, 0]);
  });

  it('is of the surplus first, which is no part of the sale', () => {
    const paidTwice = { paid: minor(20_000) };
    expect(refundsByLine(aSale([10_000], [back(MONDAY, 10_000)], paidTwice))).toEqual([0]);
    const all = aSale([10_000], [back(MONDAY, 10_000), back(TUESDAY, 10_000)], paidTwice);
    expect([toldOn(MONDAY, all), toldOn(TUESDAY, all)]).toEqual([[0], [10_000]]);
  });

  it('is of what the sale brought, after its discount', () => {
    const discounted = { brought: minor(9_000), paid: minor(9_000) };
    expect(refundsByLine(aSale([4_000, 6_000], [back(MONDAY, 9_000)], discounted))).toEqual([3_600, 5_400]);
  });
});

describe('whatever goes back of a sale', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
  const amounts = fc.integer({ min: 1, max: 9_999_999_999 }).map(minor);
  const lines = fc.array(fc.nat(5), { maxLength: 3 });
  /** A sale whose money goes back in parts, all of it or not, in the order of days. */
  const sales = fc
    .record({
      totals: fc.array(fc.oneof(fc.constant(minor(0)), amounts), { minLength: 1, maxLength: 5 }),
      brought: amounts,
      surplus: fc.oneof(fc.constant(0), fc.nat(9_999)),
      parts: fc.array(fc.record({ part: amounts, lines, day: fc.constantFrom(...days) }), { maxLength: 6 }),
      isWhole: fc.boolean(),
    })
    .map(({ totals, brought, surplus, parts, isWhole }): SaleGivenBack => {
      const paid = minor(brought + surplus);
      const divided = allocate(
        paid,
        parts.map(({ part }) => part),
      );
      const refunds = parts
        .map((part, index) => ({ ...part, amount: divided[index] ?? minor(0), counts: true }))
        .filter(({ amount }) => amount > 0)
        .toSorted((one, other) => one.day.localeCompare(other.day));
      return { totals, brought, paid, refunds: isWhole ? refunds : refunds.slice(0, -1) };
    });

  const namesOf = ({ totals }: SaleGivenBack, { lines: named }: GivenBack) => named.filter((line) => totals[line]);
  /** What is told when nothing is known but what was named. */
  const namedOf = (sale: SaleGivenBack) =>
    refundsByLine({ ...sale, refunds: sale.refunds.filter((refund) => namesOf(sale, refund).length > 0) });

  it('is told once and on its own day: what names lines in full, what names none at most', () => {
    fc.assert(
      fc.property(sales, fc.constantFrom(...days), (sale, day) => {
        const told = sum(toldOn(day, sale));
        const thatDay = sale.refunds.filter((refund) => refund.day === day);
        const named = thatDay.filter((refund) => namesOf(sale, refund).length > 0);
        expect(told).toBeLessThanOrEqual(sum(thatDay.map(({ amount }) => amount)));
        expect(told).toBeGreaterThanOrEqual(sum(named.map(({ amount }) => amount)));
      }),
    );
  });

  it('is, where it names no line, never more for a line than its share of the sale', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const named = namedOf({ ...sale, paid: minor(Number.MAX_SAFE_INTEGER) });
        const shares = allocate(sale.brought, sale.totals);
        for (const [line, told] of refundsByLine(sale).entries()) {
          expect(told).toBeLessThanOrEqual(Math.max(named[line] ?? 0, shares[line] ?? 0));
          expect(told).toBeGreaterThanOrEqual(named[line] ?? 0);
        }
      }),
    );
  });

  it('leaves the report of an earlier day as it was', () => {
    fc.assert(
      fc.property(sales, fc.nat(5), (sale, kept) => {
        const before = { ...sale, refunds: sale.refunds.slice(0, kept) };
        const next = sale.refunds[kept]?.day ?? '';
        for (const day of days.filter((each) => each < next)) expect(toldOn(day, sale)).toEqual(toldOn(day, before));
      }),
    );
  });

  it('comes to the same day by day as all days at once', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const all = refundsByLine(sale);
        const byDay = days.map((day) => toldOn(day, sale));
        expect(all).toEqual(all.map((_, line) => sum(byDay.map((told) => told[line] ?? minor(0)))));
      }),
    );
  });

  it('gives each line its share exactly once all is back that day and no line had more', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const oneDay = { ...sale, refunds: sale.refunds.map((refund) => ({ ...refund, day: MONDAY })) };
        const shares = allocate(sale.brought, sale.totals);
        const named = namedOf({ ...oneDay, paid: minor(Number.MAX_SAFE_INTEGER) });
        fc.pre(sum(oneDay.refunds.map(({ amount }) => amount)) === sale.paid);
        fc.pre(named.every((told, line) => told <= (shares[line] ?? 0)));
        expect(refundsByLine(oneDay)).toEqual(shares);
      }),
    );
  });
});
