import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Payment } from '../world/model';
import type { World } from '../world/world';

import { accountOf } from './authenticate';
import { pageSchema } from './page';
import { paymentJson } from './payment-json';
import { problem, refuse } from './problem';

const date = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Search (Payments reference): `sort` and `criteria` are required. */
const searchSchema = z.strictObject({
  sort: z.enum(['date_approved', 'date_created', 'date_last_updated', 'money_release_date']),
  criteria: z.enum(['asc', 'desc']),
  external_reference: z.string().optional(),
  status: z.string().optional(),
  pos_id: z.string().optional(),
  store_id: z.string().optional(),
  'collector.id': z.string().optional(),
  range: z.enum(['date_approved', 'date_created', 'date_last_updated']).optional(),
  begin_date: date.optional(),
  end_date: date.optional(),
  ...pageSchema(30, 1000),
});

type Search = z.infer<typeof searchSchema>;

/** `GET /v1/payments/{id}` and `GET /v1/payments/search`. */
export function registerPaymentRoutes(app: FastifyInstance, world: World): void {
  app.get('/v1/payments/search', (request, reply) => {
    const query = searchSchema.safeParse(request.query);
    if (!query.success) {
      return refuse(reply, problem(400, 'bad_request', query.error.issues[0]?.message ?? 'invalid query'));
    }
    const { userId } = accountOf(request);
    const found = [...world.payments.values()]
      .filter((payment) => payment.order.userId === userId && matches(world, payment, query.data))
      .sort((a, b) => dateOf(a, query.data.sort) - dateOf(b, query.data.sort));
    if (query.data.criteria === 'desc') found.reverse();
    const { limit, offset } = query.data;
    return reply.send({
      paging: { total: found.length, limit, offset },
      results: found.slice(offset, offset + limit).map((payment) => paymentJson(world, payment)),
    });
  });

  app.get('/v1/payments/:id', (request, reply) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    const payment = world.payments.get(Number(id));
    if (payment?.order.userId !== accountOf(request).userId) {
      return refuse(reply, problem(404, 'not_found', 'Payment not found', 2000));
    }
    return reply.send(paymentJson(world, payment));
  });
}

function matches(world: World, payment: Payment, search: Search): boolean {
  const json = paymentJson(world, payment);
  const at = dateOf(payment, search.range ?? 'date_created');
  return (
    (search.external_reference ?? json.external_reference) === json.external_reference &&
    (search.status ?? json.status) === json.status &&
    (search.pos_id ?? json.pos_id) === json.pos_id &&
    (search.store_id ?? json.store_id) === json.store_id &&
    (search['collector.id'] ?? String(json.collector_id)) === String(json.collector_id) &&
    (search.begin_date === undefined || at >= search.begin_date.getTime()) &&
    (search.end_date === undefined || at <= search.end_date.getTime())
  );
}

function dateOf(payment: Payment, name: Search['sort']): number {
  if (name === 'date_created') return payment.createdAt.getTime();
  if (name === 'date_last_updated') return payment.updatedAt.getTime();
  return payment.approvedAt?.getTime() ?? 0;
}
