import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNotification } from '../../../relay/notification';

const captured = {
  ipn: '{ "resource": "https://api.mercadolibre.com/merchant_orders/15140831325", "topic": "merchant_order" }',
  merchantOrder: `{
    "action": "update", "application_id": "7910800073137785",
    "data": { "currency_id": "", "marketplace": "NONE", "status": "closed" },
    "date_created": "2024-10-06T17:42:13.510-04:00", "id": "23603350837", "live_mode": false,
    "status": "closed", "type": "topic_merchant_order_wh", "user_id": 2012037660, "version": 1 }`,
  payment: `{"id":12345,"live_mode":true,"type":"payment","date_created":"2015-03-25T10:04:58.396-04:00","user_id":44444,
    "api_version":"v1","action":"payment.created","data":{"id":"999999999"}}`,
  order: `{"action":"order.processed","api_version":"v1","application_id":"76506430185983","date_created":"2021-11-01T02:02:02Z",
    "id":"123456","live_mode":false,"type":"order","user_id":2025701502,
    "data":{"id":"ORD01JQ4S4KY8HWQ6NA5PXB65B3D3","status":"processed","external_reference":"CAJA01x"}}`,
};

function read(query: Record<string, unknown>, body: string) {
  const parsed = parseNotification(query, body);
  return parsed.kind === 'notification' ? parsed.notification : parsed.kind;
}

describe('a notification', () => {
  it.each([
    {
      form: 'IPN, by query and body',
      query: { id: '15140831325', topic: 'merchant_order' },
      body: captured.ipn,
      is: { topic: 'merchant_order', resourceId: '15140831325', status: null, dialect: 'ipn' },
    },
    {
      form: 'IPN, by query only',
      query: { id: '15140831325', topic: 'merchant_order' },
      body: '',
      is: { topic: 'merchant_order', resourceId: '15140831325', status: null, dialect: 'ipn' },
    },
    {
      form: 'IPN, by body only, with an address as the resource',
      query: {},
      body: captured.ipn,
      is: { topic: 'merchant_order', resourceId: '15140831325', status: null, dialect: 'ipn' },
    },
    {
      form: 'IPN, by body only, with a bare id as the resource',
      query: {},
      body: '{ "resource": "123456789", "topic": "payment" }',
      is: { topic: 'payment', resourceId: '123456789', status: null, dialect: 'ipn' },
    },
    {
      form: "the panel's test, which has no body",
      query: { topic: 'payment', id: '123456' },
      body: '',
      is: { topic: 'payment', resourceId: '123456', dialect: 'ipn' },
    },
    {
      form: 'a merchant order webhook, whose root id is the order',
      query: {},
      body: captured.merchantOrder,
      is: {
        topic: 'merchant_order',
        resourceId: '23603350837',
        status: 'closed',
        action: 'update',
        dialect: 'webhook',
      },
    },
    {
      form: 'a merchant order webhook with its id in the query too',
      query: { 'data.id': '23603350837', type: 'topic_merchant_order_wh', source_news: 'webhooks' },
      body: captured.merchantOrder,
      is: { topic: 'merchant_order', resourceId: '23603350837', status: 'closed', dialect: 'webhook' },
    },
    {
      form: 'a payment webhook, whose root id is the notice',
      query: { 'data.id': '999999999', type: 'payment' },
      body: captured.payment,
      is: { topic: 'payment', resourceId: '999999999', action: 'payment.created', dialect: 'webhook' },
    },
    {
      form: 'a payment webhook without a query',
      query: {},
      body: captured.payment,
      is: { topic: 'payment', resourceId: '999999999' },
    },
    {
      form: 'an order of the Orders API',
      query: { 'data.id': 'ORD01JQ4S4KY8HWQ6NA5PXB65B3D3', type: 'order' },
      body: captured.order,
      is: {
        topic: 'order',
        resourceId: 'ORD01JQ4S4KY8HWQ6NA5PXB65B3D3',
        status: 'processed',
        action: 'order.processed',
      },
    },
    {
      form: 'a topic that the relay does not know',
      query: {},
      body: '{"type":"chargebacks","action":"created","data":{"id":"88"}}',
      is: { topic: 'other', rawTopic: 'chargebacks', resourceId: '88' },
    },
    {
      form: 'a topic named like something that every object has',
      query: { topic: 'constructor', id: '1' },
      body: '',
      is: { topic: 'other', rawTopic: 'constructor', resourceId: '1' },
    },
    {
      form: 'an object that says nothing',
      query: {},
      body: '{}',
      is: { topic: 'other', rawTopic: '', resourceId: null },
    },
    {
      form: 'an id beyond 2^53 as a number',
      query: {},
      body: '{"type":"topic_merchant_order_wh","id":92233720368547758071,"status":"closed"}',
      is: { topic: 'merchant_order', resourceId: '92233720368547758071' },
    },
    {
      form: 'an id as a small number',
      query: {},
      body: '{"type":"topic_merchant_order_wh","id":555,"status":"closed"}',
      is: { topic: 'merchant_order', resourceId: '555' },
    },
  ])('is understood as $form', ({ query, body, is }) => {
    expect(read(query, body)).toMatchObject(is);
  });

  it.each([
    ['', {}],
    ['not json', {}],
    ['{"id":', {}],
    ['[1,2]', {}],
    ['"text"', {}],
    ['', { topic: 'merchant_order' }],
    ['', { id: '1' }],
    ['\u0000', { source_news: 'webhooks' }],
  ])('is unreadable as %j with %j', (body, query) => {
    expect(read(query, body)).toBe('unreadable');
  });

  it.each([
    'https://api.mercadopago.com/merchant_orders/../v1/secrets?x=',
    '../../users/me',
    '1/2?x=1#',
    'a b',
    '%2e%2e',
    'x'.repeat(65),
    '',
  ])('never names a resource that could leave its place in a path: %j', (resource) => {
    const notification = read({}, JSON.stringify({ topic: 'merchant_order', resource }));
    const id = typeof notification === 'string' ? null : notification.resourceId;
    expect(id === null || /^[A-Za-z0-9_-]{1,64}$/.test(id)).toBe(true);
  });

  it('is never more than what the wire allows, whatever comes', () => {
    const query = fc.dictionary(
      fc.constantFrom('id', 'topic', 'type', 'data.id', 'x', '__proto__'),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined)),
    );
    const field = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.constant(null),
      fc.object(),
      fc.bigInt().map(String),
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          {
            id: field,
            type: field,
            topic: field,
            action: field,
            status: field,
            resource: field,
            data: fc.oneof(field, fc.record({ id: field, status: field })),
          },
          { requiredKeys: [] },
        )
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(query, body, (anyQuery, anyBody) => {
        const notification = read(anyQuery, anyBody);
        if (typeof notification === 'string') return;
        expect(notification.resourceId ?? 'none').toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        expect((notification.status ?? '').length).toBeLessThanOrEqual(32);
        expect(notification.rawTopic.length).toBeLessThanOrEqual(64);
      }),
      { numRuns: 1000 },
    );
  });
});
