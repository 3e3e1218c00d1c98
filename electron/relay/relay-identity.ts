import { relayIdentitySchema } from '../../shared/relay-protocol';
import type { RelayIdentity } from '../../shared/relay-protocol';
import { readJson, requestRelay } from './relay-request';
import type { Fetch, RelayAddress } from './relay-request';

export type RelayIdentityResult =
  | { readonly ok: true; readonly identity: RelayIdentity }
  | { readonly ok: false; readonly code: 'relayUnreachable' | 'relayTokenRefused' | 'relayNotARelay' };

const longestAnswer = 16 * 1024;

/**
 * Asks the relay which caja the token belongs to, and which address Mercado Pago must notify. Never throws.
 * A relay that answers 5xx (or a proxy in front of it) counts as unreachable: trying later may help.
 */
export async function fetchRelayIdentity(
  address: RelayAddress & { readonly fetch?: Fetch; readonly timeoutMs?: number },
): Promise<RelayIdentityResult> {
  const { fetch = globalThis.fetch, timeoutMs = 10_000 } = address;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await requestRelay(fetch, address, '/v1/me', 'application/json', null, signal);
    if (response.status === 401 || response.status === 403) {
      await response.body?.cancel();
      return { ok: false, code: 'relayTokenRefused' };
    }
    if (response.status >= 500) {
      await response.body?.cancel();
      return { ok: false, code: 'relayUnreachable' };
    }
    const identity =
      response.status === 200 ? relayIdentitySchema.safeParse(await readJson(response, longestAnswer)) : null;
    return identity?.success ? { ok: true, identity: identity.data } : { ok: false, code: 'relayNotARelay' };
  } catch {
    return { ok: false, code: 'relayUnreachable' };
  }
}
