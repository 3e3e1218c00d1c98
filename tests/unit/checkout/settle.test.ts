import { describe, expect, it } from 'vitest';
import type { MerchantOrderFacts } from '../../../shared/checkout/observation';
import { settle } from '../../../shared/checkout/settle';
import { minor } from '../../../shared/money';
import { anAttempt, anOrder, aPayment, seen } from '../../support/builders';

const verdictOn = (...orders: MerchantOrderFacts[]) => settle(anAttempt(), seen(...orders));

describe('a look at Mercado Pago', () => {
  it('says paid when a closed order of ours is covered by approved payments', () => {
    expect(verdictOn(anOrder())).toEqual({
      kind: 'paid',
      settlement: { orderIds: ['5001'], paymentIds: ['9001'], received: 150_000 },
    });
  });

  it.each<[string, MerchantOrderFacts]>([
    ['is still open', anOrder({ status: 'opened' })],
    ['carries another reference', anOrder({ reference: 'SUC001CAJA01T0000002ZZZZZZ' })],
    ['carries no reference', anOrder({ reference: null })],
    ['belongs to another collector', anOrder({ collectorId: '1' })],
    ['was paid in another currency', anOrder({ payments: [aPayment({ currency: 'USD' })] })],
    ['is one cent short', anOrder({ payments: [aPayment({ amount: minor(149_999) })] })],
    ['has only a rejected payment', anOrder({ payments: [aPayment({ status: 'rejected' })] })],
    ['has only a pending payment', anOrder({ payments: [aPayment({ status: 'pending' })] })],
    ['was given back in part', anOrder({ payments: [aPayment({ refunded: minor(1) })] })],
    ['was charged back', anOrder({ payments: [aPayment({ status: 'charged_back' })] })],
    ['has a status nobody documented', anOrder({ status: 'finished' })],
    ['has a payment status nobody documented', anOrder({ payments: [aPayment({ status: 'accepted' })] })],
    ['has no payments', anOrder({ payments: [] })],
  ])('never says paid of an order that %s', (_case, order) => {
    expect(verdictOn(order).kind).not.toBe('paid');
  });

  it('adds two approved payments of one order up', () => {
    const halves = [aPayment({ id: 'a', amount: minor(100_000) }), aPayment({ id: 'b', amount: minor(50_000) })];
    expect(verdictOn(anOrder({ payments: halves }))).toMatchObject({ kind: 'paid', settlement: { received: 150_000 } });
  });

  it('does not add halves of two orders up to one sale', () => {
    const half = (id: string) => anOrder({ id, payments: [aPayment({ id, amount: minor(75_000) })] });
    expect(verdictOn(half('1'), half('2')).kind).not.toBe('paid');
  });

  it('finds the paid one among the orders of several scans', () => {
    const abandoned = anOrder({ id: '4999', status: 'opened', payments: [] });
    expect(verdictOn(abandoned, anOrder()).kind).toBe('paid');
    expect(verdictOn(anOrder(), abandoned).kind).toBe('paid');
  });

  it('still says paid when a rejected payment follows the approved one', () => {
    const order = anOrder({ payments: [aPayment(), aPayment({ id: '9002', status: 'rejected' })] });
    expect(verdictOn(order).kind).toBe('paid');
  });

  it('counts what was paid twice', () => {
    const second = anOrder({ id: '5002', payments: [aPayment({ id: '9002' })] });
    expect(verdictOn(anOrder(), second)).toMatchObject({
      kind: 'paid',
      settlement: { paymentIds: ['9001', '9002'], received: 300_000 },
    });
  });

  it('counts a payment once, however often the order lists it, and by the least of what it says', () => {
    const half = aPayment({ amount: minor(75_000) });
    expect(verdictOn(anOrder({ payments: [half, half] }))).toEqual({ kind: 'contradiction', reason: 'paidShort' });
    const whole = aPayment();
    const given = aPayment({ refunded: minor(150_000) });
    for (const payments of [
      [whole, given],
      [given, whole],
    ]) {
      expect(verdictOn(anOrder({ payments }))).toEqual({ kind: 'contradiction', reason: 'refunded' });
    }
    expect(verdictOn(anOrder({ payments: [whole, whole] }))).toMatchObject({
      kind: 'paid',
      settlement: { paymentIds: ['9001'], received: 150_000 },
    });
  });

  it('tells a rejection, a payment in process and an amount on account apart', () => {
    const order = anOrder({
      status: 'opened',
      payments: [
        aPayment({ id: '1', status: 'rejected', statusDetail: 'cc_rejected_insufficient_amount' }),
        aPayment({ id: '2', status: 'in_process' }),
        aPayment({ id: '3', amount: minor(50_000) }),
      ],
    });
    expect(verdictOn(order)).toEqual({
      kind: 'unpaid',
      progress: { rejections: 1, lastRejection: 'cc_rejected_insufficient_amount', inProcess: true, received: 50_000 },
    });
  });

  it.each<[string, MerchantOrderFacts]>([
    ['paidShort', anOrder({ payments: [aPayment({ amount: minor(100_000) })] })],
    ['refunded', anOrder({ payments: [aPayment({ refunded: minor(150_000) })] })],
    ['refunded', anOrder({ payments: [aPayment({ status: 'charged_back' })] })],
    ['otherCurrency', anOrder({ payments: [aPayment({ currency: 'USD' })] })],
    ['otherCollector', anOrder({ collectorId: '1' })],
  ])('calls a person with %s when a closed order contradicts the sale', (reason, order) => {
    expect(verdictOn(order)).toEqual({ kind: 'contradiction', reason });
  });

  it('says nothing at all when it saw nothing', () => {
    expect(verdictOn()).toMatchObject({ kind: 'unpaid', progress: { rejections: 0, inProcess: false, received: 0 } });
  });
});
