import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewOf } from '../../../shared/checkout/review';
import type { CheckoutState } from '../../../shared/checkout/state';
import { draftTotal } from '../../../shared/sale';
import { minor } from '../../../shared/money';
import { POS, startDesk, type TestDesk } from '../../support/a-desk';
import { aDraft } from '../../support/builders';
import { until } from '../../support/until';

let till: TestDesk;
beforeEach(async () => {
  till = await startDesk();
});
afterEach(() => till.stop());

const merchantOrderOf = (scan: { merchantOrderId: number | null }) => String(scan.merchantOrderId);

describe('charging by attended QR', () => {
  it('puts the order on the configured caja, is paid by a look, and queues one ticket in the same step', async () => {
    const id = till.charge(150_000, 2_550);
    await till.reaches(id, 'awaitingPayment');
    expect(till.control.orderOn(POS)).toMatchObject({ amount: 1525.5 });

    till.control.pay(till.control.scanOrder(POS));
    const paid = await till.reaches(id, 'paid');
    expect(paid.settlement).toMatchObject({ received: 152_550 });
    expect(till.printJobs.find(paid.ticket.jobId)).toMatchObject({ state: 'queued', copy: 0 });
    expect(till.control.orderOn(POS)).toBeNull();
  });

  it('begins its reference with the caja and never uses one twice', async () => {
    const references = new Set<string>();
    for (let sale = 0; sale < 3; sale++) {
      const id = till.charge(10_000);
      const { attempt } = await till.reaches(id, 'awaitingPayment');
      expect(attempt.reference).toMatch(/^SUC001CAJA01[A-Z0-9]+$/);
      references.add(attempt.reference);
      await till.desk.cancel(id);
      await till.reaches(id, 'cancelled');
    }
    expect(references.size).toBe(3);
  });

  it('keeps waiting after a rejected payment and takes the second one of the same scan', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const scan = till.control.scanOrder(POS);
    till.control.pay(scan, { outcome: 'rejected' });
    await until('the rejection to show', () => {
      const state = till.checkouts.find(id);
      return state?.kind === 'awaitingPayment' && state.progress.rejections === 1;
    });
    expect(till.control.orderOn(POS)).not.toBeNull();
    till.control.pay(scan);
    await till.reaches(id, 'paid');
  });

  it('is paid by the second scan while the order of the first stays open for ever', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    till.control.scanOrder(POS);
    till.control.pay(till.control.scanOrder(POS));
    await till.reaches(id, 'paid');
    expect(till.control.merchantOrders().map(({ status }) => status)).toEqual(['opened', 'closed']);
  });

  it('does nothing at a hint about an order that is not closed', async () => {
    till.setRelayConnected(true);
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    await till.desk.hinted(merchantOrderOf(till.control.scanOrder(POS)));
    await till.reaches(id, 'awaitingPayment');
    expect(till.printJobs.waiting()).toEqual([]);
  });

  it('is paid at once by a hint, without waiting for the contingency', async () => {
    till.setRelayConnected(true);
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const scan = till.control.scanOrder(POS);
    till.control.pay(scan);
    await till.desk.hinted(merchantOrderOf(scan));
    expect(till.checkouts.find(id)?.kind).toBe('paid');
  });

  it('prints one ticket for fifty hints about one payment', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const scan = till.control.scanOrder(POS);
    till.control.pay(scan);
    await Promise.all(Array.from({ length: 50 }, () => till.desk.hinted(merchantOrderOf(scan))));
    await till.reaches(id, 'paid');
    expect(till.printJobs.waiting()).toHaveLength(1);
  });

  it('asks by itself only after a time of silence while the relay listens', async () => {
    till.setRelayConnected(true);
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    till.control.requests.clear();
    till.control.pay(till.control.scanOrder(POS));
    await till.reaches(id, 'paid');
    const asked = till.control.requests.list().filter(({ path }) => path.includes('/merchant_orders'));
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('refuses a second charge while one is going on, and a sale that is paid', async () => {
    const id = till.charge(10_000);
    const other = aDraft(500);
    expect(till.desk.start(other, draftTotal(other))).toMatchObject({ error: { code: 'chargeInProgress' } });
    await till.reaches(id, 'awaitingPayment');
    till.control.pay(till.control.scanOrder(POS));
    const { attempt } = await till.reaches(id, 'paid');
    const again = { ...aDraft(10_000), saleId: attempt.sale.id };
    expect(till.desk.start(again, minor(10_000))).toMatchObject({ error: { code: 'saleAlreadyPaid' } });
  });

  it.each([
    ['nothing', aDraft(), 'saleEmpty'],
    ['zero', aDraft(0), 'amountZero'],
    ['more than any sale', aDraft(9_999_999_999, 1), 'amountTooLarge'],
  ])('refuses to charge %s', (_what, draft, code) => {
    expect(till.desk.start(draft, draftTotal(draft))).toMatchObject({ error: { code } });
    expect(till.control.orders()).toEqual([]);
  });

  it('refuses a total that is not what the cashier saw', () => {
    expect(till.desk.start(aDraft(10_000), minor(9_999))).toMatchObject({ error: { code: 'priceChanged' } });
  });
});

