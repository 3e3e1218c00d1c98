import dns from 'node:dns';
import { afterEach, expect, it, vi } from 'vitest';
import { minor } from '../../shared/money';
import { units } from '../../shared/quantity';
import type { Draft } from '../../shared/sale';
import type { ApiFaultRule } from '../../simulator/faults/fault-rules';
import { openCounter, POS, type Counter } from '../support/faults/a-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

afterEach(() => {
  vi.restoreAllMocks();
});

const coffee = { code: '7790001000033', name: 'Café con leche', price: 2400 };

const aCoffee = (price: number): Draft => ({
  saleId: crypto.randomUUID(),
  lines: [
    {
      kind: 'product',
      id: 'line-0',
      productId: coffee.code,
      name: coffee.name,
      unitPrice: minor(price),
      unit: 'unit',
      quantity: units(1),
    },
  ],
});

const start = (counter: Counter, draft: Draft, expectedTotal: number) =>
  counter.request('checkout.start', { draft, expectedTotal: minor(expectedTotal) });

/** The manager writes another price into the catalogue. */
const reprice = (counter: Counter, price: number): void => {
  const product = counter.till.catalogue.findByCode(coffee.code);
  if (!product) throw new Error('no coffee');
  counter.till.catalogue.replaceAll([{ ...product, price: minor(price) }]);
};

describeFault('Q9', () => {
  it('a discount on the sale that waits is refused, and its order stays as it was', async () => {
    const counter = await openCounter({ products: [coffee] });
    const draft = aCoffee(240_000);
    const id = await counter.charge(draft);
    await counter.reaches(id, 'awaitingPayment');
    const cheaper = { ...draft, lines: draft.lines.map((line) => ({ ...line, unitPrice: minor(100_000) })) };
    expect(await start(counter, cheaper, 100_000)).toMatchObject({ ok: false, error: { code: 'chargeInProgress' } });
    expect(counter.control.orderOn(POS)).toMatchObject({ amount: 2400 });
    expect(counter.control.orders()).toHaveLength(1);
  });

  it('a price that changes while the QR waits changes neither order, nor comparison, nor ticket', async () => {
    const counter = await openCounter({ products: [coffee] });
    const id = await counter.charge(aCoffee(240_000));
    await counter.reaches(id, 'awaitingPayment');
    reprice(counter, 999_900);
    await counter.verify(id);
    expect(counter.control.orderOn(POS)).toMatchObject({ amount: 2400 });
    counter.control.pay(counter.control.scanOrder(POS));
    expect(await counter.reaches(id, 'paid')).toMatchObject({ settlement: { received: 240_000 } });
    const [ticket] = await counter.tickets(1);
    expect(ticket).toMatch(/TOTAL.*2\.400,00/);
  });

  it('a price that changed between the screen and the charge is refused', async () => {
    const counter = await openCounter({ products: [coffee] });
    reprice(counter, 999_900);
    expect(await start(counter, aCoffee(240_000), 240_000)).toMatchObject({ error: { code: 'priceChanged' } });
    expect(counter.control.orders()).toEqual([]);
  });

  it('a total that the window computed otherwise is refused', async () => {
    const counter = await openCounter({ products: [coffee] });
    expect(await start(counter, aCoffee(240_000), 239_999)).toMatchObject({ error: { code: 'priceChanged' } });
    expect(counter.control.orders()).toEqual([]);
  });

  it('after a cancel the same sale at another price is another order under another reference', async () => {
    const counter = await openCounter({ products: [coffee] });
    const draft = aCoffee(240_000);
    const first = await counter.charge(draft);
    const { attempt } = await counter.reaches(first, 'awaitingPayment');
    await counter.cancel(first);
    await counter.reaches(first, 'cancelled');
    reprice(counter, 200_000);
    const repriced = { ...draft, lines: draft.lines.map((line) => ({ ...line, unitPrice: minor(200_000) })) };
    const second = await counter.charge(repriced);
    await counter.reaches(second, 'awaitingPayment');
    expect(counter.control.orderOn(POS)).toMatchObject({ amount: 2000 });
    expect(counter.control.orderOn(POS)?.externalReference).not.toBe(attempt.reference);
  });
});

describeFault('Q14', () => {
  const looking = { path: 'merchant_orders' };
  const breakdowns: readonly (readonly [string, ApiFaultRule, string])[] = [
    ['500', { match: looking, fault: { kind: 'status', status: 500 } }, 'mercadoPagoDown'],
    ['503', { match: looking, fault: { kind: 'status', status: 503 } }, 'mercadoPagoDown'],
    ['an HTML 405', { match: looking, fault: { kind: 'html', status: 405 } }, 'unexpectedAnswer'],
    ['an HTML 200', { match: looking, fault: { kind: 'html', status: 200 } }, 'unexpectedAnswer'],
    ['JSON cut in the middle', { match: looking, fault: { kind: 'garbage' } }, 'unexpectedAnswer'],
    ['401', { match: looking, fault: { kind: 'status', status: 401 } }, 'tokenInvalid'],
    ['429', { match: looking, fault: { kind: 'status', status: 429 } }, 'rateLimited'],
    ['a dropped connection', { match: looking, fault: { kind: 'drop' } }, 'offline'],
  ];

  it.each(breakdowns)('%s: waits on, says so, and is paid when it is over', async (_what, rule, code) => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add(rule);
    counter.control.pay(counter.control.scanOrder(POS));
    const { trouble } = await until('the trouble to show', async () => {
      const checkout = await counter.onScreen();
      return checkout.trouble && checkout;
    });
    expect(trouble?.code).toBe(code);
    expect(counter.stored(id)?.kind).toMatch(/^(awaitingPayment|verifying)$/);
    mend();
    await counter.reaches(id, 'paid', 15_000);
    expect((await counter.onScreen()).trouble).toBeNull();
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('no DNS: waits on, says so, and is paid when names are found again', async () => {
    const counter = await openCounter({ addressed: (url) => url.replace('127.0.0.1', 'localhost') });
    const id = await counter.waiting(15_000);
    // The system's resolver, as Node asks it, does not know the name any more.
    const noSuchName = Object.assign(new Error('getaddrinfo ENOTFOUND localhost'), { code: 'ENOTFOUND' });
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation((...given: unknown[]) => {
      // Its last argument is the callback, however many come before it.
      const done = given.at(-1) as (error: Error) => void;
      done(noSuchName);
    });
    // However many connections are kept, each of them ends.
    counter.control.faults.add({ fault: { kind: 'drop' } });
    counter.control.pay(counter.control.scanOrder(POS));
    await until('the name to be asked for', () => lookup.mock.calls.length > 0, 15_000);
    counter.control.faults.clear();
    await until('the trouble to show', async () => (await counter.onScreen()).trouble?.code === 'offline', 15_000);
    lookup.mockRestore();
    await counter.reaches(id, 'paid', 15_000);
  });
});
