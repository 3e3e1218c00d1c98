import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Caja } from './store';

/** For how long a notification URL stays good after its caja lost its token: late notices wait for the next till. */
const afterRevokeMs = 72 * 3600_000;

/**
 * The secret part of a caja's notification URL. Mercado Pago does not sign QR notifications, so knowing this address is
 * what tells its notices from anybody's.
 */
export function capabilityOf(secret: string, caja: string, version: number): string {
  return createHmac('sha256', secret)
    .update(`${caja}\n${String(version)}`)
    .digest('base64url');
}

/**
 * Whether the address may speak for the caja now, under any of the secrets that count. Takes as long for a wrong one as for
 * a right one.
 */
export function acceptsCapability(secrets: readonly string[], caja: Caja, presented: string, now: number): boolean {
  if (caja.revokedAt !== null && now - caja.revokedAt > afterRevokeMs) return false;
  const previous = caja.previousHookVersion;
  const versions = [caja.hookVersion, ...(previous && now < previous.until ? [previous.version] : [])];
  const good = secrets.flatMap((secret) => versions.map((version) => capabilityOf(secret, caja.caja, version)));
  return good.map((capability) => equalText(capability, presented)).includes(true);
}

/** Compares in a time that does not depend on where the texts differ. */
export function equalText(expected: string, presented: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(presented);
  return a.length === b.length && timingSafeEqual(a, b);
}
