import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { SimulatorControl } from './control';

import { refundErrorCodes } from '../api/refund-problems';
import { payOutcomes, settledOutcomes } from '../customer/pay';
import { apiFaultSchema } from '../faults/fault-rules';
import { notificationFaultSchema } from '../notifications/notification-faults';
import { paymentMethods, refundStatuses } from '../world/model';
import { deleteRefusalCodes } from './control';

const payBody = z
  .strictObject({
    outcome: z.enum(payOutcomes).optional(),
    amount: z.number().optional(),
    method: z.enum(paymentMethods).optional(),
  })
  .default({});

const notificationOptionsBody = z.strictObject({
  forms: z.enum(['webhook', 'ipn', 'both']).optional(),
  opened: z.enum(['none', 'scan', 'everywhere']).optional(),
  paymentTopic: z.boolean().optional(),
  signingSecret: z.string().nullable().optional(),
});

const forgedBody = z.strictObject({
  url: z.url(),
  merchantOrderId: z.int(),
  status: z.enum(['opened', 'closed', 'expired']).optional(),
  form: z.enum(['webhook', 'ipn']).optional(),
});

const settleBody = z.strictObject({ outcome: z.enum(settledOutcomes) });

const settleRefundBody = z.strictObject({ outcome: z.enum(['approved', 'rejected']) });

const endChargeBackBody = z.strictObject({ outcome: z.enum(['settled', 'reimbursed']) });

const endDisputeBody = z.strictObject({ winner: z.enum(['seller', 'customer']) });

const behaviourBody = z.strictObject({
  pendingOrder: z.enum(['overwrite', 'refuse']).optional(),
  merchantOrderCreatedAt: z.enum(['scan', 'firstPayment']).optional(),
  paymentSearchLagMs: z.int().nonnegative().optional(),
  merchantOrderSearchLagMs: z.int().nonnegative().optional(),
  refundVisibleAfterMs: z.int().nonnegative().optional(),
  commissionBasisPoints: z.int().min(0).max(10_000).optional(),
});

const balanceBody = z.strictObject({ amount: z.number().nullable() });

const refundErrorCode = z.number().transform((code, context) => {
  const known = refundErrorCodes.find((documented) => documented === code);
  if (known !== undefined) return known;
  context.addIssue(`${String(code)} is not a documented error of refunds`);
  return z.NEVER;
});

const refundBody = z.strictObject({ amount: z.number().optional() }).default({});

const refuseDeleteBody = z.strictObject({
  code: z.enum(deleteRefusalCodes),
  times: z.int().positive().default(1),
});

const clockBody = z.union([z.strictObject({ advanceMs: z.int() }), z.strictObject({ skewMs: z.int() })]);

const textId = z.object({ id: z.string() });
const numberId = z.object({ id: z.string().regex(/^\d+$/).transform(Number) });
const posName = z.object({ pos: z.string() });

/**
 * The control over HTTP, under `/_simulator`, for programs that cannot call it directly. Answers 200 with the view, or
 * what {@link answerControlErrors} says.
 */
