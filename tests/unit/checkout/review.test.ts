import { describe, expect, it } from 'vitest';
import type { CheckoutEvent } from '../../../shared/checkout/event';
import { begin, transition } from '../../../shared/checkout/machine';
import { reviewOf } from '../../../shared/checkout/review';
import type { CheckoutState } from '../../../shared/checkout/state';
import { minor } from '../../../shared/money';
import { anAttempt, anOrder, aPayment, AT, seen } from '../../support/builders';

const decision = { by: 'Ana', note: 'Lo vimos', at: AT };
const saw = (...orders: Parameters<typeof seen>): CheckoutEvent => ({
  kind: 'orderObserved',
  observation: seen(...orders),
});
const gaveBack = (amount: number, paymentId = '9001'): CheckoutEvent => ({
  kind: 'refundApproved',
  refund: { refundId: crypto.randomUUID(), paymentId, amount: minor(amount) },
  decision,
});
const after = (...events: CheckoutEvent[]): CheckoutState =>
  events.reduce((state, event) => transition(state, event).state, begin(anAttempt()).state);

const paid = [{ kind: 'orderCreated' }, saw(anOrder())] as const satisfies readonly CheckoutEvent[];
const again = anOrder({ id: '5002', payments: [aPayment({ id: '9002' })] });
const cancelled = [
  { kind: 'orderCreated' },
  { kind: 'cancelRequested' },
  { kind: 'orderWithdrawn', observation: seen() },
] as const satisfies readonly CheckoutEvent[];

describe('the question that money puts to a person', () => {
  it('is none for a sale that was paid as it should be', () => {
    expect(reviewOf(after(...paid))).toBeNull();
  });

  it('is a second payment of a paid sale, until it went back', () => {
    expect(reviewOf(after(...paid, saw(anOrder(), again)))).toEqual({ reason: 'paidTwice', amount: 150_000 });
    expect(reviewOf(after(...paid, saw(anOrder(), again), gaveBack(150_000, '9002')))).toBeNull();
  });

  it('is more than the total in one order', () => {
    const over = anOrder({ payments: [aPayment({ amount: minor(151_000) })] });
    expect(reviewOf(after({ kind: 'orderCreated' }, saw(over)))).toEqual({ reason: 'paidOver', amount: 1_000 });
  });

  it('is what went back without our doing', () => {
    const partly = anOrder({ payments: [aPayment({ refunded: minor(40_000) })] });
    expect(reviewOf(after(...paid, saw(partly)))).toEqual({ reason: 'reversed', amount: 40_000 });
  });

  it('is none for what we gave back ourselves, whole or in part', () => {
    expect(reviewOf(after(...paid, gaveBack(40_000)))).toBeNull();
    expect(reviewOf(after(...paid, gaveBack(150_000)))).toBeNull();
  });

  it('is none when somebody else gave the surplus back', () => {
    const refundedElsewhere = anOrder({ id: '5002', payments: [aPayment({ id: '9002', status: 'refunded' })] });
    expect(reviewOf(after(...paid, saw(anOrder(), again), saw(anOrder(), refundedElsewhere)))).toBeNull();
  });

  it('is there when the surplus went back twice', () => {
    const refundedElsewhere = anOrder({ id: '5002', payments: [aPayment({ id: '9002', status: 'refunded' })] });
    const both = after(...paid, saw(anOrder(), again), gaveBack(150_000, '9001'), saw(anOrder(), refundedElsewhere));
    expect(reviewOf(both)).toEqual({ reason: 'reversed', amount: 150_000 });
  });

  it('is answered by a person, for what they saw and nothing more', () => {
    const dismissed = after(...paid, saw(anOrder(), again), { kind: 'reviewDismissed', decision });
    expect(reviewOf(dismissed)).toBeNull();
    const third = anOrder({ id: '5003', payments: [aPayment({ id: '9003' })] });
    expect(reviewOf(transition(dismissed, saw(anOrder(), again, third)).state)).toMatchObject({ reason: 'paidTwice' });
  });
});

describe('a charge that a person must look at', () => {
  it('is paid when they say so and a fresh look covers it, and prints one ticket', () => {
    const late = after(...cancelled, saw(anOrder()));
    expect(late).toMatchObject({ kind: 'needsAttention', reason: 'paidAfterCancel' });
    const { state, effects } = transition(late, { kind: 'saleClaimed', decision, observation: seen(anOrder()) });
    expect(state).toMatchObject({ kind: 'paid', ticket: { copy: 0, status: 'queued' } });
    expect(effects.filter(({ kind }) => kind === 'printTicket')).toHaveLength(1);
  });

  it('is not paid because they say so', () => {
    const late = after(...cancelled, saw(anOrder()));
    for (const orders of [[], [anOrder({ payments: [aPayment({ status: 'refunded' })] })]]) {
      const { state } = transition(late, { kind: 'saleClaimed', decision, observation: seen(...orders) });
      expect(state.kind).toBe('needsAttention');
    }
  });

  it('is not paid by what we gave back ourselves, although Mercado Pago does not show that yet', () => {
    const late = after(...cancelled, saw(anOrder()));
    const half = transition(late, gaveBack(75_000)).state;
    const { state } = transition(half, { kind: 'saleClaimed', decision, observation: seen(anOrder()) });
    expect(state.kind).toBe('needsAttention');
  });

  it('is reviewed when all of it went back, and not before', () => {
    const late = after(...cancelled, saw(anOrder()));
    const half = transition(late, gaveBack(75_000)).state;
    expect(half.kind).toBe('needsAttention');
    expect(transition(half, gaveBack(75_000)).state).toMatchObject({ kind: 'reviewed', how: 'refunded', decision });
  });

  it('asks again after it was reviewed, when more money comes, and not when some goes', () => {
    const reviewed = after(...cancelled, saw(anOrder()), { kind: 'reviewDismissed', decision });
    expect(reviewed).toMatchObject({ kind: 'reviewed', how: 'dismissed' });
    expect(transition(reviewed, saw(anOrder(), again)).state).toMatchObject({ kind: 'needsAttention' });
    const gone = anOrder({ payments: [aPayment({ status: 'charged_back' })] });
    expect(transition(reviewed, saw(gone)).state.kind).toBe('reviewed');
  });
});