describe('giving a charge up', () => {
  it('leaves nothing to pay on the caja, and the next sale gets its own order', async () => {
    const first = till.charge(10_000);
    await till.reaches(first, 'awaitingPayment');
    await till.desk.cancel(first);
    await till.reaches(first, 'cancelled');
    expect(till.control.orderOn(POS)).toBeNull();

    const second = till.charge(20_000);
    await till.reaches(second, 'awaitingPayment');
    till.control.pay(till.control.scanOrder(POS));
    await till.reaches(second, 'paid');
  });

  it.each(['instore_order_locked_error', 'in_store_order_delete_error', 'already_canceled'] as const)(
    'is not cancelled by the answer %s, and ends paid when the customer pays',
    async (code) => {
      const id = till.charge(10_000);
      await till.reaches(id, 'awaitingPayment');
      const scan = till.control.scanOrder(POS);
      till.control.refuseDelete(POS, code, { times: 1_000 });
      await till.desk.cancel(id);
      await till.reaches(id, 'cancelling');
      till.control.pay(scan);
      await till.reaches(id, 'paid');
    },
  );

  it('never removes the order of the next customer', async () => {
    const first = till.charge(10_000);
    await till.reaches(first, 'awaitingPayment');
    await till.desk.cancel(first);
    await till.reaches(first, 'cancelled');
    const second = till.charge(20_000);
    const { attempt } = await till.reaches(second, 'awaitingPayment');
    // Longer than every late look at the first one.
    const begun = Date.now();
    await until('the late looks to be over', () => Date.now() - begun > 900);
    expect(till.control.orderOn(POS)).toMatchObject({ externalReference: attempt.reference });
  });

  it('shows a payment that arrives after it to a person', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const scan = till.control.scanOrder(POS);
    await till.desk.cancel(id);
    await till.reaches(id, 'cancelled');
    till.control.pay(scan);
    expect(await till.reaches(id, 'needsAttention')).toMatchObject({ reason: 'paidAfterCancel' });
    expect(till.printJobs.waiting()).toEqual([]);
    expect(till.desk.attention(10)).toHaveLength(1);
  });

  it('shows a second payment of a sale that is long done to a person', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const [first, second] = [till.control.scanOrder(POS), till.control.scanOrder(POS)];
    till.control.pay(first);
    await till.reaches(id, 'paid');
    till.desk.finish(id);
    expect(till.desk.attention(10)).toEqual([]);
    till.control.pay(second);
    await till.desk.hinted(merchantOrderOf(second));
    await until('the surplus to show', () => till.desk.attention(10).length === 1);
    expect(till.desk.attention(10)[0]?.state).toSatisfy((state: CheckoutState) => reviewOf(state)?.amount === 10_000);
  });

  it('finds the sale of a late payment when the relay names its order during the next charge', async () => {
    const late = await startDesk({ rhythm: { afterlooksMs: [] } });
    try {
      const first = late.charge(10_000);
      await late.reaches(first, 'awaitingPayment');
      const scan = late.control.scanOrder(POS);
      await late.desk.cancel(first);
      await late.reaches(first, 'cancelled');
      const second = late.charge(20_000);
      await late.reaches(second, 'awaitingPayment');
      late.control.pay(scan);
      await late.desk.hinted(merchantOrderOf(scan));
      await late.reaches(first, 'needsAttention');
      expect(late.checkouts.find(second)?.kind).toBe('awaitingPayment');
    } finally {
      await late.stop();
    }
  });

  it('expires by asking, and takes the order down', async () => {
    // A grace below zero lets time run out early, so that nobody waits a minute.
    const early = await startDesk({ rhythm: { expiryGraceMs: -59_500 } });
    try {
      early.settings.update({ charge: { ...early.settings.read().charge, expiresInMinutes: 1 } });
      const id = early.charge(10_000);
      await early.reaches(id, 'awaitingPayment');
      await early.reaches(id, 'expired');
      expect(early.control.orderOn(POS)).toBeNull();
    } finally {
      await early.stop();
    }
  });

  it('ends paid when the customer pays as time runs out', async () => {
    const early = await startDesk({ rhythm: { expiryGraceMs: -59_000, pollMs: 60_000 } });
    try {
      early.settings.update({ charge: { ...early.settings.read().charge, expiresInMinutes: 1 } });
      const id = early.charge(10_000);
      await early.reaches(id, 'awaitingPayment');
      early.control.pay(early.control.scanOrder(POS));
      await early.reaches(id, 'paid');
    } finally {
      await early.stop();
    }
  });
});

