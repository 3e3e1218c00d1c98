import { describe, expect, it } from 'vitest';
import { planInWords, planSales } from '../../support/soak/sale-plan';

describe('the plan of a soak', () => {
  it('is the same for the same seed', () => {
    expect(planSales(7, 50)).toEqual(planSales(7, 50));
    expect(planSales(8, 50)).not.toEqual(planSales(7, 50));
  });

  it('does not change for a sale when more are asked for', () => {
    expect(planSales(7, 50).slice(0, 20)).toEqual(planSales(7, 20));
  });

  it('holds every behaviour and every fault before long', () => {
    const plans = planSales(7, 500);
    expect(new Set(plans.map(({ behaviour }) => behaviour)).size).toBe(16);
    expect(new Set(plans.flatMap(({ faults }) => faults.map(({ kind }) => kind))).size).toBe(18);
  });

  it('says everything that chance decided', () => {
    expect(
      planInWords({
        behaviour: 'paysTwice',
        partBack: 40,
        answer: 'links',
        faults: [{ kind: 'killAtWrite', when: 'afterTheScan', skip: 3, moment: 'before' }],
      }),
    ).toBe('paysTwice, 40 % · killAtWrite afterTheScan (skip 3, moment before) · a manager links');
  });
});
