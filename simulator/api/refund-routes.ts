import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Payment, Refund } from '../world/model';
import type { World } from '../world/world';
import type { Problem } from './problem';
import type { RefundErrorCode } from './refund-problems';

import { refundable, refundPayment } from '../customer/reverse';
import { toJsonAmount, toMinorUnits } from '../world/amount';
import { sites } from '../world/sites';
import { paymentAsSeen } from '../world/versions';
import { accountOf } from './authenticate';
import { refundJson } from './payment-json';
import { problem, refuse } from './problem';
import { refundProblem } from './refund-problems';

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
    if (payment === undefined) return refuse(reply, refundProblem(2000));
    const key = request.headers['x-idempotency-key'];
    if (typeof key !== 'string' || key === '') {
      return refuse(reply, refundProblem(4292));
    }
    const scope = `${String(payment.id)} ${key}`;
    const payload = JSON.stringify(request.body ?? {});
    const before = remembered.get(scope);
    if (before !== undefined) {
      return before.payload === payload
        ? answer(request, reply, payment, before.refund)
        : refuse(
            reply,
            problem(409, 'idempotency_key_already_used', 'The idempotency key was used with another body.'),
          );
    }
    const scripted = world.refundRefusals.shift();
    if (scripted !== undefined) return refuse(reply, scripted);
    const amount = readAmount(world, payment, request.body);
    if (!amount.ok) return refuse(reply, amount.problem);
    const refund = refundPayment(world, payment, amount.minor, world.nextRefunds.shift() ?? 'approved');
    remembered.set(scope, { payload, refund });
    return answer(request, reply, payment, refund);
  });

  app.get('/v1/payments/:id/refunds', (request, reply) => {
    const payment = ownPayment(world, request);
    if (payment === undefined) return refuse(reply, refundProblem(2000));
    return reply.send(refundsSeen(world, payment).map((refund) => refundJson(payment, refund)));
  });

  app.get('/v1/payments/:id/refunds/:refund_id', (request, reply) => {
    const payment = ownPayment(world, request);
    if (payment === undefined) return refuse(reply, refundProblem(2000));
    const { refund_id } = pathSchema.parse(request.params);
    const refund = refundsSeen(world, payment).find(({ id }) => String(id) === refund_id);
    if (refund === undefined) return refuse(reply, refundProblem(2032));
    return reply.send(refundJson(payment, refund));
  });
}

/**
 * A Pix refund that is still in process comes as a 400, although it was made, unless the caller asked to be shown it
 * (refund-pix guide).
 */
function answer(request: FastifyRequest, reply: FastifyReply, payment: Payment, refund: Refund): FastifyReply {
  const rendered = request.headers['x-render-in-process-refunds'] === 'true';
  if (payment.method === 'pix' && refund.status === 'in_process' && !rendered) {
    return refuse(reply, problem(400, 'bad_request', 'The refund is in process.', 'in_process'));
  }
  return reply.code(201).send(refundJson(payment, refund));
}

function refundsSeen(world: World, payment: Payment): readonly Refund[] {
  return paymentAsSeen(world, payment, 0)?.refunds ?? [];
}

function ownPayment(world: World, request: FastifyRequest): Payment | undefined {
  const payment = world.payments.get(Number(pathSchema.parse(request.params).id));
  return payment?.order.userId === accountOf(request).userId ? payment : undefined;
}

type Amount = { readonly ok: true; readonly minor: number } | { readonly ok: false; readonly problem: Problem };

function readAmount(world: World, payment: Payment, body: unknown): Amount {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { ok: false, problem: problem(400, 'bad_request', 'The body may only have amount.') };
  if (payment.approvedAt === null || payment.status !== 'approved') return refused(2063);
  if (world.clock.now().getTime() - payment.approvedAt.getTime() > refundableForMs) return refused(2024);
  const available = refundable(payment);
  if (available === 0) return refused(2063);
  const wanted = parsed.data?.amount ?? toJsonAmount(available, sites[payment.order.siteId].decimals);
  if (typeof wanted !== 'number') return refused(4041);
  const minor = toMinorUnits(wanted, sites[payment.order.siteId].decimals);
  if (minor === undefined) return refused(2085);
  if (minor <= 0) return refused(4040);
  if (minor > available) return refused(2085);
  // Refunds guide: the seller needs the money in the account.
  if (world.availableBalance !== null && minor > world.availableBalance) return refused(2031);
  return { ok: true, minor };
}

function refused(code: RefundErrorCode): Amount {
  return { ok: false, problem: refundProblem(code) };
}
