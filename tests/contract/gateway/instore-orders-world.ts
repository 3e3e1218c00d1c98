import type { OrderTerms } from '../../../electron/checkout/payment-gateway';
import { createMercadoPago } from '../../../electron/mercadopago/create-mercado-pago';
import type { Timeouts } from '../../../electron/mercadopago/mercado-pago-http';
import { countries, type Site } from '../../../shared/country';
import { fromDecimal, minor, toDecimal } from '../../../shared/money';
import type { SimulatorControl } from '../../../simulator/control/control';
import type { SimulatorOptions } from '../../../simulator/options';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import { anAttemptOf } from '../../support/an-attempt-of';
import type { Call, ProviderWorld } from './provider-world';

const CAJA = 'SUC001CAJA01';
const token = 'TEST-token-canary-77ad1f';

const requestOf: Readonly<Record<Call, { readonly method: string; readonly path: RegExp }>> = {
  put: { method: 'PUT', path: /^\/instore\/qr\/.*\/orders$/ },
  find: { method: 'GET', path: /^\/instore\/qr\/.*\/orders$/ },
  delete: { method: 'DELETE', path: /^\/instore\/qr\/.*\/orders$/ },
  fetch: { method: 'GET', path: /^\/merchant_orders\/\d+$/ },
  search: { method: 'GET', path: /^\/merchant_orders\/search/ },
};

export interface InstoreOrdersWorld extends ProviderWorld {
  readonly control: SimulatorControl;
}

/** Instore Orders v2 at the simulated Mercado Pago. */
export async function startInstoreOrdersWorld(
  site: Site = 'MLA',
  options: SimulatorOptions = {},
): Promise<InstoreOrdersWorld> {
  const simulator = await startMercadoPagoSimulator({ site, ...options, account: { accessToken: token } });
  const { control } = simulator;
  const { currency } = countries[site];
  const collector = { userId: String(control.account.userId), currency };
  const lines: unknown[] = [];
  const clients: { close(): void }[] = [];
  const connect = (other: string, timeouts: Partial<Timeouts>) => {
    const client = createMercadoPago({
      baseUrl: simulator.url,
      token: other,
      now: () => new Date(),
      random: () => 0,
      log: (line) => lines.push(line),
      timeouts,
      retry: { firstMs: 5, longestMs: 10 },
    });
    clients.push(client);
    return client.gatewayFor(collector);
  };
  const money = (amount: number): number => fromDecimal(amount, currency) ?? Number.NaN;
  const terms: OrderTerms = {
    notificationUrl: null,
    sponsorId: '662208785',
    ivaPercent: site === 'MCO' ? 19 : null,
  };
  let attempts = 0;

  return {
    control,
    gateway: connect(token, {}),
    impatient: connect(token, { readMs: 200, readTotalMs: 500, writeMs: 200 }),
    withToken: (other) => connect(other, {}),
    token,
    currency,
    terms,
    attempt: (changes = {}) => {
      attempts += 1;
      return anAttemptOf({
        reference: `CAJA01A${String(attempts).padStart(7, '0')}`,
        collectorId: collector.userId,
        currency,
        createdAt: control.clock.now().toISOString(),
        ...changes,
      });
    },
    shown: () => {
      const order = control.orderOn(CAJA);
      return order === null
        ? null
        : {
            reference: order.externalReference,
            total: money(order.amount),
            items: order.items.map(({ title, quantity, amount }) => ({ title, quantity, total: money(amount) })),
          };
    },
    scan: () => control.scanOrder(CAJA),
    startPaying: (scan) => control.startPaying(scan),
    pay: (scan, { outcome, amount } = {}) => {
      const paid = control.pay(scan, {
        outcome,
        amount: amount === undefined ? undefined : toDecimal(minor(amount), currency),
      });
      return { id: String(paid.id) };
    },
    refund: (payment, amount) => {
      control.refund(Number(payment.id), { amount: toDecimal(minor(amount), currency) });
    },
    suffer: (call, fault, times) => {
      const { method, path } = requestOf[call];
      control.faults.add({ match: { method, path: path.source, ...(times === undefined ? {} : { times }) }, fault });
    },
    skewClock: (ms) => control.clock.skew(ms),
    received: (call) =>
      control.requests
        .list()
        .filter(({ method, path }) => method === requestOf[call].method && requestOf[call].path.test(path)).length,
    logged: () => lines,
    close: async () => {
      for (const client of clients) client.close();
      await simulator.close();
    },
  };
}
