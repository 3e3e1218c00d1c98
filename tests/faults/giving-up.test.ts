import { expect, it } from 'vitest';
import { deleteRefusalCodes } from '../../simulator/control/control';
import { draftTotal } from '../../shared/sale';
import { aDraft } from '../support/builders';
import { openCounter, POS, type Counter } from '../support/faults/a-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

const deletions = (counter: Counter) =>
  counter.control.requests.list().filter(({ method, path }) => method === 'DELETE' && path.endsWith('/orders'));

const mercadoPagoHasAnOrder = async ({ simulator, control }: Counter): Promise<boolean> => {
  const { userId, accessToken } = control.account;
  const { status } = await fetch(`${simulator.url}/instore/qr/seller/collectors/${userId}/pos/${POS}/orders`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return status === 200;
};

/** Starting another sale is how a cashier would sell in another way, or to another customer. */
const anotherSale = ({ request }: Counter) => {
  const draft = aDraft(500);
  return request('checkout.start', { draft, expectedTotal: draftTotal(draft) });
};

describeFault('Q1', () => {
  it.each(deleteRefusalCodes)('%s: the sale stays closed to changes until the customer has paid it', async (code) => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    counter.control.startPaying(scan);
    counter.control.refuseDelete(POS, code, { times: 10_000 });
    await counter.cancel(id);
    // Longer than the search may lag: then one empty search would be enough to say that it is gone.
    await until('DELETE to be refused again and again', () => deletions(counter).length >= 6);
    expect(deletions(counter).map(({ status }) => status)).not.toContain(204);
    expect(counter.stored(id)?.kind).toBe('cancelling');
    expect(await counter.finish(id)).toMatchObject({ ok: false, error: { code: 'chargeInProgress' } });
    expect(await anotherSale(counter)).toMatchObject({ ok: false, error: { code: 'chargeInProgress' } });

    counter.control.pay(scan);
    expect(await counter.reaches(id, 'paid')).toMatchObject({ settlement: { received: 15_000 } });
    expect(await counter.tickets(1)).toHaveLength(1);
  });
});

describeFault('Q2', () => {
  const expiring = { rhythm: { expiryGraceMs: -59_000, pollMs: 60_000, patienceMs: 60_000 }, expiresInMinutes: 1 };

  it('a payment that nobody announced, when time runs out', async () => {
    const counter = await openCounter(expiring);
    const id = await counter.waiting(15_000);
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('a payment while the program was closed past the expiry', async () => {
    const counter = await openCounter({ expiresInMinutes: 1 });
    const id = await counter.waiting(15_000);
    counter.control.pay(counter.control.scanOrder(POS));
    counter.control.clock.advance(3_600_000);
    counter.moveClock(3_600_000);
    await counter.restart();
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('no answer when time runs out: not expired before Mercado Pago says that nothing was paid', async () => {
    const counter = await openCounter(expiring);
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ fault: { kind: 'status', status: 503 } });
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'cancelling');
    await until('the trouble to show', async () => (await counter.onScreen()).trouble);
    expect(counter.stored(id)?.kind).toBe('cancelling');
    mend();
    await counter.reaches(id, 'paid');
  });

  it('nobody paid: expires, and nothing is left to scan', async () => {
    const counter = await openCounter(expiring);
    const id = await counter.waiting(15_000);
    await counter.reaches(id, 'expired');
    expect(await mercadoPagoHasAnOrder(counter)).toBe(false);
  });
});

describeFault('Q10', () => {
  it.each([
    ['a 500', { kind: 'status', status: 500 }],
    ['a dropped connection', { kind: 'drop' }],
    ['a page', { kind: 'html', status: 502 }],
  ] as const)('%s for every DELETE: no other sale, no end, and the order is known to stand', async (_what, fault) => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ match: { method: 'DELETE' }, fault });
    await counter.cancel(id);
    await until('many tries', () => deletions(counter).length >= 6);
    expect(counter.stored(id)?.kind).toBe('cancelling');
    expect(await anotherSale(counter)).toMatchObject({ ok: false, error: { code: 'chargeInProgress' } });
    expect(await counter.finish(id)).toMatchObject({ ok: false, error: { code: 'chargeInProgress' } });
    expect(await mercadoPagoHasAnOrder(counter)).toBe(true);

    mend();
    await counter.reaches(id, 'cancelled');
    expect(await mercadoPagoHasAnOrder(counter)).toBe(false);
    expect(await counter.finish(id)).toMatchObject({ ok: true });
    expect(await anotherSale(counter)).toMatchObject({ ok: true });
  });

  it('a DELETE that is answered as done and was not: asked for again until the order is seen to be gone', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'pretend' } });
    await counter.cancel(id);
    await until('many tries', () => deletions(counter).length >= 4);
    expect(counter.stored(id)?.kind).toBe('cancelling');
    expect(await anotherSale(counter)).toMatchObject({ ok: false, error: { code: 'chargeInProgress' } });
    mend();
    await counter.reaches(id, 'cancelled');
    expect(await mercadoPagoHasAnOrder(counter)).toBe(false);
  });
});

