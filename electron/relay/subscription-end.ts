import type { Bye } from '../../shared/relay-protocol';

/** Why one connection to the relay is over. */
export type ConnectionEnd =
  /** The relay said goodbye. */
  | { readonly kind: 'bye'; readonly reason: Bye['reason']; readonly retryMs: number }
  /** A long poll was answered. */
  | { readonly kind: 'polled'; readonly idle: boolean }
  | { readonly kind: 'unreachable' }
  /** The connection stood, but nothing came for too long. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'tokenRefused' }
  /** It answered, but not as a relay does. */
  | { readonly kind: 'serverError'; readonly retryAfterMs: number | null }
  /** The caller could not keep an event; it will come again. */
  | { readonly kind: 'notApplied' }
  /** We let go ourselves: to stop, or to connect anew. */
  | { readonly kind: 'interrupted' };

export interface RetryRhythm {
  readonly firstMs: number;
  readonly mostMs: number;
  /** A caja that has to be paired again is not helped by asking often. */
  readonly tokenRefusedMs: number;
}

export const retryRhythm: RetryRhythm = { firstMs: 500, mostMs: 30_000, tokenRefusedMs: 600_000 };

const longestRetryAfterMs = 300_000;

/**
 * How long to wait before the next connection, in ms.
 * @param failures connections in a row that did not live long enough to count as working; 0 after a good one.
 * @param random from 0 to 1. Full jitter: the tills of a chain must not come back in step.
 */
export function pauseAfter(end: ConnectionEnd, failures: number, random: number, rhythm: RetryRhythm): number {
  const backoff =
    rhythm.firstMs +
    random * (Math.min(rhythm.mostMs, rhythm.firstMs * 2 ** Math.min(failures + 1, 20)) - rhythm.firstMs);
  switch (end.kind) {
    case 'interrupted':
      return 0;
    case 'polled':
      // Something in between may answer at once what should have waited; then we wait instead.
      return end.idle ? rhythm.firstMs : 0;
    case 'tokenRefused':
      return rhythm.tokenRefusedMs * (1 + random / 10);
    case 'bye':
      if (end.reason === 'revoked') return rhythm.tokenRefusedMs * (1 + random / 10);
      return failures === 0
        ? Math.min(end.retryMs, rhythm.mostMs)
        : Math.max(backoff, Math.min(end.retryMs, rhythm.mostMs));
    case 'serverError':
      return Math.max(backoff, Math.min(end.retryAfterMs ?? 0, longestRetryAfterMs) * (1 + random / 4));
    case 'unreachable':
    case 'silent':
    case 'notApplied':
      return backoff;
  }
}

/** What a `Retry-After` header asks to wait, in ms: seconds or an HTTP date. `null` when it asks nothing readable. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
