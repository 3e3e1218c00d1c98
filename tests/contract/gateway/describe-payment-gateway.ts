import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentGateway } from '../../../electron/checkout/payment-gateway';
import { settle } from '../../../shared/checkout/settle';
import type { Attempt } from '../../../shared/checkout/attempt';
import type { MerchantOrderFacts } from '../../../shared/checkout/observation';
import type { Result } from '../../../shared/errors';
import { aLine } from '../../support/an-attempt-of';
import type { Call, Fault, ProviderWorld } from './provider-world';

/** What every adapter of the checkout's port owes, whatever API is behind it. */
export function describePaymentGateway(name: string, startWorld: () => Promise<ProviderWorld>): void {
  describe(name, () => {
    let world: ProviderWorld;
    let gateway: PaymentGateway;
    beforeEach(async () => {
      world = await startWorld();
      gateway = world.gateway;
    });
    afterEach(() => world.close());

    const put = (attempt: Attempt) => gateway.putOrder(attempt, world.terms);
    const under = (fault: Fault) => (fault.kind === 'neverAnswer' ? world.impatient : gateway);
    const pending = async (attempt: Attempt) => valueOf(await gateway.findPendingOrder(attempt.register));
    const orders = async (attempt: Attempt) => valueOf(await gateway.searchMerchantOrders(attempt.reference));

    /** One request of each call, for what must hold for all of them. */
    const calls: Readonly<Record<Call, (from: PaymentGateway, attempt: Attempt) => Promise<Result<unknown, unknown>>>> =
      {
        put: (from, attempt) => from.putOrder(attempt, world.terms),
        find: (from, attempt) => from.findPendingOrder(attempt.register),
        delete: (from, attempt) => from.deleteOrder(attempt.register),
        fetch: (from) => from.fetchMerchantOrder('15140831325'),
        search: (from, attempt) => from.searchMerchantOrders(attempt.reference),
      };
    const every: readonly Call[] = ['put', 'find', 'delete', 'fetch', 'search'];
    const readings: readonly Call[] = ['find', 'fetch', 'search'];
    const writings: readonly Call[] = ['put', 'delete'];

    describe('the order on the caja', () => {
      it('is none at first, ours once put, and none again once deleted', async () => {
        const attempt = world.attempt();
        expect(await pending(attempt)).toBeNull();
        expect(await put(attempt)).toEqual({ ok: true, value: undefined });
        expect(await pending(attempt)).toEqual({ reference: attempt.reference });
        expect(await gateway.deleteOrder(attempt.register)).toEqual({ ok: true, value: undefined });
        expect(await pending(attempt)).toBeNull();
        expect(world.shown()).toBeNull();
      });

      it('shows the customer the lines and the exact total', async () => {
        const lines = [
          aLine({ price: 1900, thousandths: 3000 }),
          aLine({ name: 'Yerba', price: 2500, thousandths: 1000 }),
        ];
        const attempt = world.attempt({ lines });
        await put(attempt);
        expect(world.shown()).toEqual({
          reference: attempt.reference,
          total: 8200,
          items: [
            { title: 'Alfajor', quantity: 3, total: 5700 },
            { title: 'Yerba', quantity: 1, total: 2500 },
          ],
        });
      });

      it.each([1, 99, 1999, 101_010, 432_109, 9_999_999_999])('charges exactly %i minor units', async (price) => {
        const attempt = world.attempt({ lines: [aLine({ price, thousandths: 1000 })] });
        expect(await put(attempt)).toMatchObject({ ok: true });
        expect(world.shown()?.total).toBe(price);
      });

      it('takes a weighed product, whose price is rounded once', async () => {
        const cheese = aLine({ name: 'Queso', price: 123_450, thousandths: 350, unit: 'kg' });
        expect(await put(world.attempt({ lines: [cheese, aLine()] }))).toMatchObject({ ok: true });
        expect(world.shown()).toMatchObject({ total: 43_208 + 5997 });
      });

      it('takes names with control characters, emoji and more than 256 characters', async () => {
        const lines = ['Pan\u0000\u001b@', 'Ñandú \u{1f980}'.repeat(50), 'media \ud83d', '\u0007', '"><script>'];
        const attempt = world.attempt({ lines: lines.map((text) => aLine({ name: text })) });
        expect(await put(attempt)).toMatchObject({ ok: true });
        for (const item of world.shown()?.items ?? []) expect(item.title).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      });

      it('takes a sale of 500 lines', async () => {
        const attempt = world.attempt({ lines: Array.from({ length: 500 }, () => aLine()) });
        expect(await put(attempt)).toMatchObject({ ok: true });
        expect(world.shown()?.total).toBe(500 * 5997);
      });

      it('is refused once its time is over, by the provider’s clock and not by ours', async () => {
        const attempt = world.attempt();
        world.skewClock(3_600_000);
        expect(await put(attempt)).toMatchObject({
          ok: false,
          error: { code: 'expirationInvalid', outcomeKnown: true },
        });
        expect(await pending(attempt)).toBeNull();
      });

      it('is gone by itself once its time is over', async () => {
        const attempt = world.attempt();
        await put(attempt);
        world.skewClock(3_600_000);
        expect(await pending(attempt)).toBeNull();
      });

      it('cannot be put, found or deleted on a caja that does not exist', async () => {
        const attempt = world.attempt();
        const elsewhere = { ...attempt, register: { ...attempt.register, externalPosId: 'NOSUCHCAJA' } };
        for (const call of ['put', 'find', 'delete'] as const) {
          expect(await calls[call](gateway, elsewhere)).toMatchObject({
            ok: false,
            error: { code: 'registerNotFound', outcomeKnown: true },
          });
        }
      });

      it('may be deleted when it is not there: then a look says so', async () => {
        const attempt = world.attempt();
        const removed = await gateway.deleteOrder(attempt.register);
        expect(removed.ok || !removed.error.outcomeKnown).toBe(true);
        expect(await pending(attempt)).toBeNull();
      });

      it('cannot be deleted while the customer is paying it', async () => {
        const attempt = world.attempt();
        await put(attempt);
        const scan = world.scan();
        world.startPaying(scan);
        expect(await gateway.deleteOrder(attempt.register)).toMatchObject({
          ok: false,
          error: { code: 'orderLocked' },
        });
        world.pay(scan);
        expect(settledBy(attempt, await orders(attempt))).toBe('paid');
      });
    });

    describe('what was scanned and paid', () => {
      it('is nothing before the first scan', async () => {
        const attempt = world.attempt();
        await put(attempt);
        expect(await orders(attempt)).toEqual([]);
      });

      it('is an open order without payments after a scan', async () => {
        const attempt = world.attempt();
        await put(attempt);
        world.scan();
        expect(await orders(attempt)).toMatchObject([
          {
            status: 'opened',
            reference: attempt.reference,
            collectorId: attempt.collectorId,
            total: attempt.sale.total,
            payments: [],
          },
        ]);
      });

      it('is paid, to the cent, after an approved payment', async () => {
        const attempt = world.attempt();
        await put(attempt);
        world.pay(world.scan());
        const [order] = await orders(attempt);
        expect(order).toMatchObject({
          status: 'closed',
          payments: [{ status: 'approved', amount: attempt.sale.total, refunded: 0, currency: world.currency }],
        });
        expect(settledBy(attempt, await orders(attempt))).toBe('paid');
      });

      it('is the same by id as by search', async () => {
        const attempt = world.attempt();
        await put(attempt);
        world.pay(world.scan());
        const [order] = await orders(attempt);
        expect(valueOf(await gateway.fetchMerchantOrder(order?.id ?? ''))).toEqual(order);
      });

      it('tells a rejection with its reason, and the second try on the same scan', async () => {
        const attempt = world.attempt();
        await put(attempt);
        const scan = world.scan();
        world.pay(scan, { outcome: 'rejected' });
        expect(await orders(attempt)).toMatchObject([
          { status: 'opened', payments: [{ status: 'rejected', statusDetail: expect.any(String) as string }] },
        ]);
        expect(await pending(attempt)).toEqual({ reference: attempt.reference });
        world.pay(scan);
        const [order] = await orders(attempt);
        expect(order?.payments.map(({ status }) => status)).toEqual(['rejected', 'approved']);
        expect(settledBy(attempt, await orders(attempt))).toBe('paid');
      });

      it('is every scan’s order: one left open and one paid', async () => {
        const attempt = world.attempt();
        await put(attempt);
        world.scan();
        world.pay(world.scan());
        const found = await orders(attempt);
        expect(found.map(({ status }) => status).sort()).toEqual(['closed', 'opened']);
        expect(settledBy(attempt, found)).toBe('paid');
      });

      it('is every one of forty scans, more than a page', async () => {
        const attempt = world.attempt();
        await put(attempt);
        for (let scans = 0; scans < 39; scans += 1) world.scan();
        world.pay(world.scan());
        const found = await orders(attempt);
        expect(found).toHaveLength(40);
        expect(settledBy(attempt, found)).toBe('paid');
      });

      it('is not paid by half of the money, nor by a payment under review', async () => {
        const attempt = world.attempt();
        await put(attempt);
        const scan = world.scan();
        world.pay(scan, { amount: 1000 });
        world.pay(scan, { outcome: 'in_process' });
        expect(await orders(attempt)).toMatchObject([
          { status: 'opened', payments: [{ amount: 1000 }, { status: 'in_process' }] },
        ]);
        expect(settledBy(attempt, await orders(attempt))).toBe('unpaid');
      });

      it('tells what was given back', async () => {
        const attempt = world.attempt();
        await put(attempt);
        const payment = world.pay(world.scan());
        world.refund(payment, 1999);
        expect(await orders(attempt)).toMatchObject([{ payments: [{ refunded: 1999 }] }]);
        expect(settledBy(attempt, await orders(attempt))).not.toBe('paid');
      });

      it('is only what carries this reference', async () => {
        const first = world.attempt();
        await put(first);
        world.pay(world.scan());
        const second = world.attempt();
        await put(second);
        world.scan();
        expect((await orders(first)).map(({ reference }) => reference)).toEqual([first.reference]);
        expect((await orders(second)).map(({ reference }) => reference)).toEqual([second.reference]);
      });

      it('does not exist under an id that was never given', async () => {
        expect(await gateway.fetchMerchantOrder('1')).toEqual({ ok: true, value: null });
      });
    });

    describe('a token that is not valid', () => {
      it.each(every)('is told by %s', async (call) => {
        const attempt = world.attempt();
        expect(await calls[call](world.withToken('TEST-token-of-nobody'), attempt)).toMatchObject({
          ok: false,
          error: { code: 'tokenInvalid', outcomeKnown: true },
        });
      });
    });

    describe('trouble', () => {
      it.each(every)('%s bears an answer that takes its time', async (call) => {
        const attempt = world.attempt();
        await put(attempt);
        world.suffer(call, { kind: 'delay', ms: 100 }, 1);
        expect(await calls[call](gateway, attempt)).toMatchObject({ ok: true });
      });

      const passing: readonly Fault[] = [
        { kind: 'status', status: 500 },
        { kind: 'status', status: 503 },
        { kind: 'status', status: 429, retryAfterSeconds: 0 },
        { kind: 'garbage' },
        { kind: 'drop' },
        { kind: 'loseAnswer' },
      ];
      it.each(passing.flatMap((fault) => readings.map((call) => [call, fault] as const)))(
        '%s asks again by itself after %o',
        async (call, fault) => {
          const attempt = world.attempt();
          await put(attempt);
          world.suffer(call, fault, 1);
          expect(await calls[call](gateway, attempt)).toMatchObject({ ok: true });
          expect(world.received(call)).toBe(2);
        },
      );

      const lasting: readonly (readonly [Fault, string, boolean])[] = [
        [{ kind: 'status', status: 500 }, 'mercadoPagoDown', false],
        [{ kind: 'status', status: 503 }, 'mercadoPagoDown', false],
        [{ kind: 'status', status: 429, retryAfterSeconds: 30 }, 'rateLimited', true],
        [{ kind: 'html', status: 405 }, 'unexpectedAnswer', true],
        [{ kind: 'html', status: 200 }, 'unexpectedAnswer', false],
        [{ kind: 'html', status: 502 }, 'mercadoPagoDown', false],
        [{ kind: 'drop' }, 'offline', false],
        [{ kind: 'loseAnswer' }, 'offline', false],
        [{ kind: 'neverAnswer', handled: false }, 'timeout', false],
      ];
      it.each(lasting.flatMap((row) => readings.map((call) => [call, ...row] as const)))(
        '%s is a failure with a name under lasting %o: %s',
        async (call, fault, code) => {
          world.suffer(call, fault);
          expect(await calls[call](under(fault), world.attempt())).toMatchObject({
            ok: false,
            error: { code, outcomeKnown: true },
          });
        },
      );

      it.each(lasting.flatMap((row) => writings.map((call) => [call, ...row] as const)))(
        '%s is tried once under %o, and says %s; outcome known: %s',
        async (call, fault, code, outcomeKnown) => {
          const attempt = world.attempt();
          if (call === 'delete') await put(attempt);
          world.suffer(call, fault);
          expect(await calls[call](under(fault), attempt)).toMatchObject({ ok: false, error: { code, outcomeKnown } });
          expect(world.received(call)).toBe(1);
        },
      );

      it.each<Fault>([{ kind: 'loseAnswer' }, { kind: 'neverAnswer', handled: true }])(
        'a put that was carried out without an answer (%o) is found by a look',
        async (fault) => {
          const attempt = world.attempt();
          world.suffer('put', fault, 1);
          expect(await under(fault).putOrder(attempt, world.terms)).toMatchObject({
            ok: false,
            error: { outcomeKnown: false },
          });
          expect(await pending(attempt)).toEqual({ reference: attempt.reference });
        },
      );

      it.each<Fault>([{ kind: 'drop' }, { kind: 'neverAnswer', handled: false }])(
        'a put that was not heard (%o) looks the same, and a look finds nothing',
        async (fault) => {
          const attempt = world.attempt();
          world.suffer('put', fault, 1);
          expect(await under(fault).putOrder(attempt, world.terms)).toMatchObject({
            ok: false,
            error: { outcomeKnown: false },
          });
          expect(await pending(attempt)).toBeNull();
        },
      );

      it('a delete whose answer was lost is found done by a look', async () => {
        const attempt = world.attempt();
        await put(attempt);
        world.suffer('delete', { kind: 'loseAnswer' }, 1);
        expect(await gateway.deleteOrder(attempt.register)).toMatchObject({
          ok: false,
          error: { outcomeKnown: false },
        });
        expect(await pending(attempt)).toBeNull();
      });

      it('what the provider asks to wait is passed on', async () => {
        world.suffer('put', { kind: 'status', status: 429, retryAfterSeconds: 30 });
        expect(await put(world.attempt())).toMatchObject({ error: { code: 'rateLimited', retryAfterMs: 30_000 } });
      });
    });

    describe('the provider’s clock', () => {
      it.each([-86_400_000, 0, 3_600_000])('is known to be %i ms ahead of ours after one answer', async (ms) => {
        world.skewClock(ms);
        expect(gateway.clockSkewMs()).toBe(0);
        await pending(world.attempt());
        expect(Math.abs(gateway.clockSkewMs() - ms)).toBeLessThan(1500);
      });
    });

    it('shows the access token in nothing that it returns or logs', async () => {
      const attempt = world.attempt();
      const results: unknown[] = [await put(attempt)];
      world.pay(world.scan());
      results.push(await orders(attempt));
      for (const fault of [
        { kind: 'status', status: 401 },
        { kind: 'status', status: 500 },
        { kind: 'html', status: 403 },
        { kind: 'garbage' },
        { kind: 'drop' },
        { kind: 'neverAnswer', handled: false },
      ] as const satisfies readonly Fault[]) {
        for (const call of every) {
          world.suffer(call, fault, 3);
          results.push(await calls[call](under(fault), attempt));
        }
      }
      expect(world.logged().length).toBeGreaterThan(results.length);
      expect(inspect([results, world.logged()], { depth: 20, showHidden: true })).not.toContain(world.token);
    });
  });
}

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`a failure where none was to be: ${JSON.stringify(result.error)}`);
  return result.value;
}

function settledBy(attempt: Attempt, orders: readonly MerchantOrderFacts[]): string {
  return settle(attempt, { at: attempt.createdAt, orders: [...orders] }).kind;
}
