import { afterEach, describe, expect, it } from 'vitest';
import { settle } from '../../../shared/checkout/settle';
import { siteSchema, type Site } from '../../../shared/country';
import { deleteRefusalCodes } from '../../../simulator/control/control';
import type { SimulatorOptions } from '../../../simulator/options';
import { aLine } from '../../support/an-attempt-of';
import { describePaymentGateway } from './describe-payment-gateway';
import { startInstoreOrdersWorld, type InstoreOrdersWorld } from './instore-orders-world';

describePaymentGateway('Instore Orders v2', () => startInstoreOrdersWorld());

describe('Instore Orders v2, where its documents are silent or disagree', () => {
  let world: InstoreOrdersWorld;
  const start = async (site: Site = 'MLA', options: SimulatorOptions = {}): Promise<InstoreOrdersWorld> => {
    world = await startInstoreOrdersWorld(site, options);
    return world;
  };
  afterEach(() => world.close());

  it.each(siteSchema.options)('charges and reads a sale in %s with the currency’s decimals', async (site) => {
    const { gateway, attempt, terms, scan, pay } = await start(site);
    const sale = attempt({ lines: [aLine({ price: 1999 }), aLine({ price: 3333, thousandths: 750, unit: 'kg' })] });
    expect(await gateway.putOrder(sale, terms)).toMatchObject({ ok: true });
    pay(scan());
    const found = await gateway.searchMerchantOrders(sale.reference);
    const orders = found.ok ? [...found.value] : [];
    expect(settle(sale, { at: sale.createdAt, orders })).toMatchObject({
      kind: 'paid',
      settlement: { received: sale.sale.total },
    });
  });

  it('tells Mercado Pago the notification address, the sponsor and Colombia’s IVA', async () => {
    const { gateway, attempt, control } = await start('MCO');
    const notificationUrl = 'https://relay.example/n/caja01/c2VjcmV0';
    const sale = attempt({ lines: [aLine({ price: 3000, thousandths: 2000 })] });
    await gateway.putOrder(sale, { notificationUrl, sponsorId: '446566692', ivaPercent: 19 });
    expect(control.orderOn('SUC001CAJA01')).toMatchObject({
      amount: 6000,
      notificationUrl,
      sponsorId: 446566692,
      taxes: [{ type: 'IVA', value: 1140 }],
      expiresAt: sale.expiresAt,
    });
  });

  it('says so when the notification address is refused', async () => {
    const { gateway, attempt, terms } = await start();
    expect(await gateway.putOrder(attempt(), { ...terms, notificationUrl: 'not an address' })).toMatchObject({
      ok: false,
      error: { code: 'notificationUrlInvalid', outcomeKnown: true },
    });
  });

  it('reads an order on the caja that comes as an object', async () => {
    const { gateway, attempt, terms } = await start('MLA', { behaviour: { orderShape: 'object' } });
    const sale = attempt();
    await gateway.putOrder(sale, terms);
    expect(await gateway.findPendingOrder(sale.register)).toEqual({ ok: true, value: { reference: sale.reference } });
  });

  it('says that the caja is occupied where a second order is refused', async () => {
    const { gateway, attempt, terms } = await start('MLA', { behaviour: { pendingOrder: 'refuse' } });
    await gateway.putOrder(attempt(), terms);
    expect(await gateway.putOrder(attempt(), terms)).toMatchObject({
      ok: false,
      error: { code: 'registerOccupied', outcomeKnown: true },
    });
  });

  it.each(['in_store_order_creation_error', 'in_store_order_delete_error'] as const)(
    'believes nothing of a DELETE without an order that is answered %s',
    async (deleteWithoutOrder) => {
      const { gateway, attempt } = await start('MLA', { behaviour: { deleteWithoutOrder } });
      expect(await gateway.deleteOrder(attempt().register)).toMatchObject({
        ok: false,
        error: { outcomeKnown: false },
      });
    },
  );

  it.each(deleteRefusalCodes)(
    'never takes the refusal %s for a deletion: the order may still be paid',
    async (code) => {
      const { gateway, attempt, terms, scan, pay, control } = await start();
      const sale = attempt();
      await gateway.putOrder(sale, terms);
      const customer = scan();
      control.refuseDelete('SUC001CAJA01', code);
      expect((await gateway.deleteOrder(sale.register)).ok).toBe(false);
      expect(await gateway.findPendingOrder(sale.register)).toEqual({ ok: true, value: { reference: sale.reference } });
      pay(customer);
      expect(await gateway.searchMerchantOrders(sale.reference)).toMatchObject({ value: [{ status: 'closed' }] });
    },
  );

  it('finds nothing after a scan where the merchant order is made with the first payment', async () => {
    const { gateway, attempt, terms, scan, pay } = await start('MLA', {
      behaviour: { merchantOrderCreatedAt: 'firstPayment' },
    });
    const sale = attempt();
    await gateway.putOrder(sale, terms);
    const customer = scan();
    expect(await gateway.searchMerchantOrders(sale.reference)).toEqual({ ok: true, value: [] });
    pay(customer);
    expect(await gateway.searchMerchantOrders(sale.reference)).toMatchObject({ value: [{ status: 'closed' }] });
  });

  it('does not show another account’s merchant order', async () => {
    const otherToken = 'TEST-token-of-another-account';
    const other = {
      userId: 99,
      nickname: 'OTRA',
      email: 'otra@example.com',
      siteId: 'MLA',
      accessToken: otherToken,
      businessName: null,
    } as const;
    const { gateway, withToken, attempt, terms, scan, pay, control } = await start('MLA', { otherAccounts: [other] });
    const sale = attempt();
    await gateway.putOrder(sale, terms);
    pay(scan());
    const [order] = control.merchantOrders(sale.reference);
    expect(await withToken(otherToken).fetchMerchantOrder(String(order?.id))).toEqual({ ok: true, value: null });
    expect(await withToken(otherToken).searchMerchantOrders(sale.reference)).toEqual({ ok: true, value: [] });
  });

  it('tells the checkout what it needs to see that the money went to another collector', async () => {
    const { gateway, attempt, terms, scan, pay, control } = await start();
    const sale = attempt();
    await gateway.putOrder(sale, terms);
    pay(scan());
    const [order] = control.merchantOrders(sale.reference);
    control.show(order?.id ?? 0, { collector: { id: 1 } });
    const found = await gateway.searchMerchantOrders(sale.reference);
    expect(settle(sale, { at: sale.createdAt, orders: found.ok ? [...found.value] : [] })).toEqual({
      kind: 'contradiction',
      reason: 'otherCollector',
    });
  });
});
