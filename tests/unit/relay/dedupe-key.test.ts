import { describe, expect, it } from 'vitest';
import { dedupeKeyOf } from '../../../relay/dedupe-key';
import { parseNotification } from '../../../relay/notification';

const at = Date.parse('2026-11-20T12:01:00Z');

function keyOf(
  body: object,
  delivery: { requestId?: string; signature?: string; receivedAt?: number; caja?: string; query?: object } = {},
): string {
  const parsed = parseNotification({ ...delivery.query }, JSON.stringify(body));
  if (parsed.kind !== 'notification') throw new Error('the test needs a readable notification');
  return dedupeKeyOf(delivery.caja ?? 'CAJA01', parsed.notification, {
    requestId: delivery.requestId,
    signature: delivery.signature,
    receivedAt: delivery.receivedAt ?? at,
  });
}

const closed = { type: 'topic_merchant_order_wh', id: '1', status: 'closed', action: 'update' };
const ipn = { topic: 'merchant_order', resource: 'https://api.mercadolibre.com/merchant_orders/1' };

describe('two deliveries are one notification', () => {
  it('when they carry the same request id, however far apart', () => {
    expect(keyOf(closed, { requestId: 'r1' })).toBe(keyOf(closed, { requestId: 'r1', receivedAt: at + 86_400_000 }));
    expect(keyOf(ipn, { requestId: 'r1' })).toBe(keyOf(ipn, { requestId: 'r1' }));
  });

  it('when they make the same claim within ten minutes and carry no request id', () => {
    expect(keyOf(closed)).toBe(keyOf(closed, { receivedAt: at + 8 * 60_000 }));
  });
});

describe('two deliveries are two notifications', () => {
  it.each([
    ['carry different request ids', keyOf(closed, { requestId: 'r1' }), keyOf(closed, { requestId: 'r2' })],
    ['claim different things', keyOf(closed), keyOf({ ...closed, status: 'opened' })],
    ['are about different orders', keyOf(closed), keyOf({ ...closed, id: '2' })],
    ['are for different cajas', keyOf(closed), keyOf(closed, { caja: 'CAJA02' })],
    ['make the same claim much later', keyOf(closed), keyOf(closed, { receivedAt: at + 11 * 60_000 })],
    [
      'claim nothing and carry no request id, for one may be the opening and the other the payment',
      keyOf(ipn),
      keyOf(ipn),
    ],
    [
      'were signed at different times',
      keyOf(closed, { requestId: 'r1', signature: 'ts=1,v1=a' }),
      keyOf(closed, { requestId: 'r1', signature: 'ts=2,v1=b' }),
    ],
  ])('when they %s', (_why, one, other) => {
    expect(one).not.toBe(other);
  });
});
