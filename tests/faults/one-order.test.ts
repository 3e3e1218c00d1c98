import { expect, it } from 'vitest';
import { openCounter, POS, type Counter } from '../support/faults/a-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

const put = { method: 'PUT', path: '/orders$' } as const;

const puts = (counter: Counter) => counter.control.requests.list().filter(({ method }) => method === 'PUT');

const payable = (counter: Counter) => counter.control.allPos().flatMap(({ order }) => order ?? []);

/** An order that was put over another one, or was refused because of it, shows that both were to be paid. */
function neverTwoAtOnce(counter: Counter): void {
  expect(payable(counter).length).toBeLessThanOrEqual(1);
  expect(counter.control.orders().map(({ state }) => state)).not.toContain('replaced');
  expect(puts(counter).map(({ status }) => status)).not.toContain(409);
}

describeFault('Q3', () => {
  it('paid late, after its cancel: the next customer’s order stays, and each sale has its own money', async () => {
    const counter = await openCounter();
    const first = await counter.waiting(10_000);
    const open = counter.control.scanOrder(POS);
    await counter.cancel(first);
    await counter.reaches(first, 'cancelled');
    const second = await counter.waiting(20_000);
    const { attempt } = await counter.reaches(second, 'awaitingPayment');

    counter.control.requests.clear();
    counter.control.pay(open);
    await counter.reaches(first, 'needsAttention');
    const looks = () => counter.control.requests.list().filter(({ path }) => path.includes('merchant_orders')).length;
    await until('every late look at the first sale', () => looks() >= 6);
    expect(counter.control.orderOn(POS)).toMatchObject({ externalReference: attempt.reference });
    expect(counter.control.requests.list().filter(({ method }) => method === 'DELETE')).toEqual([]);

    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(second, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('paid, and the next sale begun at once: no clean-up of the first takes the second down', async () => {
    const counter = await openCounter();
    const first = await counter.waiting(10_000);
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(first, 'paid');
    const second = await counter.waiting(20_000);
    const { attempt } = await counter.reaches(second, 'awaitingPayment');
    const looksAtCaja = () => counter.control.requests.list().filter(({ path }) => path.endsWith('/orders')).length;
    const before = looksAtCaja();
    await until('the late looks at the caja', () => looksAtCaja() >= before + 3);
    expect(counter.control.orderOn(POS)).toMatchObject({ externalReference: attempt.reference });
    expect(counter.stored(second)?.kind).toBe('awaitingPayment');
  });

  it('a start of the program in between takes only what is over down', async () => {
    const counter = await openCounter();
    const first = await counter.waiting(10_000);
    await counter.cancel(first);
    await counter.reaches(first, 'cancelled');
    const second = await counter.waiting(20_000);
    await counter.restart();
    const looks = () => counter.control.requests.list().filter(({ path }) => path.includes('merchant_orders')).length;
    const before = looks();
    await until('some looks', () => looks() >= before + 4);
    expect(payable(counter)).toHaveLength(1);
    expect(counter.stored(second)?.kind).toBe('awaitingPayment');
  });
});

describeFault('Q12', () => {
  it('the 204 is lost on the wire: one order, one PUT, one reference', async () => {
    const counter = await openCounter();
    counter.control.faults.add({ match: { ...put, times: 1 }, fault: { kind: 'loseAnswer' } });
    const id = await counter.chargeAmounts(10_000);
    const { attempt } = await counter.reaches(id, 'awaitingPayment');
    expect(counter.control.orders().map(({ externalReference }) => externalReference)).toEqual([attempt.reference]);
    expect(puts(counter)).toHaveLength(1);
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('the customer pays before the lost answer is missed: paid, and nothing new on the caja', async () => {
    const counter = await openCounter();
    counter.control.faults.add({ match: { ...put, times: 1 }, fault: { kind: 'neverAnswer', handled: true } });
    const id = await counter.chargeAmounts(10_000);
    await until('the order to be there', () => counter.control.orderOn(POS));
    counter.control.pay(counter.control.scanOrder(POS));
    counter.control.faults.hangUp();
    await counter.reaches(id, 'paid');
    expect(counter.control.orders()).toHaveLength(1);
    expect(payable(counter)).toEqual([]);
    expect(await counter.tickets(1)).toHaveLength(1);
  });

  it('the request itself was lost: it is made again, under the same reference', async () => {
    const counter = await openCounter();
    counter.control.faults.add({ match: { ...put, times: 2 }, fault: { kind: 'drop' } });
    const id = await counter.chargeAmounts(10_000);
    const { attempt } = await counter.reaches(id, 'awaitingPayment');
    expect(
      puts(counter).map(({ body }) => (body as { external_reference?: string } | undefined)?.external_reference),
    ).toEqual([undefined, undefined, attempt.reference]);
    expect(counter.control.orders()).toHaveLength(1);
  });

  it('the program ends between the request and its answer, and starts again', async () => {
    const counter = await openCounter();
    counter.control.faults.add({ match: { ...put, times: 1 }, fault: { kind: 'neverAnswer', handled: true } });
    const id = await counter.chargeAmounts(10_000);
    await until('the order to be there', () => counter.control.orderOn(POS));
    expect(counter.stored(id)?.kind).toBe('creatingOrder');
    await counter.restart();
    const { attempt } = await counter.reaches(id, 'awaitingPayment');
    expect(counter.control.orders().map(({ externalReference }) => externalReference)).toEqual([attempt.reference]);
    expect(puts(counter)).toHaveLength(1);
  });
});

describeFault('Q13', () => {
  const twoCajas = {
    stores: [
      {
        name: 'Kiosco La Esquina',
        externalId: 'SUC001',
        pos: [
          { name: 'Caja 1', externalId: POS },
          { name: 'Caja 2', externalId: 'SUC001CAJA02' },
        ],
      },
    ],
  };

  it.each([
    ['a lost answer', { kind: 'loseAnswer' }],
    ['a 503', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'drop' }],
    ['a page', { kind: 'html', status: 502 }],
  ] as const)('%s: cancelled and charged again, three times', async (_what, fault) => {
    const counter = await openCounter({ simulator: { behaviour: { pendingOrder: 'refuse' } } });
    for (let sale = 0; sale < 3; sale++) {
      const mend = counter.control.faults.add({ match: { ...put, times: 2 }, fault });
      const id = await counter.chargeAmounts(10_000 + sale);
      await until('the first try', () => puts(counter).length > 0 && puts(counter).at(-1)?.fault !== null);
      await counter.cancel(id);
      mend();
      await counter.reaches(id, 'cancelled');
      neverTwoAtOnce(counter);
      expect(payable(counter)).toEqual([]);
      counter.control.requests.clear();
    }
    const last = await counter.waiting(50_000);
    neverTwoAtOnce(counter);
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(last, 'paid');
  });

  it('another caja cannot be chosen while an order of this one may be paid', async () => {
    const counter = await openCounter({ simulator: twoCajas });
    const [store] = await choicesOf(counter.request('setup.listStores'));
    const registers = await choicesOf(counter.request('setup.listRegisters', { storeId: store?.id ?? '' }));
    const other = registers.find(({ externalId }) => externalId === 'SUC001CAJA02');
    const choice = { storeId: store?.id ?? '', registerId: other?.id ?? '' };

    const id = await counter.waiting(10_000);
    expect(await counter.request('setup.chooseRegister', choice)).toMatchObject({
      ok: false,
      error: { code: 'chargeInProgress' },
    });
    counter.control.faults.add({ match: { method: 'DELETE', times: 3 }, fault: { kind: 'drop' } });
    await counter.cancel(id);
    expect(await counter.request('setup.chooseRegister', choice)).toMatchObject({
      ok: false,
      error: { code: 'chargeInProgress' },
    });
    await counter.reaches(id, 'cancelled');
    expect(await counter.request('setup.chooseRegister', choice)).toMatchObject({ ok: true });
    await counter.waiting(20_000);
    neverTwoAtOnce(counter);
  });

  it('a look at a caja that cannot be trusted is no leave to put an order on it', async () => {
    const counter = await openCounter({ simulator: { behaviour: { pendingOrder: 'refuse' } } });
    const mend = counter.control.faults.add({
      match: { method: 'GET', path: '/orders$' },
      fault: { kind: 'html', status: 200 },
    });
    const id = await counter.chargeAmounts(10_000);
    await until('the trouble to show', async () => (await counter.onScreen()).trouble);
    expect(puts(counter)).toEqual([]);
    mend();
    await counter.reaches(id, 'awaitingPayment');
    neverTwoAtOnce(counter);
  });
});

async function choicesOf<Choice>(
  reply: Promise<{ readonly ok: true; readonly value: readonly Choice[] } | { readonly ok: false }>,
): Promise<readonly Choice[]> {
  const answered = await reply;
  return answered.ok ? answered.value : [];
}
