import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';
import { anItem, anOrder, apiOf } from './api';

let simulator: MercadoPagoSimulator;
const get = (path: string) => fetch(`${simulator.url}/phone${path}`);
const stateOf = async (scan: string): Promise<unknown> => (await get(`/state?scan=${scan}`)).json();

beforeEach(async () => {
  simulator = await startMercadoPagoSimulator();
});

afterEach(async () => {
  await simulator.close();
});

describe('the phone page', () => {
  it('brings everything itself and may fetch nothing from elsewhere', async () => {
    const page = await get('');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const html = await page.text();
    const resources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(resources).toEqual(['data:,', '/phone/phone.css', '/phone/phone.js']);
    expect(html).not.toMatch(/<script>|style="|\son[a-z]+="/);
    for (const file of ['/phone.css', '/phone.js', '/inter.woff2']) expect((await get(file)).status).toBe(200);
  });

  it('knows what the customer reads', async () => {
    const items = [
      anItem({ title: 'Café con leche', unit_price: 500, total_amount: 1000 }),
      anItem({ unit_price: 250, total_amount: 500 }),
    ];
    await apiOf(simulator).putOrder(anOrder({ items }));
    const { id } = simulator.control.scanOrder('SUC001CAJA01');
    expect(await stateOf(id)).toMatchObject({
      pos: [{ externalId: 'SUC001CAJA01', name: 'Caja 1' }],
      scan: {
        seller: 'Kiosco La Esquina',
        items: ['Café con leche', 'Alfajor'],
        amount: 1500,
        currency: 'ARS',
        locale: 'es-AR',
        orderState: 'assigned',
        lastAttempt: null,
        paid: false,
      },
      papers: [],
      printer: null,
    });
  });

  it('learns that the attempt was rejected, that the order went, and that a late payment was taken', async () => {
    const api = apiOf(simulator);
    await api.putOrder(anOrder());
    const { id } = simulator.control.scanOrder('SUC001CAJA01');
    simulator.control.pay(id, { outcome: 'rejected' });
    expect(await stateOf(id)).toMatchObject({ scan: { lastAttempt: 'rejected', paid: false } });
    await api.deleteOrder();
    expect(await stateOf(id)).toMatchObject({ scan: { orderState: 'deleted' } });
    const payment = simulator.control.pay(id);
    expect(await stateOf(id)).toMatchObject({ scan: { paid: true, paymentId: payment.id } });
  });

  it('forgets a scan that the customer left', async () => {
    await apiOf(simulator).putOrder(anOrder());
    const { id } = simulator.control.scanOrder('SUC001CAJA01');
    simulator.control.leave(id);
    expect(await stateOf(id)).toMatchObject({ scan: null });
  });
});
