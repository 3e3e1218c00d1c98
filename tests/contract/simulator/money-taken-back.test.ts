import { afterEach, describe, expect, it } from 'vitest';

import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { manualClock } from '../../../simulator/world/clock';
import { anOrder, apiOf } from './api';
import { startReceiver } from './receiver';

const pos = 'SUC001CAJA01';
let simulator: MercadoPagoSimulator;

async function startPaid(notificationUrl?: string) {
  const clock = manualClock(new Date('2026-11-23T12:00:00.000Z'));
  simulator = await startMercadoPagoSimulator({ clock });
  const api = apiOf(simulator);
  const { control } = simulator;
  await api.putOrder(anOrder(notificationUrl === undefined ? {} : { notification_url: notificationUrl }));
  const payment = control.pay(control.scanOrder(pos));
  clock.advance(1000);
  const seen = async () => (await api.get(`/v1/payments/${payment.id}`)).json;
  const merchantOrder = async () => (await api.get(`/merchant_orders/${payment.merchantOrderId}`)).json;
  return { api, control, clock, payment, seen, merchantOrder };
}

afterEach(async () => {
  await simulator.close();
});

describe('a dispute', () => {
  it('holds the payment in mediation; merchant order still says closed', async () => {
    const { control, payment, seen, merchantOrder } = await startPaid();
    control.dispute(payment);
    expect(await seen()).toMatchObject({ status: 'in_mediation' });
    expect(await merchantOrder()).toMatchObject({ status: 'closed', order_status: 'paid', paid_amount: 0 });
  });

  it('that the seller wins leaves it approved', async () => {
    const { control, payment, seen } = await startPaid();
    control.dispute(payment);
    control.endDispute(payment, 'seller');
    expect(await seen()).toMatchObject({ status: 'approved', transaction_amount_refunded: 0 });
  });

  it('that the customer wins gives back what was left of it', async () => {
    const { control, payment, seen, merchantOrder } = await startPaid();
    control.refund(payment, { amount: 500 });
    control.dispute(payment);
    control.endDispute(payment, 'customer');
    expect(await seen()).toMatchObject({ status: 'refunded', transaction_amount_refunded: 1500 });
    expect(await merchantOrder()).toMatchObject({ refunded_amount: 1500, order_status: 'reverted' });
  });
});

describe('a charge back', () => {
  it.each(['settled', 'reimbursed'] as const)('ends %s and stays a charge back', async (outcome) => {
    const { control, payment, seen } = await startPaid();
    control.chargeBack(payment);
    expect(await seen()).toMatchObject({ status: 'charged_back', status_detail: 'in_process' });
    control.endChargeBack(payment, outcome);
    expect(await seen()).toMatchObject({ status: 'charged_back', status_detail: outcome });
  });

  it('of what is already given back is impossible, as is ending what did not begin', async () => {
    const { control, payment } = await startPaid();
    expect(() => control.endChargeBack(payment, 'settled')).toThrow('approved');
    expect(() => control.endDispute(payment, 'seller')).toThrow('approved');
    control.refund(payment);
    expect(() => control.chargeBack(payment)).toThrow('refunded');
    expect(() => control.dispute(payment)).toThrow('refunded');
  });
});

describe('what changes after the sale', () => {
  it('moves date_last_updated of the payment and of its merchant order', async () => {
    const { control, clock, payment, seen, merchantOrder } = await startPaid();
    clock.advance(3 * 24 * 60 * 60_000);
    control.refund(payment, { amount: 1 });
    const day = expect.stringMatching(/^2026-11-26T/) as unknown;
    expect(await seen()).toMatchObject({ date_last_updated: day });
    expect(await merchantOrder()).toMatchObject({ last_updated: day });
  });

  it('is notified to the order’s URL', async () => {
    const receiver = await startReceiver();
    const { control, payment } = await startPaid(receiver.url);
    await control.notifications.settled();
    const before = receiver.received.length;
    control.chargeBack(payment);
    await control.notifications.settled();
    expect(receiver.received.slice(before)).toMatchObject([{ body: { status: 'closed' } }]);
    await receiver.close();
  });
});

describe('the merchant orders search', () => {
  it('can be behind, while reading by id is not', async () => {
    const { api, control, clock, payment, merchantOrder } = await startPaid();
    const search = async () => (await api.get('/merchant_orders/search?external_reference=CAJA01V0001')).json;
    control.behave({ merchantOrderSearchLagMs: 60_000 });
    expect(await search()).toMatchObject({ elements: null });
    expect(await merchantOrder()).toMatchObject({ status: 'closed' });
    clock.advance(59_000);
    expect(await search()).toMatchObject({ elements: [{ id: payment.merchantOrderId, status: 'closed' }] });
  });

  it('that is behind shows a payment that is not there yet as missing', async () => {
    const { api, control, clock } = await startPaid();
    await api.putOrder(anOrder({ external_reference: 'CAJA01V0002' }));
    control.behave({ merchantOrderSearchLagMs: 60_000 });
    const scan = control.scanOrder(pos);
    clock.advance(60_000);
    control.pay(scan);
    expect((await api.get('/merchant_orders/search?external_reference=CAJA01V0002')).json).toMatchObject({
      elements: [{ status: 'opened', payments: [] }],
    });
  });
});

describe('a notification sent before', () => {
  it('can be sent again, word for word', async () => {
    const receiver = await startReceiver();
    const { control } = await startPaid(receiver.url);
    await control.notifications.settled();
    const closed = control.notifications.deliveries().findLast(({ status }) => status === 'closed');
    const sent = receiver.received.findLast(({ body }) => body.status === 'closed');
    control.notifications.resend(closed?.id ?? 0);
    await control.notifications.settled();
    expect(receiver.received.at(-1)).toEqual(sent);
    expect(() => control.notifications.resend(99_999)).toThrow('no such notification');
    await receiver.close();
  });
});
