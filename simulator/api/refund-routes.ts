import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Payment, Refund } from '../world/model';
import type { World } from '../world/world';
import type { Problem } from './problem';

import { refundable, refundPayment } from '../customer/reverse';
import { toMinorUnits } from '../world/amount';
import { sites } from '../world/sites';
import { accountOf } from './authenticate';
import { refundJson } from './payment-json';
import { problem, refuse } from './problem';

const pathSchema = z.object({ id: z.string(), refund_id: z.string().optional() });
const bodySchema = z.strictObject({ amount: z.unknown().optional() }).nullish();

/** Refunds are possible within 180 days of approval (refunds guide). */
const refundableForMs = 180 * 24 * 60 * 60_000;

interface Remembered {
  readonly payload: string;
  readonly refund: Refund;
}

/** `/v1/payments/{id}/refunds`: ask, list and read. */
export function registerRefundRoutes(app: FastifyInstance, world: World): void {
  const remembered = new Map<string, Remembered>();

  app.post('/v1/payments/:id/refunds', (request, reply) => {
    const payment = ownPayment(world, request);
    if (payment === undefined) return refuse(reply, paymentNotFound);
    const key = request.headers['x-idempotency-key'];
    if (typeof key !== 'string' || key === '') {
      return refuse(reply, problem(400, 'bad_request', "Header X-Idempotency-Key can't be null", 4292));
    }
    const scope = `${String(payment.id)} ${key}`;
    const payload = JSON.stringify(request.body ?? {});
    const before = remembered.get(scope);
    if (before !== undefined) {
      return before.payload === payload
        ? reply.code(201).send(refundJson(payment, before.refund))
        : refuse(
            reply,
            problem(409, 'idempotency_key_already_used', 'The idempotency key was used with another body.'),
          );
    }
    const amount = readAmount(world, payment, request.body);
    if (!amount.ok) return refuse(reply, amount.problem);
    const refund = refundPayment(world, payment, amount.minor, world.nextRefunds.shift() ?? 'approved');
    remembered.set(scope, { payload, refund });
    return reply.code(201).send(refundJson(payment, refund));
  });

  app.get('/v1/payments/:id/refunds', (request, reply) => {
    const payment = ownPayment(world, request);
    if (payment === undefined) return refuse(reply, paymentNotFound);
    return reply.send(payment.refunds.map((refund) => refundJson(payment, refund)));
  });

  app.get('/v1/payments/:id/refunds/:refund_id', (request, reply) => {
    const payment = ownPayment(world, request);
    if (payment === undefined) return refuse(reply, paymentNotFound);
    const refund = payment.refunds.find(({ id }) => String(id) === pathSchema.parse(request.params).refund_id);
    if (refund === undefined) return refuse(reply, problem(404, 'not_found', 'Refund not found', 2032));
    return reply.send(refundJson(payment, refund));
  });
}

const paymentNotFound = problem(404, 'not_found', 'Payment not found', 2000);

function ownPayment(world: World, request: FastifyRequest): Payment | undefined {
  const payment = world.payments.get(Number(pathSchema.parse(request.params).id));
  return payment?.order.userId === accountOf(request).userId ? payment : undefined;
}

type Amount = { readonly ok: true; readonly minor: number } | { readonly ok: false; readonly problem: Problem };

/** Payments reference, refunds, with its error codes; 4040 and 4041 come with 401 there. */
function readAmount(world: World, payment: Payment, body: unknown): Amount {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return wrong(400, 'bad_request', 'The body may only have amount.', 'bad_request');
  if (payment.approvedAt === null || payment.status !== 'approved') {
    return wrong(400, 'bad_request', 'The action requested is not valid for the current payment state', 2063);
  }
  if (world.clock.now().getTime() - payment.approvedAt.getTime() > refundableForMs) {
    return wrong(404, 'not_found', 'Payment too old to be refunded', 2024);
  }
  const available = refundable(payment);
  if (available === 0) {
    return wrong(400, 'bad_request', 'The action requested is not valid for the current payment state', 2063);
  }
  const wanted = parsed.data?.amount;
  if (wanted === undefined) return { ok: true, minor: available };
  if (typeof wanted !== 'number') return wrong(401, 'unauthorized', 'Amount must be numeric', 4041);
  const minor = toMinorUnits(wanted, sites[payment.order.siteId].decimals);
  if (minor === undefined) return wrong(400, 'bad_request', 'Amount has too many decimals', 2085);
  if (minor <= 0) return wrong(401, 'unauthorized', 'Amount must be positive', 4040);
  if (minor > available) return wrong(400, 'bad_request', 'Amount exceeds what is left of the payment', 2085);
  return { ok: true, minor };
}

function wrong(status: number, error: string, message: string, code: string | number): Amount {
  return { ok: false, problem: problem(status, error, message, code) };
}
