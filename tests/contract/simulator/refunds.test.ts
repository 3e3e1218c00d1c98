import { afterEach, describe, expect, it } from 'vitest';

import { refundErrorCodes } from '../../../simulator/api/refund-problems';
import type { SimulatorOptions } from '../../../simulator/options';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { manualClock } from '../../../simulator/world/clock';
import type { PaymentMethod } from '../../../simulator/world/model';
import { anOrder, apiOf } from './api';

let simulator: MercadoPagoSimulator;

async function startPaid(options: SimulatorOptions = {}, method: PaymentMethod = 'account_money') {
  simulator = await startMercadoPagoSimulator(options);
  const api = apiOf(simulator);
  await api.putOrder(anOrder());
  const payment = simulator.control.pay(simulator.control.scanOrder('SUC001CAJA01'), { method });
  const refunds = `/v1/payments/${payment.id}/refunds`;
  const refund = (body?: unknown, key = 'key-1', headers: Record<string, string> = {}) =>
    api.send('POST', refunds, body, { 'x-idempotency-key': key, ...headers });
  const seen = async () => (await api.get(`/v1/payments/${payment.id}`)).json;
  return { api, control: simulator.control, payment, refunds, refund, seen };
}

afterEach(async () => {
  await simulator.close();
});

describe('refunds', () => {
  // Payments reference, refunds: an empty body gives everything back.
  it.each([undefined, '', {}])('with the body %j are for the whole payment', async (body) => {
    const { payment, refund, seen } = await startPaid();
    expect(await refund(body)).toMatchObject({
      status: 201,
      json: { payment_id: payment.id, amount: 1500, status: 'approved' },
    });
    expect(await seen()).toMatchObject({ status: 'refunded', transaction_amount_refunded: 1500 });
  });

  it('in parts are possible up to the amount', async () => {
    const { api, refund, refunds, seen } = await startPaid();
    expect((await refund({ amount: 1000.5 }, 'a')).status).toBe(201);
    expect(await seen()).toMatchObject({
      status: 'approved',
      status_detail: 'partially_refunded',
      transaction_amount_refunded: 1000.5,
      refunds: [{ amount: 1000.5, status: 'approved' }],
    });
    expect(await refund({ amount: 499.51 }, 'b')).toMatchObject({ status: 400, json: { cause: [{ code: 2085 }] } });
    expect((await refund({ amount: 499.5 }, 'c')).status).toBe(201);
    expect((await api.get(refunds)).json).toMatchObject([{ amount: 1000.5 }, { amount: 499.5 }]);
    expect(await seen()).toMatchObject({ status: 'refunded' });
  });

  it('are read one by one', async () => {
    const { api, payment, refund, refunds } = await startPaid();
    const { id } = (await refund({ amount: 5 })).json as { id: number };
    expect((await api.get(`${refunds}/${id}`)).json).toMatchObject({ id, payment_id: payment.id, amount: 5 });
    expect(await api.get(`${refunds}/1`)).toMatchObject({ status: 404, json: { cause: [{ code: 2032 }] } });
  });

  it.each(['in_process', 'rejected'] as const)(
    'can become %s by script, and then nothing was given back',
    async (status) => {
      const { control, refund, seen } = await startPaid();
      control.nextRefunds(status);
      expect((await refund()).json).toMatchObject({ status });
      expect(await seen()).toMatchObject({ status: 'approved', transaction_amount_refunded: 0 });
    },
  );

  it.each([
    ['approved', { status: 'refunded', transaction_amount_refunded: 1500 }],
    ['rejected', { status: 'approved', transaction_amount_refunded: 0 }],
  ] as const)('in process get their answer later: %s', async (outcome, expected) => {
    const { control, refund, seen } = await startPaid();
    control.nextRefunds('in_process');
    const { id } = (await refund()).json as { id: number };
    control.settleRefund(id, outcome);
    expect(await seen()).toMatchObject({ ...expected, refunds: [{ id, status: outcome }] });
    expect(() => control.settleRefund(id, outcome)).toThrow('The refund is');
  });

  it('in process hold what they ask for until they are answered', async () => {
    const { control, refund } = await startPaid();
    control.nextRefunds('in_process');
    const { id } = (await refund({ amount: 1000 }, 'a')).json as { id: number };
    expect((await refund({ amount: 501 }, 'b')).status).toBe(400);
    control.settleRefund(id, 'rejected');
    expect((await refund({ amount: 1500 }, 'c')).status).toBe(201);
  });

  it('come to light in the payment and its merchant order only later, when told to', async () => {
    const clock = manualClock(new Date('2026-11-23T12:00:00.000Z'));
    const { api, payment, refund, refunds, seen } = await startPaid({
      clock,
      behaviour: { refundVisibleAfterMs: 30_000 },
    });
    const merchantOrder = async () => (await api.get(`/merchant_orders/${payment.merchantOrderId}`)).json;
    clock.advance(1000);
    await refund({ amount: 500 });
    expect(await seen()).toMatchObject({ transaction_amount_refunded: 0, refunds: [] });
    expect(await merchantOrder()).toMatchObject({ refunded_amount: 0 });
    expect((await api.get(refunds)).json).toEqual([]);
    clock.advance(30_000);
    expect(await seen()).toMatchObject({ transaction_amount_refunded: 500 });
    expect(await merchantOrder()).toMatchObject({ refunded_amount: 500 });
    expect((await api.get(refunds)).json).toMatchObject([{ amount: 500 }]);
  });
});

