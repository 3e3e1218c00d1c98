import { createHmac } from 'node:crypto';
import { equalText } from './capability';

/**
 * `unsigned` is normal: Mercado Pago documents that QR notifications carry no signature that can be checked.
 * `ageMs` tells how old the signature is; old ones are accepted, because a late retry is the one that matters.
 */
export type SignatureCheck =
  { readonly kind: 'verified'; readonly ageMs: number } | { readonly kind: 'unsigned' } | { readonly kind: 'mismatch' };

export interface SignedRequest {
  /** The header `x-signature`, `undefined` when absent. */
  readonly signature: string | undefined;
  /** The header `x-request-id`. */
  readonly requestId: string | undefined;
  readonly ids: readonly string[];
}

/**
 * Checks `x-signature: ts=…,v1=…` against the manifest `id:<id>;request-id:<x-request-id>;ts:<ts>;`, whose absent parts
 * are left out. Mercado Pago's own sources disagree on the id's case and on where it is taken from, so every spelling is
 * tried: without a secret none of them can be forged.
 * Without any secret configured nothing can be said of a signature: `unsigned`.
 * https://www.mercadopago.com.ar/developers/es/docs/your-integrations/notifications/webhooks
 */
export function checkSignature(request: SignedRequest, secrets: readonly string[], now: number): SignatureCheck {
  if (request.signature === undefined || secrets.length === 0) return { kind: 'unsigned' };
  const parts = parseHeader(request.signature);
  if (!parts) return { kind: 'mismatch' };
  const spellings = new Set<string | null>([...request.ids, ...request.ids.map((id) => id.toLowerCase()), null]);
  for (const secret of secrets) {
    for (const id of spellings) {
      const manifest = manifestOf(id, request.requestId, parts.ts);
      const expected = createHmac('sha256', secret).update(manifest).digest('hex');
      if (equalText(expected, parts.v1)) return { kind: 'verified', ageMs: now - millisecondsOf(parts.ts) };
    }
  }
  return { kind: 'mismatch' };
}

function manifestOf(id: string | null, requestId: string | undefined, ts: string): string {
  return `${id === null ? '' : `id:${id};`}${requestId === undefined ? '' : `request-id:${requestId};`}ts:${ts};`;
}

function parseHeader(header: string): { readonly ts: string; readonly v1: string } | null {
  const found = new Map<string, string>();
  for (const part of header.split(',')) {
    const [key = '', ...value] = part.trim().split('=');
    // A second `v1` would let whoever adds it choose which one counts.
    if (found.has(key)) return null;
    found.set(key, value.join('='));
  }
  const ts = found.get('ts') ?? '';
  const v1 = (found.get('v1') ?? '').toLowerCase();
  return /^\d{1,16}$/.test(ts) && /^[0-9a-f]{64}$/.test(v1) ? { ts, v1 } : null;
}

/** The documents say milliseconds, the official SDK seconds, and both have been seen. */
function millisecondsOf(ts: string): number {
  const value = Number(ts);
  return value > 1e11 ? value : value * 1000;
}
