import { beforeAll, expect, it } from 'vitest';
import { buildRelay } from '../integration/relay/a-process';
import { POS, type Counter } from '../support/faults/a-counter';
import { isHeard, openCounterWithMortalRelay, openHeardCounter } from '../support/faults/a-heard-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

beforeAll(buildRelay, 60_000);

const looksAt = (counter: Counter, merchantOrderId: number): number =>
  counter.control.requests.list().filter(({ path }) => path === `/merchant_orders/${String(merchantOrderId)}`).length;

const notificationUrl = (counter: Counter): string => {
  const url = counter.control.orderOn(POS)?.notificationUrl;
  if (!url) throw new Error('the order has no notification address');
  return url;
};

describeFault('Q7', () => {
  it('opened, sent late and again after closed, changes nothing of a paid sale', async () => {
    const { counter, control } = await openHeardCounter({ simulator: { notifications: { opened: 'everywhere' } } });
    const id = await counter.waiting(15_000);
    const payment = control.pay(control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    for (let noise = 0; noise < 5; noise++) control.notifications.sendOpened(payment.merchantOrderId);
    await control.notifications.settled();
    await counter.verify(id);
    expect(counter.stored(id)?.kind).toBe('paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('closed that is overtaken by an opened still pays', async () => {
    const { counter, control } = await openHeardCounter({ simulator: { notifications: { opened: 'everywhere' } } });
    const id = await counter.waiting(15_000);
    control.notifications.faults.add({ match: { status: 'closed', times: 1 }, fault: { kind: 'afterNext' } });
    control.pay(control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it.each(['refund', 'chargeBack'] as const)(
    'a %s after the sale: still paid, one ticket, and to a person',
    async (how) => {
      const { counter, control } = await openHeardCounter();
      const id = await counter.waiting(15_000);
      const payment = control.pay(control.scanOrder(POS));
      await counter.reaches(id, 'paid');
      await counter.tickets(1);
      control[how](payment);
      await counter.finish(id);
      await until('it to show', async () =>
        (await counter.snapshot()).attention.some(({ state }) => state.attempt.checkoutId === id),
      );
      expect(counter.stored(id)?.kind).toBe('paid');
      expect(await counter.tickets(1)).toHaveLength(1);
    },
  );
});

describeFault('Q16', () => {
  it('the money of a cancelled sale, while the next one waits on the screen', async () => {
    const { counter, control } = await openHeardCounter();
    const first = await counter.waiting(10_000);
    const open = control.scanOrder(POS);
    await counter.cancel(first);
    await counter.reaches(first, 'cancelled');
    const second = await counter.waiting(20_000);

    control.pay(open);
    expect(await counter.reaches(first, 'needsAttention')).toMatchObject({ reason: 'paidAfterCancel' });
    expect((await counter.onScreen()).state).toMatchObject({
      kind: 'awaitingPayment',
      attempt: { checkoutId: second },
    });
    expect(counter.printer.papers()).toEqual([]);

    control.pay(control.scanOrder(POS));
    expect(await counter.reaches(second, 'paid')).toMatchObject({ settlement: { received: 20_000 } });
    const [ticket] = await counter.tickets(1);
    expect(ticket).toMatch(/TOTAL.*200,00/);
    expect(counter.stored(first)?.kind).toBe('needsAttention');
  });

  it('a second payment of a sale that is done, while the next one waits', async () => {
    const { counter, control } = await openHeardCounter();
    const first = await counter.waiting(10_000);
    const again = control.scanOrder(POS);
    control.pay(control.scanOrder(POS));
    await counter.reaches(first, 'paid');
    await counter.tickets(1);
    const second = await counter.waiting(20_000);
    control.pay(again);
    await until('the second payment to show', async () =>
      (await counter.snapshot()).attention.some(({ state }) => state.attempt.checkoutId === first),
    );
    expect(counter.stored(second)?.kind).toBe('awaitingPayment');
    expect(counter.printer.papers()).toHaveLength(1);
  });
});

describeFault('Q19', () => {
  it('fifty times the same message, and fifty that say the same', async () => {
    const { counter, control } = await openHeardCounter();
    const id = await counter.waiting(15_000);
    const url = notificationUrl(counter);
    control.notifications.faults.add({ match: { status: 'closed', times: 1 }, fault: { kind: 'double', copies: 49 } });
    const { merchantOrderId } = control.pay(control.scanOrder(POS));
    for (let copy = 0; copy < 50; copy++) control.notifications.forge({ url, merchantOrderId });
    await control.notifications.settled();
    expect(await counter.reaches(id, 'paid')).toMatchObject({ settlement: { received: 15_000 } });
    expect(await counter.tickets(1)).toHaveLength(1);
    expect((await counter.snapshot()).attention).toEqual([]);
  });

  it('again after the line dropped, after the relay was killed, and after the till started anew', async () => {
    const { relay, line, counter, control } = await openCounterWithMortalRelay();
    const id = await counter.waiting(15_000);
    control.pay(control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    await counter.tickets(1);
    await control.notifications.settled();
    const closed = control.notifications.deliveries().findLast(({ status }) => status === 'closed');
    const again = async () => {
      control.notifications.resend(closed?.id ?? 0);
      await control.notifications.settled();
    };

    line.cut();
    await again();
    line.mend();
    await isHeard(counter);
    await relay.kill();
    await relay.start();
    await isHeard(counter);
    await again();
    await counter.restart();
    await isHeard(counter);
    await again();
    expect(counter.stored(id)).toMatchObject({ kind: 'paid', settlement: { received: 15_000 } });
    expect(await counter.tickets(1)).toHaveLength(1);
    expect(control.orders()).toHaveLength(1);
  });
});

describeFault('Q22', () => {
  it('of the very order that waits: the till looks, and goes on waiting', async () => {
    const { counter, control } = await openHeardCounter();
    const id = await counter.waiting(15_000);
    const scan = control.scanOrder(POS);
    const merchantOrderId = Number(scan.merchantOrderId);
    await control.notifications.settled();
    const before = looksAt(counter, merchantOrderId);
    for (const form of ['webhook', 'ipn'] as const) {
      control.notifications.forge({ url: notificationUrl(counter), merchantOrderId, form });
    }
    await until('a look', () => looksAt(counter, merchantOrderId) > before);
    await control.notifications.settled();
    await counter.verify(id);
    await counter.reaches(id, 'awaitingPayment');
    expect(counter.printer.papers()).toEqual([]);

    control.pay(scan);
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('of an order that does not exist, and of one that somebody else was paid', async () => {
    const { counter, control } = await openHeardCounter();
    const first = await counter.waiting(10_000);
    const paid = control.pay(control.scanOrder(POS));
    await counter.reaches(first, 'paid');
    await counter.tickets(1);
    const second = await counter.waiting(20_000);
    const url = notificationUrl(counter);
    for (const merchantOrderId of [4_040_404_040, paid.merchantOrderId]) {
      const before = looksAt(counter, merchantOrderId);
      control.notifications.forge({ url, merchantOrderId });
      await until('a look', () => looksAt(counter, merchantOrderId) > before);
    }
    await counter.verify(second);
    await counter.reaches(second, 'awaitingPayment');
    expect(counter.printer.papers()).toHaveLength(1);
  });

  it('to an address that the relay did not give: refused there, and the till hears nothing', async () => {
    const { counter, control } = await openHeardCounter();
    await counter.waiting(15_000);
    const merchantOrderId = Number(control.scanOrder(POS).merchantOrderId);
    await control.notifications.settled();
    const before = looksAt(counter, merchantOrderId);
    const url = notificationUrl(counter);
    const last = url.at(-1) === 'A' ? 'B' : 'A';
    control.notifications.forge({ url: `${url.slice(0, -1)}${last}`, merchantOrderId });
    await control.notifications.settled();
    const [attempt] = control.notifications.deliveries().at(-1)?.attempts ?? [];
    expect(attempt?.outcome).toMatchObject({ kind: 'answered' });
    expect(attempt?.outcome).not.toMatchObject({ status: 200 });
    expect(looksAt(counter, merchantOrderId)).toBe(before);
  });
});
