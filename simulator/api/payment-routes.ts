import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { PaymentFacts } from '../world/model';
import type { World } from '../world/world';

import { readSearchDate } from '../world/search-date';
import { paymentAsSeen } from '../world/versions';
import { accountOf } from './authenticate';
import { pageSchema } from './page';
import { paymentFacts, paymentJson } from './payment-json';
import { problem, refuse } from './problem';

const dateFields = ['date_approved', 'date_created', 'date_last_updated', 'money_release_date'] as const;

/** Search (Payments reference): `sort` and `criteria` are required. A filter it does not have is refused. */
function searchSchema(now: Date) {
  const date = z.string().transform((text, context) => {
    const read = readSearchDate(text, now);
    if (read !== undefined) return read;
    context.addIssue(`${text} is not a date nor a relative date.`);
    return z.NEVER;
  });
  return z
    .strictObject({
      sort: z.enum(dateFields),
      criteria: z.enum(['asc', 'desc']),
      external_reference: z.string().optional(),
      status: z.string().optional(),
      pos_id: z.string().optional(),
      store_id: z.string().optional(),
      'collector.id': z.string().optional(),
      range: z.enum(dateFields).optional(),
      begin_date: date.optional(),
      end_date: date.optional(),
      ...pageSchema(30, 1000),
    })
    .refine((search) => search.range !== undefined || (search.begin_date ?? search.end_date) === undefined, {
      error: 'begin_date and end_date need range.',
    });
}

type Search = z.infer<ReturnType<typeof searchSchema>>;

/** `GET /v1/payments/{id}` and `GET /v1/payments/search`. */
export function registerPaymentRoutes(app: FastifyInstance, world: World): void {
  app.get('/v1/payments/search', (request, reply) => {
    const query = searchSchema(world.clock.now()).safeParse(request.query);
    if (!query.success) {
      return refuse(reply, problem(400, 'bad_request', query.error.issues[0]?.message ?? 'invalid query'));
    }
    const { userId } = accountOf(request);
    const found = [...world.payments.values()]
      .flatMap((payment) => paymentAsSeen(world, payment, world.behaviour.paymentSearchLagMs) ?? [])
      .filter((payment) => payment.order.userId === userId && matches(world, payment, query.data))
      .sort((a, b) => (dateOf(a, query.data.sort) ?? 0) - (dateOf(b, query.data.sort) ?? 0));
    if (query.data.criteria === 'desc') found.reverse();
    const { limit, offset } = query.data;
    return reply.send({
      paging: { total: found.length, limit, offset },
      results: found.slice(offset, offset + limit).map((payment) => paymentJson(world, payment)),
    });
  });

  app.get('/v1/payments/:id', (request, reply) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    const found = world.payments.get(Number(id));
    const payment = found && paymentAsSeen(world, found, 0);
    if (payment?.order.userId !== accountOf(request).userId) {
      return refuse(reply, problem(404, 'not_found', 'Payment not found', 2000));
    }
    return reply.send(paymentJson(world, payment));
  });
}

function matches(world: World, payment: PaymentFacts, search: Search): boolean {
  const facts = paymentFacts(world, payment);
  return (
    (search.external_reference ?? facts.external_reference) === facts.external_reference &&
    (search.status ?? facts.status) === facts.status &&
    (search.pos_id ?? facts.pos_id) === facts.pos_id &&
    (search.store_id ?? facts.store_id) === facts.store_id &&
    (search['collector.id'] ?? String(facts.collector_id)) === String(facts.collector_id) &&
    isWithin(payment, search)
  );
}

/** A payment without the date that the range is about (one that nobody approved) is in no range. */
function isWithin(payment: PaymentFacts, { range, begin_date, end_date }: Search): boolean {
  if (range === undefined) return true;
  const at = dateOf(payment, range);
  if (at === undefined) return false;
  return at >= (begin_date?.getTime() ?? at) && at <= (end_date?.getTime() ?? at);
}

function dateOf(payment: PaymentFacts, name: Search['sort']): number | undefined {
  if (name === 'date_created') return payment.createdAt.getTime();
  if (name === 'date_last_updated') return payment.updatedAt.getTime();
  return payment.approvedAt?.getTime();
}
