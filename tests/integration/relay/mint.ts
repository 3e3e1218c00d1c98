import { mintedCajaSchema } from '../../../shared/relay-protocol';
import type { MintedCaja } from '../../../shared/relay-protocol';
import { adminToken } from './a-relay';

/** Pairs a caja with a relay that is another process. */
export async function mint(url: string, caja = 'CAJA01'): Promise<MintedCaja> {
  const response = await administer(url, 'POST', '/v1/cajas', { caja });
  return mintedCajaSchema.parse(await response.json());
}

export function administer(url: string, method: string, path: string, body?: object): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${adminToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The same address at another port: a relay that was started again. */
export function at(url: string, base: string): string {
  return base + new URL(url).pathname;
}