export function registerControlRoutes(app: FastifyInstance, control: SimulatorControl): void {
  app.get('/state', () => ({
    account: { userId: control.account.userId, siteId: control.account.siteId, name: control.account.businessName },
    now: control.clock.now().toISOString(),
    pos: control.allPos(),
    orders: control.orders(),
    scans: control.scans(),
    merchantOrders: control.merchantOrders(),
  }));
  app.get('/requests', () => control.requests.list());
  app.delete('/requests', command(control.requests.clear));

  app.post('/scans', ({ body }) => control.scan(posName.parse(body).pos));
  app.post(
    '/scans/:id/start-paying',
    command(({ params }) => control.startPaying(textId.parse(params))),
  );
  app.post('/scans/:id/pay', ({ params, body }) => control.pay(textId.parse(params), payBody.parse(body)));
  app.post(
    '/scans/:id/leave',
    command(({ params }) => control.leave(textId.parse(params))),
  );

  app.post('/payments/:id/settle', ({ params, body }) =>
    control.settlePending(numberId.parse(params), settleBody.parse(body).outcome),
  );
  app.post('/payments/:id/refund', ({ params, body }) =>
    control.refund(numberId.parse(params), refundBody.parse(body)),
  );
  app.post('/refunds/:id/settle', ({ params, body }) =>
    control.settleRefund(numberId.parse(params), settleRefundBody.parse(body).outcome),
  );
  app.post('/payments/:id/charge-back', ({ params }) => control.chargeBack(numberId.parse(params)));
  app.post('/payments/:id/end-charge-back', ({ params, body }) =>
    control.endChargeBack(numberId.parse(params), endChargeBackBody.parse(body).outcome),
  );
  app.post('/payments/:id/dispute', ({ params }) => control.dispute(numberId.parse(params)));
  app.post('/payments/:id/end-dispute', ({ params, body }) =>
    control.endDispute(numberId.parse(params), endDisputeBody.parse(body).winner),
  );
  app.post(
    '/payments/:id/show',
    command(({ params, body }) =>
      control.showPayment(numberId.parse(params), z.record(z.string(), z.unknown()).parse(body)),
    ),
  );

  app.post(
    '/merchant-orders/:id/show',
    command(({ params, body }) => control.show(numberId.parse(params), z.record(z.string(), z.unknown()).parse(body))),
  );
  app.post(
    '/merchant-orders/:id/expire',
    command(({ params }) => control.expireMerchantOrder(numberId.parse(params))),
  );
  app.post(
    '/merchant-orders/:id/send-opened',
    command(({ params }) => control.notifications.sendOpened(numberId.parse(params))),
  );

  app.post(
    '/pos/:pos/refuse-delete',
    command(({ params, body }) => {
      const { code, times } = refuseDeleteBody.parse(body);
      control.refuseDelete(posName.parse(params).pos, code, { times });
    }),
  );
  app.post(
    '/refunds/next',
    command(({ body }) => control.nextRefunds(...z.array(z.enum(refundStatuses)).parse(body))),
  );

  app.post(
    '/refunds/refuse',
    command(({ body }) => control.refuseRefunds(...z.array(refundErrorCode).parse(body))),
  );
  app.post(
    '/balance',
    command(({ body }) => control.setBalance(balanceBody.parse(body).amount)),
  );
  app.post(
    '/behaviour',
    command(({ body }) => control.behave(given(behaviourBody.parse(body)))),
  );

  app.post(
    '/faults',
    command(({ body }) => control.faults.add(apiFaultSchema.parse(body))),
  );
  app.delete('/faults', command(control.faults.clear));
  app.post('/faults/hang-up', command(control.faults.hangUp));

  app.get('/notifications', () => control.notifications.deliveries());
  app.post(
    '/notifications/faults',
    command(({ body }) => control.notifications.faults.add(notificationFaultSchema.parse(body))),
  );
  app.delete('/notifications/faults', command(control.notifications.faults.clear));
  app.post(
    '/notifications/options',
    command(({ body }) => {
      control.notifications.configure(given(notificationOptionsBody.parse(body)));
    }),
  );
  app.post(
    '/notifications/forge',
    command(({ body }) => control.notifications.forge(forgedBody.parse(body))),
  );
  app.post(
    '/notifications/:id/resend',
    command(({ params }) => control.notifications.resend(numberId.parse(params))),
  );
  app.post('/notifications/flush', async () => {
    await control.flushRetries();
    return ok;
  });

  app.post('/clock', ({ body }) => {
    const move = clockBody.parse(body);
    if ('advanceMs' in move) control.clock.advance(move.advanceMs);
    else control.clock.skew(move.skewMs);
    return { now: control.clock.now().toISOString() };
  });
}

const ok = { ok: true } as const;

/** What the body says, without what it leaves as it is. */
function given<T extends object>(changes: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  // Only entries whose value is undefined were taken away.
  return Object.fromEntries(said) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}

/** A call that gives nothing back but its success. */
function command(run: (request: FastifyRequest) => unknown) {
  return (request: FastifyRequest) => {
    run(request);
    return ok;
  };
}