describe('what was left on the caja', () => {
  it('is taken down at the start when it is of a charge of ours that is over', async () => {
    const id = till.charge(10_000);
    const waiting = await till.reaches(id, 'awaitingPayment');
    const at = new Date().toISOString();
    const cancelled = { kind: 'cancelled', attempt: waiting.attempt, at } as const;
    till.checkouts.commit({ at, event: { kind: 'cancelRequested' }, from: waiting, to: cancelled, printJob: null });
    till.checkouts.finish(id, at);
    till.restart();
    await until('the caja to be free', () => till.control.orderOn(POS) === null);
  });

  it('is never touched when it is not ours, and the charge says so', async () => {
    const response = await fetch(
      `${till.simulator.url}/instore/qr/seller/collectors/446566691/stores/SUC001/pos/${POS}/orders`,
      {
        method: 'PUT',
        headers: { authorization: 'Bearer TEST-practice-token', 'content-type': 'application/json' },
        body: JSON.stringify({
          external_reference: 'SOMEBODYELSE1',
          title: 'Otra venta',
          description: 'Otra venta',
          total_amount: 10,
          items: [{ title: 'Otra', unit_price: 10, quantity: 1, unit_measure: 'unit', total_amount: 10 }],
        }),
      },
    );
    expect(response.status).toBe(204);
    const id = till.charge(10_000);
    expect(await till.reaches(id, 'rejected')).toMatchObject({ code: 'registerOccupied' });
    till.restart();
    await until('the start to have looked', () => till.log.includes('register.occupied'));
    expect(till.control.orderOn(POS)?.externalReference).toBe('SOMEBODYELSE1');
  });
});

