import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../shared/allocate';
import { amountOff, type Discount } from '../../../shared/discount';
import { MAX_TOTAL, minor, sum } from '../../../shared/money';
import { quantitySchema } from '../../../shared/quantity';
import { closeDraft, draftSubtotal, draftTotal, lineGross, type DraftLine } from '../../../shared/sale';

const amount = fc.integer({ min: 0, max: MAX_TOTAL }).map(minor);
const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }).map((hundredths) => ({ kind: 'percent' as const, hundredths })),
  fc.integer({ min: 1, max: MAX_TOTAL }).map((off) => ({ kind: 'amount' as const, amount: minor(off) })),
);
const maybe = fc.option(discount, { nil: undefined });
const line: fc.Arbitrary<DraftLine> = fc.record({
  kind: fc.constant('free' as const),
  id: fc.uuid(),
  name: fc.constant('Varios'),
  unitPrice: fc.integer({ min: 0, max: 1_000_000 }).map(minor),
  unit: fc.constant('unit' as const),
  quantity: fc.integer({ min: 1, max: 99_999 }).map((thousandths) => quantitySchema.parse(thousandths)),
  discount: maybe,
});

describe('what a discount takes off', () => {
  it('is a percentage rounded half up to the minor unit', () => {
    const tenAndAHalf: Discount = { kind: 'percent', hundredths: 1050 };
    expect(amountOff(minor(333), tenAndAHalf)).toBe(35);
    expect(amountOff(minor(10), { kind: 'percent', hundredths: 500 })).toBe(1);
    expect(amountOff(minor(9), { kind: 'percent', hundredths: 500 })).toBe(0);
  });

  it('is never below zero and never more than there is', () => {
    fc.assert(
      fc.property(amount, discount, (from, each) => {
        const off = amountOff(from, each);
        expect(off).toBeGreaterThanOrEqual(0);
        expect(off).toBeLessThanOrEqual(from);
      }),
    );
  });

  it('is within half a minor unit of the exact percentage', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10_000 }), (from, hundredths) => {
        const exact = BigInt(from) * BigInt(hundredths);
        const off = BigInt(amountOff(from, { kind: 'percent', hundredths })) * 10_000n;
        expect(2n * (off - exact)).toBeGreaterThan(-10_000n);
        expect(2n * (off - exact)).toBeLessThanOrEqual(10_000n);
      }),
    );
  });
});

describe('a sale with discounts', () => {
  it('costs its lines less what is taken off, exactly, and never less than zero', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), maybe, (lines, off) => {
        const total = draftTotal({ lines, discount: off });
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBe(draftSubtotal({ lines }) - amountOff(draftSubtotal({ lines }), off));
        const closed = closeDraft({ lines, discount: off });
        if (!closed.ok) {
          expect(total === 0 || total > MAX_TOTAL).toBe(true);
          return;
        }
        const { value: sale } = closed;
        expect(sum(sale.lines.map((each) => each.total)) - (sale.discount ?? 0)).toBe(sale.total);
        for (const [index, each] of sale.lines.entries()) {
          const typed = lines[index];
          if (!typed) throw new Error('a line was lost');
          expect(each.total + (each.discount ?? 0)).toBe(lineGross(typed));
          expect(each.total).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('that costs nothing is refused', () => {
    const lines = fc.sample(line, 1).map((each) => ({ ...each, unitPrice: minor(100), discount: undefined }));
    const everything: Discount = { kind: 'percent', hundredths: 10_000 };
    expect(closeDraft({ lines, discount: everything })).toMatchObject({ error: { code: 'amountZero' } });
  });
});

describe('an amount that is divided', () => {
  it('is whole again when its shares are added up, whatever the weights', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 500 }), (whole, weights) => {
        const shares = allocate(whole, weights);
        const weight = weights.reduce((total, each) => total + BigInt(each), 0n);
        expect(sum(shares)).toBe(weight === 0n ? 0 : whole);
        for (const [index, share] of shares.entries()) {
          const exact = weight === 0n ? 0 : Number((BigInt(whole) * BigInt(weights[index] ?? 0)) / weight);
          expect(Math.abs(share - exact)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('gives nobody less than nothing, nor more than what they weigh', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 50 }), fc.nat(100), (weights, percent) => {
        const whole = minor(Math.floor((sum(weights) * percent) / 100));
        for (const [index, share] of allocate(whole, weights).entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(weights[index] ?? 0);
        }
      }),
    );
  });

  it('is each weight itself when it is their sum', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 50 }), (weights) => {
        expect(allocate(sum(weights), weights)).toEqual(weights);
      }),
    );
  });
});
