import { createHash, randomBytes } from 'node:crypto';

/** A caja's token, as the till shows it. 256 random bits, so a plain hash of it is safe to keep. */
export function newToken(): string {
  return `crt_${randomBytes(32).toString('base64url')}`;
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
