/** How long the checkout waits for things, in ms. Handed in, so that tests need not wait. */
export interface Rhythm {
  /** Mercado Pago's contingency: this long without a notification, and only then ask by ourselves. */
  readonly patienceMs: number;
  /** … and from then on this often. Also from the first moment when the relay is known to be away. */
  readonly pollMs: number;
  /** First pause after a call that failed; doubled each time up to `slowestRetryMs`. */
  readonly retryMs: number;
  readonly slowestRetryMs: number;
  /** How long the search may lag behind a payment: an order that went without our doing was perhaps paid. */
  readonly indexLagMs: number;
  /** How long after its expiry an order is taken down, so that a payment at the last second is not disturbed. */
  readonly expiryGraceMs: number;
  /** When to look again at a charge that is over, each pause after the one before. */
  readonly afterlooksMs: readonly number[];
  /** How often the payments of the last hour are looked through, and the pause when that failed. */
  readonly lookBackMs: number;
  readonly lookBackRetryMs: number;
  /** How often to ask what became of a refund that Mercado Pago has not decided. */
  readonly refundPollMs: number;
}

/** "After 30 s without notification, search orders every 5 s": Mercado Pago, in-person contingency guide. */
export const documentedRhythm: Rhythm = {
  patienceMs: 30_000,
  pollMs: 5_000,
  retryMs: 500,
  slowestRetryMs: 8_000,
  indexLagMs: 5_000,
  expiryGraceMs: 2_000,
  afterlooksMs: [5_000, 30_000, 120_000, 600_000],
  lookBackMs: 300_000,
  lookBackRetryMs: 30_000,
  refundPollMs: 30_000,
};

/** Pause before try number `n` (1 is the first repetition). */
export function retryPause(rhythm: Rhythm, n: number, askedMs: number | null): number {
  return Math.max(askedMs ?? 0, Math.min(rhythm.slowestRetryMs, rhythm.retryMs * 2 ** (n - 1)));
}
