import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { countries, siteSchema, type Site } from '../../../shared/country';
import type { Result } from '../../../shared/errors';
import { fromDecimal, minor } from '../../../shared/money';
import { aLine } from '../../support/an-attempt-of';
import { startInstoreOrdersWorld, type InstoreOrdersWorld } from './instore-orders-world';

let world: InstoreOrdersWorld;
const start = async (site: Site = 'MLA') => (world = await startInstoreOrdersWorld(site));
afterEach(() => world.close());

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`a failure where none was to be: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A paid sale. */
async function paid(price = 150_000) {
  const attempt = world.attempt({ lines: [aLine({ price, thousandths: 1000 })] });
  valueOf(await world.gateway.putOrder(attempt, world.terms));
  const { id } = world.pay(world.scan());
  return { attempt, id };
}

const HOUR_MS = 3_600_000;
const around = () => {
  const now = world.control.clock.now().getTime();
  const registerId = String(world.control.allPos()[0]?.id);
  return { registerId, since: new Date(now - HOUR_MS), until: new Date(now + HOUR_MS) };
};
const refund = (paymentId: string, amount: number | null, idempotencyKey = crypto.randomUUID()) =>
  world.gateway.requestRefund({ paymentId, amount: amount === null ? null : minor(amount), idempotencyKey });

describe('the payments of a caja', () => {
  it.each(siteSchema.options)('are found with their exact amounts in %s, and one by one', async (site) => {
    await start(site);
    const { attempt, id } = await paid(199_900);
    const found = valueOf(await world.gateway.searchPayments(around()));
    expect(found).toMatchObject([
      {
        id,
        reference: attempt.reference,
        status: 'approved',
        amount: attempt.sale.total,
        givenBack: 0,
        currency: countries[site].currency,
      },
    ]);
    expect(valueOf(await world.gateway.fetchPayment(id))).toEqual(found[0]);
  });

  it('are all of them, although a page holds thirty', async () => {
    await start();
    for (let sales = 0; sales < 65; sales += 1) await paid(100);
    const found = valueOf(await world.gateway.searchPayments(around()));
    expect(new Set(found.map(({ id }) => id)).size).toBe(65);
  });

  it('are those that changed in the time asked for', async () => {
    await start();
    const { id } = await paid();
    const asked = around();
    world.control.clock.advance(24 * HOUR_MS);
    expect(valueOf(await world.gateway.searchPayments(around()))).toEqual([]);
    world.refund({ id }, 50_000);
    expect(valueOf(await world.gateway.searchPayments(around()))).toMatchObject([{ id, givenBack: 50_000 }]);
    expect(valueOf(await world.gateway.searchPayments(asked))).toEqual([]);
  });

  it('are those that were approved in the time asked for, whatever became of them later', async () => {
    await start();
    const { id } = await paid();
    const asked = { ...around(), by: 'approval' as const };
    world.control.clock.advance(24 * HOUR_MS);
    world.refund({ id }, 50_000);
    expect(valueOf(await world.gateway.searchPayments(asked))).toMatchObject([{ id, givenBack: 50_000 }]);
    expect(valueOf(await world.gateway.searchPayments({ ...around(), by: 'approval' }))).toEqual([]);
  });

  it('say what the provider keeps of them, where it says so', async () => {
    await start();
    world.control.behave({ commissionBasisPoints: 99 });
    const { id } = await paid(150_000);
    expect(valueOf(await world.gateway.fetchPayment(id))).toMatchObject({ commission: 1_485, net: 148_515 });
    world.control.showPayment(Number(id), { fee_details: null, transaction_details: {} });
    expect(valueOf(await world.gateway.fetchPayment(id))).toMatchObject({ commission: null, net: null });
  });

  it('are not those of another caja', async () => {
    await start();
    await paid();
    expect(valueOf(await world.gateway.searchPayments({ ...around(), registerId: '1' }))).toEqual([]);
  });

  it('count as given back whole when they were charged back', async () => {
    await start();
    const { id } = await paid();
    world.control.chargeBack(Number(id));
    expect(valueOf(await world.gateway.fetchPayment(id))).toMatchObject({ status: 'charged_back', givenBack: 150_000 });
  });

  it.each(['1', 'abc', '..', ''])('do not exist under %j', async (id) => {
    await start();
    expect(await world.gateway.fetchPayment(id)).toMatchObject({ ok: false, error: { code: 'paymentNotFound' } });
  });
});

describe('a refund', () => {
  it.each(siteSchema.options)('gives exactly the part that is asked for in %s', async (site) => {
    await start(site);
    const { id } = await paid(199_900);
    expect(valueOf(await refund(id, 1_999))).toMatchObject({ status: 'approved', amount: 1_999 });
    const { refundedAmount } = world.control.merchantOrders()[0]?.payments[0] ?? {};
    expect(fromDecimal(refundedAmount ?? 0, countries[site].currency)).toBe(1_999);
  });

  it('without an amount gives everything', async () => {
    await start();
    const { id } = await paid();
    expect(valueOf(await refund(id, null))).toMatchObject({ status: 'approved', amount: 150_000 });
  });

  it('under the same key is the same refund', async () => {
    await start();
    const { id } = await paid();
    const key = crypto.randomUUID();
    const [first, second] = await Promise.all([refund(id, 50_000, key), refund(id, 50_000, key)]);
    expect(valueOf(first).id).toBe(valueOf(second).id);
    expect(valueOf(await world.gateway.listRefunds(id))).toHaveLength(1);
  });

  it('that was made elsewhere is in the list too', async () => {
    await start();
    const { id } = await paid();
    world.refund({ id }, 10_000);
    expect(valueOf(await world.gateway.listRefunds(id))).toMatchObject([{ amount: 10_000, status: 'approved' }]);
  });

  it.each(['in_process', 'rejected'] as const)('that is %s says so, and is no failure', async (status) => {
    await start();
    const { id } = await paid();
    world.control.nextRefunds(status);
    expect(valueOf(await refund(id, 50_000)).status).toBe(status === 'rejected' ? 'rejected' : 'inProcess');
  });

  it.each([
    [2000, 'paymentNotFound'],
    [2024, 'refundTooOld'],
    [15016, 'refundTooOld'],
    [2031, 'refundNoFunds'],
    [2063, 'refundNotPossible'],
    [2085, 'refundTooLarge'],
    [3024, 'refundOnlyWhole'],
    [4040, 'refundTooLarge'],
    [4041, 'refundTooLarge'],
    [4296, 'refundNotPossible'],
  ] as const)('refused with %i is known not to be made: %s', async (number, code) => {
    await start();
    const { id } = await paid();
    world.control.refuseRefunds(number);
    expect(await refund(id, 50_000)).toMatchObject({ ok: false, error: { code, outcomeKnown: true } });
  });

  it.each([
    [{ kind: 'status', status: 500 }, 'mercadoPagoDown', false],
    [{ kind: 'status', status: 401 }, 'tokenInvalid', true],
    [{ kind: 'status', status: 429 }, 'rateLimited', true],
    [{ kind: 'drop' }, 'offline', false],
    [{ kind: 'loseAnswer' }, 'offline', false],
  ] as const)('under %o is sent once, and says %s; outcome known: %s', async (fault, code, outcomeKnown) => {
    await start();
    const { id } = await paid();
    world.control.faults.add({ match: { method: 'POST', path: '/refunds$' }, fault });
    expect(await refund(id, 50_000)).toMatchObject({ ok: false, error: { code, outcomeKnown } });
    const sent = world.control.requests
      .list()
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/refunds'));
    expect(sent).toHaveLength(1);
  });

  it('of a payment of another account does not exist', async () => {
    await start();
    expect(await refund('1', 50_000)).toMatchObject({ ok: false, error: { code: 'paymentNotFound' } });
  });

  it('shows the access token nowhere', async () => {
    await start();
    const { id } = await paid();
    const results = [await refund(id, 1), await refund(id, 999_999_999), await world.gateway.listRefunds(id)];
    expect(inspect([results, world.logged()], { depth: 20 })).not.toContain(world.token);
  });
});
