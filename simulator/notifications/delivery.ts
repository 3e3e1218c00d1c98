import type { Message } from './forms';

/** How one try to deliver a notification ended. */
export type DeliveryOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly tookMs: number }
  | { readonly kind: 'timedOut'; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly reason: string; readonly tookMs: number }
  | { readonly kind: 'refused'; readonly reason: 'not loopback' }
  /** Lost by script: never sent. */
  | { readonly kind: 'lost' };

interface DeliveryAttempt {
  readonly at: Date;
  readonly outcome: DeliveryOutcome;
}

/** One notification and every try to deliver it. */
export interface Delivery extends Message {
  readonly id: number;
  readonly merchantOrderId: number;
  readonly attempts: DeliveryAttempt[];
}
