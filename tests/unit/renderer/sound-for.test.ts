import { describe, expect, test } from 'vitest';
import { minor } from '../../../shared/money';
import { noProgress, type CheckoutState } from '../../../shared/checkout/state';
import { soundFor } from '../../../renderer/lib/sound-for';
import { aCheckout, anAttempt, approved, aRefund, aSnapshot, awaiting, inDoubt, paid } from './builders';

const showing = (state: CheckoutState | null) => aSnapshot({ checkout: state && aCheckout(state) });
const at = '2026-11-12T15:04:00.000Z';

describe('what a change sounds like', () => {
  test('a charge that turns paid plays the paid sound', () => {
    expect(soundFor(showing(awaiting()), showing(paid()))).toBe('paid');
  });

  test('a sale that was paid before the window opened is silent', () => {
    expect(soundFor(null, showing(paid()))).toBeNull();
    expect(soundFor(showing(null), showing(paid()))).toBeNull();
  });

  test('news of its ticket never plays the paid sound again', () => {
    expect(soundFor(showing(paid()), showing(paid({ status: 'printed' })))).toBeNull();
  });

  test('a charge that expires before it could be paid asks for eyes', () => {
    expect(soundFor(showing(awaiting()), showing({ kind: 'expired', attempt: anAttempt(), at }))).toBe('lookHere');
  });

  test('what the cashier did themselves is silent', () => {
    expect(soundFor(showing(awaiting()), showing({ kind: 'cancelled', attempt: anAttempt(), at }))).toBeNull();
  });

  test('every refusal is heard once, however often we look again', () => {
    const once = awaiting({ rejections: 1 });
    const looking: CheckoutState = { ...once, kind: 'verifying', hint: 'relay' };
    expect(soundFor(showing(awaiting()), showing(once))).toBe('lookHere');
    expect(soundFor(showing(once), showing(looking))).toBeNull();
    expect(soundFor(showing(looking), showing(once))).toBeNull();
    expect(soundFor(showing(once), showing(awaiting({ rejections: 2 })))).toBe('lookHere');
  });

  test('a doubtful ticket asks for eyes', () => {
    expect(soundFor(showing(paid({ status: 'sending' })), showing(paid({ status: 'unconfirmed' })))).toBe('lookHere');
  });

  test('a charge that a person must look at is heard even after it left the screen', () => {
    const doubt = aCheckout(inDoubt('paidLate'));
    expect(soundFor(aSnapshot(), aSnapshot({ attention: [doubt] }))).toBe('lookHere');
  });

  test('money without a sale is heard when it is found', () => {
    const stray = {
      paymentId: '9',
      reference: 'CAJA1XXXXXXXX',
      amount: paid().attempt.sale.total,
      givenBack: minor(0),
      approvedAt: null,
      foundAt: at,
      decision: null,
    };
    expect(soundFor(aSnapshot(), aSnapshot({ strays: [stray] }))).toBe('lookHere');
    expect(soundFor(aSnapshot({ strays: [stray] }), aSnapshot({ strays: [stray] }))).toBeNull();
  });

  test('a refund is silent unless it fails or its slip is in doubt', () => {
    const asked = { state: { kind: 'requested' as const, refund: aRefund() }, trouble: null };
    const refused = {
      state: { kind: 'refused' as const, refund: aRefund(), code: 'refundNoFunds' as const, at },
      trouble: null,
    };
    const from = aSnapshot({ refunds: [asked] });
    expect(soundFor(aSnapshot(), from)).toBeNull();
    expect(soundFor(from, aSnapshot({ refunds: [approved()] }))).toBeNull();
    expect(soundFor(from, aSnapshot({ refunds: [refused] }))).toBe('lookHere');
    expect(soundFor(from, aSnapshot({ refunds: [approved({ status: 'unconfirmed' })] }))).toBe('lookHere');
  });

  test('a charge that begins is silent', () => {
    expect(soundFor(showing(null), showing({ kind: 'creatingOrder', attempt: anAttempt() }))).toBeNull();
    expect(
      soundFor(
        showing(null),
        showing({ kind: 'verifying', attempt: anAttempt(), progress: noProgress, hint: 'startup' }),
      ),
    ).toBeNull();
  });
});