describe('the idempotency key of a refund', () => {
  it('makes it happen once, however often it is asked for', async () => {
    const { api, refund, refunds } = await startPaid();
    const first = await refund({ amount: 100 });
    const again = await refund({ amount: 100 });
    expect(again.json).toEqual(first.json);
    expect((await api.get(refunds)).json).toHaveLength(1);
  });

  it('also makes it happen once when it is asked for at the same moment', async () => {
    const { api, refund, refunds } = await startPaid();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refund({ amount: 100 })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await api.get(refunds)).json).toHaveLength(1);
  });

  it('finds the refund whose answer was lost', async () => {
    const { api, control, refund, refunds } = await startPaid();
    control.faults.add({ match: { method: 'POST', path: '/refunds$', times: 1 }, fault: { kind: 'loseAnswer' } });
    await expect(refund()).rejects.toThrow('fetch failed');
    expect((await refund()).status).toBe(201);
    expect((await api.get(refunds)).json).toHaveLength(1);
  });

  it('shows what became of the refund meanwhile', async () => {
    const { control, refund } = await startPaid();
    control.nextRefunds('in_process');
    const { id } = (await refund()).json as { id: number };
    control.settleRefund(id, 'approved');
    expect((await refund()).json).toMatchObject({ id, status: 'approved' });
  });

  it('with another body is a conflict', async () => {
    const { refund } = await startPaid();
    await refund({ amount: 100 });
    expect((await refund({ amount: 200 })).status).toBe(409);
  });

  it('of a refusal can be used again', async () => {
    const { control, refund } = await startPaid();
    control.refuseRefunds(2031);
    expect((await refund()).status).toBe(400);
    expect((await refund()).status).toBe(201);
  });

  it('must be there: error 4292', async () => {
    const { api, refunds } = await startPaid();
    expect(await api.send('POST', refunds)).toMatchObject({ status: 404, json: { cause: [{ code: 4292 }] } });
  });
});

describe('refunds that are refused', () => {
  it.each<[unknown, number, number]>([
    [{ amount: '5' }, 401, 4041],
    [{ amount: 0 }, 401, 4040],
    [{ amount: -5 }, 401, 4040],
    [{ amount: 0.001 }, 400, 2085],
  ])('of %j: %i with code %i', async (body, status, code) => {
    const { refund } = await startPaid();
    expect(await refund(body)).toMatchObject({ status, json: { cause: [{ code }] } });
  });

  it('of a payment already given back: error 2063', async () => {
    const { refund } = await startPaid();
    await refund(undefined, 'a');
    expect(await refund(undefined, 'b')).toMatchObject({ status: 400, json: { cause: [{ code: 2063 }] } });
  });

  it('of a payment that the bank took back: error 2063', async () => {
    const { control, payment, refund } = await startPaid();
    control.chargeBack(payment);
    expect(await refund()).toMatchObject({ status: 400, json: { cause: [{ code: 2063 }] } });
  });

  // Refunds guide: within 180 days of approval.
  it('of a payment approved 180 days ago: error 2024', async () => {
    const clock = manualClock(new Date('2026-01-01T12:00:00.000Z'));
    const { refund } = await startPaid({ clock });
    clock.advance(180 * 24 * 60 * 60_000 + 1);
    expect(await refund()).toMatchObject({ status: 404, json: { cause: [{ code: 2024 }] } });
  });

  it('of an unknown payment: error 2000', async () => {
    const { api } = await startPaid();
    const answer = await api.send('POST', '/v1/payments/1/refunds', undefined, { 'x-idempotency-key': 'k' });
    expect(answer).toMatchObject({ status: 404, json: { cause: [{ code: 2000 }] } });
  });

  // Refunds guide: the seller needs the money in the account.
  it('for lack of money in the account: error 2031, and never more than there is', async () => {
    const { control, refund } = await startPaid();
    control.setBalance(1000);
    expect(await refund(undefined, 'a')).toMatchObject({ status: 400, json: { cause: [{ code: 2031 }] } });
    expect((await refund({ amount: 700 }, 'b')).status).toBe(201);
    expect(await refund({ amount: 301 }, 'c')).toMatchObject({ json: { cause: [{ code: 2031 }] } });
    expect((await refund({ amount: 300 }, 'd')).status).toBe(201);
  });

  it.each(refundErrorCodes)('by script, with the documented code %i', async (code) => {
    const { control, refund, seen } = await startPaid();
    control.refuseRefunds(code);
    const answer = await refund();
    expect(answer.json).toMatchObject({ status: answer.status, cause: [{ code }] });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await seen()).toMatchObject({ transaction_amount_refunded: 0 });
  });
});

// refund-pix guide.
describe('a Pix refund in process', () => {
  const render = { 'x-render-in-process-refunds': 'true' };

  it('is a 201 for whoever asks to be shown it', async () => {
    const { control, refund } = await startPaid({ site: 'MLB' }, 'pix');
    control.nextRefunds('in_process');
    expect(await refund(undefined, 'k', render)).toMatchObject({ status: 201, json: { status: 'in_process' } });
  });

  it('is a 400 for whoever does not, and exists all the same', async () => {
    const { api, control, refund, refunds } = await startPaid({ site: 'MLB' }, 'pix');
    control.nextRefunds('in_process');
    expect((await refund(undefined, 'k')).status).toBe(400);
    expect((await api.get(refunds)).json).toMatchObject([{ status: 'in_process' }]);
    expect(await refund(undefined, 'k', render)).toMatchObject({ status: 201, json: { status: 'in_process' } });
  });
});
