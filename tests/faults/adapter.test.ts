import { expect, it, onTestFinished } from 'vitest';
import { createMercadoPago } from '../../electron/mercadopago/create-mercado-pago';
import type { ApiFaultRule } from '../../simulator/faults/fault-rules';
import { startMercadoPagoSimulator } from '../../simulator/start-simulator';
import { anAttempt } from '../support/builders';
import { openCounter, POS, TOKEN } from '../support/faults/a-counter';
import { describeFault } from './describe-fault';

const user = '446566691';

/** "Instore Orders v2", "Merchant orders", "Payments", "Stores" and "POS" of the reference, as a till needs them. */
const documented: readonly (readonly [method: string, path: RegExp])[] = [
  ['PUT', /^\/instore\/qr\/seller\/collectors\/\d+\/stores\/[A-Za-z0-9]+\/pos\/[A-Za-z0-9]+\/orders$/],
  ['GET', /^\/instore\/qr\/seller\/collectors\/\d+\/pos\/[A-Za-z0-9]+\/orders$/],
  ['DELETE', /^\/instore\/qr\/seller\/collectors\/\d+\/pos\/[A-Za-z0-9]+\/orders$/],
  ['GET', /^\/merchant_orders\/\d+$/],
  ['GET', /^\/merchant_orders\/search\?external_reference=[A-Za-z0-9_-]{1,64}&/],
  ['GET', /^\/v1\/payments\/\d+$/],
  ['GET', /^\/v1\/payments\/search\?/],
  ['GET', /^\/v1\/payments\/\d+\/refunds$/],
  ['POST', /^\/v1\/payments\/\d+\/refunds$/],
  ['GET', /^\/users\/me$/],
  ['GET', /^\/users\/\d+\/stores\/search(\?|$)/],
  ['GET', /^\/pos(\?|$)/],
  ['GET', /^\/instore\/merchant\/qr\//],
];

const isDocumented = (method: string, path: string): boolean =>
  documented.some(([known, pattern]) => known === method && pattern.test(path));

describeFault('Q24', () => {
  it('a day at the counter asks for nothing that the reference does not have', async () => {
    const counter = await openCounter();
    await counter.request('setup.listStores');
    const cancelled = await counter.waiting(10_000);
    counter.control.scanOrder(POS);
    await counter.verify(cancelled);
    await counter.cancel(cancelled);
    await counter.reaches(cancelled, 'cancelled');
    const paid = await counter.waiting(20_000);
    const scan = counter.control.scanOrder(POS);
    counter.control.pay(scan, { outcome: 'rejected' });
    const { merchantOrderId } = counter.control.pay(scan);
    await counter.till.desk.hinted(String(merchantOrderId));
    await counter.reaches(paid, 'paid');
    await counter.restart();
    await counter.request('setup.listStores');

    const asked = counter.control.requests.list();
    expect(asked.map(({ method }) => method)).toEqual(expect.arrayContaining(['PUT', 'GET', 'DELETE']));
    const strange = asked.filter(({ method, path }) => !isDocumented(method, path));
    expect(strange.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(asked.map(({ status }) => status)).not.toContain(405);
  });

  it.each(['GET', 'DELETE'])(
    'the simulator is as strict as the API: %s with the store in the path is a 405 page',
    async (method) => {
      const simulator = await startMercadoPagoSimulator();
      onTestFinished(() => simulator.close());
      const answer = await fetch(
        `${simulator.url}/instore/qr/seller/collectors/${user}/stores/SUC001/pos/${POS}/orders`,
        {
          method,
          headers: { authorization: `Bearer ${TOKEN}` },
        },
      );
      expect(answer.status).toBe(405);
      expect(await answer.text()).toContain('<html');
    },
  );

  const pages: readonly (readonly [string, ApiFaultRule['fault']])[] = [
    ['an HTML 405', { kind: 'html', status: 405 }],
    ['an HTML 200', { kind: 'html', status: 200 }],
    ['an HTML 404', { kind: 'html', status: 404 }],
    ['JSON cut in the middle', { kind: 'garbage' }],
  ];

  it.each(pages)(
    '%s is a failure of every call, and never "no order", "nothing paid" or "done"',
    async (_what, fault) => {
      const simulator = await startMercadoPagoSimulator();
      const retry = { attempts: 1 };
      const mercadoPago = createMercadoPago({ baseUrl: simulator.url, token: TOKEN, now: () => new Date(), retry });
      onTestFinished(async () => {
        mercadoPago.close();
        await simulator.close();
      });
      const gateway = mercadoPago.gatewayFor({ userId: user, currency: 'ARS' });
      const attempt = anAttempt({ expiresAt: new Date(Date.now() + 600_000).toISOString() });
      const terms = { notificationUrl: null, sponsorId: null, ivaPercent: null };
      simulator.control.faults.add({ fault });
      const answers = [
        await gateway.findPendingOrder(attempt.register),
        await gateway.searchMerchantOrders(attempt.reference),
        await gateway.fetchMerchantOrder('12345678901'),
        await gateway.putOrder(attempt, terms),
        await gateway.deleteOrder(attempt.register),
      ];
      expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
      expect(answers.filter((answer) => !answer.ok && answer.error.detail.includes('<'))).toEqual([]);
    },
  );

  it('a page where the end of a cancel should be: nothing is taken for done', async () => {
    const counter = await openCounter();
    const id = await counter.waiting(15_000);
    const mend = counter.control.faults.add({ match: { path: '/orders$' }, fault: { kind: 'html', status: 405 } });
    await counter.cancel(id);
    await expect.poll(async () => (await counter.onScreen()).trouble?.code).toBe('unexpectedAnswer');
    expect(counter.stored(id)?.kind).toBe('cancelling');
    mend();
    await counter.reaches(id, 'cancelled');
    expect(counter.control.orderOn(POS)).toBeNull();
  });
});
