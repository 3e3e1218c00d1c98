import { createHash, randomUUID } from 'node:crypto';
import type { Notification } from './notification';

const bucketMs = 10 * 60_000;

/**
 * What makes two deliveries one notification. A retry is worth dropping; news never is, so in doubt they are two, and the
 * till asks once more than it had to.
 * - With an `x-request-id`, that is the delivery's name.
 * - Without one, the same claim (`closed`…) within ten minutes is taken for a retry.
 * - Without one and without a claim (IPN), every delivery counts: the notice that an order was opened and the one that it
 *   was closed are the same text, seconds apart.
 */
export function dedupeKeyOf(
  caja: string,
  notification: Notification,
  delivery: {
    readonly requestId: string | undefined;
    readonly signature: string | undefined;
    readonly receivedAt: number;
  },
): string {
  const { rawTopic, resourceId, action, status } = notification;
  const occasion =
    delivery.requestId !== undefined
      ? ['request', delivery.requestId, delivery.signature ?? '']
      : status !== null
        ? ['bucket', String(Math.floor(delivery.receivedAt / bucketMs))]
        : ['each', randomUUID()];
  return createHash('sha256')
    .update(JSON.stringify([caja, rawTopic, resourceId, action, status, ...occasion]))
    .digest('base64url');
}
