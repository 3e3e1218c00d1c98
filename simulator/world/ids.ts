import { createHash } from 'node:crypto';

/** Makes the identifiers that Mercado Pago would make. */
export interface Ids {
  readonly merchantOrder: () => number;
  readonly payment: () => number;
  readonly refund: () => number;
  readonly store: () => number;
  readonly pos: () => number;
  readonly scan: () => string;
  /** 64 hex digits, as the POS reference shows for `uuid`. */
  readonly posUuid: (posId: number) => string;
}

/**
 * Ids count up from a number taken from the start time, so that a practice till which keeps its sales from one run to
 * the next never meets the same payment id twice.
 */
export function createIds(start: Date): Ids {
  const seconds = Math.floor(start.getTime() / 1000);
  const counter = (first: number) => {
    let next = first;
    return () => next++;
  };
  const scan = counter(1);
  return {
    merchantOrder: counter(seconds * 10 + 1),
    payment: counter(60_000_000_000 + seconds * 10 + 1),
    refund: counter(1_000_000_000 + (seconds % 1_000_000_000)),
    store: counter(1_234_567),
    pos: counter(2_711_382),
    scan: () => `scan-${String(scan())}`,
    posUuid: (posId) =>
      createHash('sha256')
        .update(`pos ${String(posId)}`)
        .digest('hex'),
  };
}