describeFault('Q11', () => {
  it('no order on the caja, nothing to scan, and no money taken', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    await counter.cancel(id);
    await counter.reaches(id, 'cancelled');
    expect(await mercadoPagoHasAnOrder(counter)).toBe(false);
    expect(counter.control.scan(POS).kind).toBe('waitingScreen');
    expect(counter.printer.papers()).toEqual([]);
  });

  it('cancelled before the order was made: none is made afterwards', async () => {
    const counter = await openCounter();
    const mend = counter.control.faults.add({
      match: { method: 'PUT', path: '/orders$' },
      fault: { kind: 'status', status: 503 },
    });
    const id = await counter.chargeAmounts(15_000);
    await until('a first try', async () => (await counter.onScreen()).trouble);
    await counter.cancel(id);
    mend();
    await counter.reaches(id, 'cancelled');
    expect(await mercadoPagoHasAnOrder(counter)).toBe(false);
  });

  it('the program ends during the cancel: the order is gone after the next start', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'drop' } });
    await counter.cancel(id);
    await counter.restart();
    expect(await mercadoPagoHasAnOrder(counter)).toBe(true);
    mend();
    await counter.reaches(id, 'cancelled');
    expect(await mercadoPagoHasAnOrder(counter)).toBe(false);
  });
});

describeFault('Q23', () => {
  const searches = (counter: Counter, reference: string) =>
    counter.control.requests
      .list()
      .map(({ path }, index) => ({ path, index }))
      .filter(({ path }) => path.includes(`external_reference=${reference}`));

  it('paid: the search finds it', async () => {
    const counter = await openCounter({ rhythm: { pollMs: 60_000, patienceMs: 60_000 } });
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    counter.control.refuseDelete(POS, 'in_store_order_delete_error', { times: 10_000 });
    await counter.cancel(id);
    await counter.reaches(id, 'cancelling');
    counter.control.pay(scan);
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('nothing to delete: cancelled, and not before a search that came after the refusal', async () => {
    const counter = await openCounter({
      simulator: { behaviour: { deleteWithoutOrder: 'in_store_order_delete_error' } },
    });
    const id = await counter.waiting(15_000);
    const { attempt } = await counter.reaches(id, 'awaitingPayment');
    // Somebody else took it down between our look and our DELETE, and DELETE says the same as it would of a paid one.
    counter.control.refuseDelete(POS, 'in_store_order_delete_error', { times: 1 });
    await counter.cancel(id);
    await counter.reaches(id, 'cancelled');
    const refused = counter.control.requests
      .list()
      .findIndex(({ method, status }) => method === 'DELETE' && status === 400);
    expect(refused).toBeGreaterThanOrEqual(0);
    expect(searches(counter, attempt.reference).some(({ index }) => index > refused)).toBe(true);
    expect(await mercadoPagoHasAnOrder(counter)).toBe(false);
  });

  it('paid while DELETE is refused and the search is behind: waits for it', async () => {
    const counter = await openCounter({ rhythm: { pollMs: 60_000, patienceMs: 60_000, indexLagMs: 3_000 } });
    const id = await counter.waiting(15_000);
    counter.control.behave({ merchantOrderSearchLagMs: 3_600_000 });
    counter.control.pay(counter.control.scanOrder(POS));
    counter.control.requests.clear();
    await counter.cancel(id);
    const looks = () => counter.control.requests.list().filter(({ method }) => method === 'GET').length;
    await until('some looks', () => looks() >= 4);
    expect(counter.stored(id)?.kind).toBe('cancelling');
    counter.control.behave({ merchantOrderSearchLagMs: 0 });
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });
});
