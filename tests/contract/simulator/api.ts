import type { MercadoPagoSimulator } from '../../../simulator/start-simulator';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; undefined when it is empty or not JSON. */
  readonly json: unknown;
}

/** A bare HTTP client of the simulated API: no retries and no opinions. */
export interface Api {
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  get: (path: string) => Promise<Answer>;
  putOrder: (order: unknown, pos?: string) => Promise<Answer>;
  getOrder: (pos?: string) => Promise<Answer>;
  deleteOrder: (pos?: string) => Promise<Answer>;
}

export const orderUrl = (userId: number, pos: string) =>
  `/instore/qr/seller/collectors/${userId}/stores/SUC001/pos/${pos}/orders`;

export const posOrderUrl = (userId: number, pos: string) => `/instore/qr/seller/collectors/${userId}/pos/${pos}/orders`;

export function apiOf(simulator: MercadoPagoSimulator, token = simulator.control.account.accessToken): Api {
  const { userId } = simulator.control.account;
  const send: Api['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(simulator.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parseJson(text) };
  };
  return {
    send,
    get: (path) => send('GET', path),
    putOrder: (order, pos = 'SUC001CAJA01') => send('PUT', orderUrl(userId, pos), order),
    getOrder: (pos = 'SUC001CAJA01') => send('GET', posOrderUrl(userId, pos)),
    deleteOrder: (pos = 'SUC001CAJA01') => send('DELETE', posOrderUrl(userId, pos)),
  };
}

/** An order as the reference's canonical example has it, changed where a test says. */
export function anOrder(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    external_reference: 'CAJA01V0001',
    title: 'Product order',
    description: 'Purchase description.',
    total_amount: 1500,
    items: [anItem()],
    ...changes,
  };
}

export function anItem(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    sku_number: 'A123K9191938',
    category: 'marketplace',
    title: 'Alfajor',
    description: 'Alfajor de dulce de leche',
    unit_price: 750,
    quantity: 2,
    unit_measure: 'unit',
    total_amount: 1500,
    ...changes,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
