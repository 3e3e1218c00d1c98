import { formatPairing } from '../shared/relay-protocol';
import type { MintedCaja } from '../shared/relay-protocol';
import { capabilityOf } from './capability';
import type { HookSecrets } from './hook-secrets';
import type { Store } from './store';
import { hashOf, newToken } from './token';

/** Orders in flight still notify the address that they were made with. */
const previousHookMs = 24 * 3600_000;

export interface PairingsOptions {
  readonly store: Store;
  readonly hookSecrets: HookSecrets;
  /** Asked each time: without a configured one it is known only once the port is. */
  readonly publicUrl: () => string;
  readonly now: () => number;
}

/** Who may listen for a caja, and at which address Mercado Pago speaks for it. */
export interface Pairings {
  /** Makes the caja known and gives it a new token; a token that it had stops working. */
  mint(caja: string): MintedCaja;
  /** `false` when the caja had no token. */
  revoke(caja: string): boolean;
  /** The caja's new notification address; the one before stays good for a day. `null` when the caja is unknown. */
  rotateHook(caja: string): string | null;
  /** Forgets the caja, its log and its addresses. `false` when it was not known. */
  remove(caja: string): boolean;
  notificationUrlOf(caja: string): string | null;
}

export function createPairings({ store, hookSecrets, publicUrl, now }: PairingsOptions): Pairings {
  const urlOf = (caja: string, version: number) =>
    `${publicUrl()}/hooks/mp/${caja}/${capabilityOf(hookSecrets.current(), caja, version)}`;
  return {
    mint(caja) {
      const token = newToken();
      const { hookVersion } = store.pair(caja, hashOf(token));
      const pairing = formatPairing({ url: publicUrl(), token });
      return { caja, token, notificationUrl: urlOf(caja, hookVersion), pairing };
    },
    revoke: (caja) => store.revoke(caja, now()),
    rotateHook(caja) {
      const rotated = store.rotateHook(caja, now() + previousHookMs);
      return rotated && urlOf(caja, rotated.hookVersion);
    },
    remove: (caja) => store.remove(caja, now()),
    notificationUrlOf(caja) {
      const known = store.cajaOf(caja);
      return known && urlOf(caja, known.hookVersion);
    },
  };
}
