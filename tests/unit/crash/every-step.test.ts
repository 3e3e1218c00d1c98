import { describe, expect, it } from 'vitest';
import { allCases } from '../../support/crash/cases/all-cases';
import { checkoutSteps } from '../../support/crash/checkout-steps';
import { refundSteps } from '../../support/crash/refund-steps';

/** `orderCreated: awaitingPayment` and the like: the writes that are steps of a machine. */
const isStep = (write: string): boolean => !/^(print job, |\w+: \w+$)/.test(write) || write.startsWith('begun');
const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name));

const derived = [...checkoutSteps(), ...refundSteps()];
const known = Object.keys(allCases);

describe('every step that a charge or a refund can write to the disk', () => {
  it('has a case that breaks it, or a reason why nothing can bring the program there', () => {
    expect(without(derived, known)).toEqual([]);
  });

  it('is still a step of its machine', () => {
    expect(without(known.filter(isStep), derived)).toEqual([]);
  });
});