describe('when Mercado Pago is in trouble', () => {
  const putOrder = { method: 'PUT', path: '/orders$' } as const;

  it('finds an order whose answer was lost instead of making another', async () => {
    till.control.faults.add({ match: { ...putOrder, times: 1 }, fault: { kind: 'loseAnswer' } });
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    expect(till.control.orders()).toHaveLength(1);
    expect(till.control.requests.list().filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('takes up an order that the program asked for and did not hear of', async () => {
    till.control.faults.add({ match: { ...putOrder, times: 1 }, fault: { kind: 'loseAnswer' } });
    const id = till.charge(10_000);
    await until('the order to be there', () => till.control.orderOn(POS));
    till.restart();
    await till.reaches(id, 'awaitingPayment');
    expect(till.control.orders()).toHaveLength(1);
  });

  it('never says refused while an order may be there that it could not look for', async () => {
    till.control.faults.add({ match: { ...putOrder, times: 1 }, fault: { kind: 'loseAnswer' } });
    const clear = till.control.faults.add({
      match: { method: 'GET', path: '/orders$', after: 1 },
      fault: { kind: 'status', status: 401 },
    });
    const id = till.charge(10_000);
    await until('the trouble to show', () => till.desk.current()?.trouble?.code === 'tokenInvalid');
    expect(till.checkouts.find(id)?.kind).toBe('creatingOrder');
    clear();
    await till.reaches(id, 'awaitingPayment');
    expect(till.control.orders()).toHaveLength(1);
  });

  it('is paid after a restart although the payment came while the program was closed', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    till.control.pay(till.control.scanOrder(POS));
    till.restart();
    await till.reaches(id, 'paid');
    expect(till.printJobs.waiting()).toHaveLength(1);
  });

  it.each([500, 503, 429])('keeps trying after status %i, and says so meanwhile', async (status) => {
    till.control.faults.add({ match: { ...putOrder, times: 3 }, fault: { kind: 'status', status } });
    const id = till.charge(10_000);
    await until('the trouble to show', () => till.desk.current()?.trouble);
    await till.reaches(id, 'awaitingPayment');
    expect(till.desk.current()?.trouble).toBeNull();
  });

  it('keeps waiting for the payment through errors, garbage and silence', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const search = { path: 'merchant_orders' } as const;
    till.control.faults.add({ match: { ...search, times: 2 }, fault: { kind: 'status', status: 500 } });
    till.control.faults.add({ match: { ...search, times: 2 }, fault: { kind: 'html', status: 405 } });
    till.control.faults.add({ match: { ...search, times: 1 }, fault: { kind: 'garbage' } });
    till.control.faults.add({ match: { ...search, times: 1 }, fault: { kind: 'drop' } });
    till.control.pay(till.control.scanOrder(POS));
    await till.reaches(id, 'paid');
  });

  it('can be cancelled while the order can not even be made', async () => {
    const clear = till.control.faults.add({ match: { path: '/orders$' }, fault: { kind: 'status', status: 500 } });
    const id = till.charge(10_000);
    await until('the trouble to show', () => till.desk.current()?.trouble);
    await till.desk.cancel(id);
    await till.reaches(id, 'cancelling');
    clear();
    await till.reaches(id, 'cancelled');
    expect(till.control.orderOn(POS)).toBeNull();
  });

  it('shows a charge to a person when the account is lost for good and its time is over, and not before', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const restore = till.control.faults.add({ match: {}, fault: { kind: 'status', status: 401 } });
    await till.desk.cancel(id);
    await until('the trouble to show', () => till.desk.current()?.trouble?.code === 'tokenInvalid');
    expect(till.checkouts.find(id)?.kind).toBe('cancelling');
    till.control.clock.advance(20 * 60_000);
    till.moveClock(20 * 60_000);
    expect(await till.reaches(id, 'needsAttention')).toMatchObject({ reason: 'notVerified' });
    restore();
    await till.desk.verify(id);
    await till.reaches(id, 'cancelled');
  });

  it('ends as rejected when Mercado Pago will never take the order', async () => {
    const register = { id: '9', name: 'Caja 9', externalId: 'SUC001CAJA09', storeName: 'K', externalStoreId: 'SUC001' };
    till.settings.update({ register });
    const id = till.charge(10_000);
    expect(await till.reaches(id, 'rejected')).toMatchObject({ code: 'registerNotFound' });
  });
});
