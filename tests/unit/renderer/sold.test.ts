import { describe, expect, test } from 'vitest';
import type { CheckoutState } from '../../../shared/checkout/state';
import { isSold } from '../../../renderer/till/sold';
import { aCheckout, anAttempt, aSnapshot, awaiting, inDoubt, ledgerOf, paid, saleId } from './builders';

const at = '2026-11-12T15:04:00.000Z';
const draft = { saleId, lines: [] };
const sold = (state: CheckoutState) => isSold(draft, aSnapshot({ checkout: aCheckout(state) }));

describe('whether the sale on the ticket was already sold', () => {
  test('a paid sale must not be offered again', () => {
    expect(sold(paid())).toBe(true);
  });

  test('nor one for which money came in some way that a person must look at', () => {
    expect(sold(inDoubt('paidShort'))).toBe(true);
  });

  test('nor one that a person closed', () => {
    const decision = { by: 'Marina', note: 'Se arregló con el cliente', at };
    const closed = { reason: 'paidShort', how: 'dismissed', decision, ledger: ledgerOf({ amount: 500_000 }) } as const;
    expect(sold({ kind: 'reviewed', attempt: anAttempt(), ...closed })).toBe(true);
  });

  test('a cancelled or expired charge leaves its sale to be charged again', () => {
    expect(sold({ kind: 'cancelled', attempt: anAttempt(), at })).toBe(false);
    expect(sold({ kind: 'expired', attempt: anAttempt(), at })).toBe(false);
    expect(sold(awaiting())).toBe(false);
  });

  test('another sale is another sale', () => {
    const other = { saleId: '33333333-3333-4333-8333-333333333333', lines: [] };
    expect(isSold(other, aSnapshot({ checkout: aCheckout(paid()) }))).toBe(false);
  });
});
