import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Account, Pos } from '../world/model';
import type { World } from '../world/world';
import type { Problem } from './problem';

import { sites } from '../world/sites';
import { findPosByExternalId, orderOnPos } from '../world/world';
import { accountOf } from './authenticate';
import { instoreOrderJson } from './instore-order-json';
import { orderSchema } from './instore-order-schema';
import { problem, refuse, schemaProblem } from './problem';

const putPath = '/instore/qr/seller/collectors/:user_id/stores/:external_store_id/pos/:external_pos_id/orders';
const posPath = '/instore/qr/seller/collectors/:user_id/pos/:external_pos_id/orders';

const pathSchema = z.object({
  user_id: z.string(),
  external_pos_id: z.string(),
  external_store_id: z.string().optional(),
});

/** Instore Orders v2: PUT with the store in the path, GET and DELETE without it. */
export function registerInstoreOrderRoutes(app: FastifyInstance, world: World): void {
  app.put(putPath, (request, reply) => {
    const place = findPlace(world, request);
    if (!place.ok) return refuse(reply, place.problem);
    const { account, pos } = place;
    const now = world.clock.now();
    const body = orderSchema(sites[account.siteId], now).safeParse(request.body);
    if (!body.success) return refuse(reply, schemaProblem(body.error));

    const current = orderOnPos(world, pos.id);
    if (current !== undefined) {
      if (world.behaviour.pendingOrder === 'refuse') {
        return refuse(
          reply,
          problem(409, 'already_queued_order_on_pos', 'There is already a queued order on the pos.'),
        );
      }
      current.fate = 'replaced';
    }
    const { expiresAt, ...rest } = body.data;
    world.orders.push({
      ...rest,
      posId: pos.id,
      userId: account.userId,
      siteId: account.siteId,
      createdAt: now,
      expiresAt: expiresAt ?? new Date(now.getTime() + world.behaviour.defaultExpiryMs),
      fate: 'assigned',
      locked: false,
    });
    return reply.code(204).send();
  });

  app.get(posPath, (request, reply) => {
    const place = findPlace(world, request);
    if (!place.ok) return refuse(reply, place.problem);
    const order = orderOnPos(world, place.pos.id);
    if (order === undefined) {
      return refuse(reply, problem(404, 'point_of_sale_in_store_order_not_found', 'No associated order found.'));
    }
    const json = instoreOrderJson(order, place.pos);
    return reply.send(world.behaviour.orderShape === 'array' ? [json] : json);
  });

  app.delete(posPath, (request, reply) => {
    const place = findPlace(world, request);
    if (!place.ok) return refuse(reply, place.problem);
    const scripted = scriptedRefusal(world, place.pos);
    if (scripted !== undefined) return refuse(reply, scripted);
    const order = orderOnPos(world, place.pos.id);
    if (order === undefined) return refuse(reply, nothingToDelete(world));
    if (order.locked) return refuse(reply, problem(409, 'instore_order_locked_error', 'The order is locked.'));
    order.fate = 'deleted';
    return reply.code(204).send();
  });
}

type Place =
  | { readonly ok: true; readonly account: Account; readonly pos: Pos }
  | { readonly ok: false; readonly problem: Problem };

function findPlace(world: World, request: FastifyRequest): Place {
  const account = accountOf(request);
  const path = pathSchema.parse(request.params);
  if (!/^\d+$/.test(path.user_id)) {
    return { ok: false, problem: problem(400, 'invalid_collectorId', 'user_id must be a number.') };
  }
  if (path.external_pos_id.trim() === '') {
    return { ok: false, problem: problem(400, 'invalid_externalPosId', 'externalPosId must be present.') };
  }
  if (Number(path.user_id) !== account.userId) {
    return { ok: false, problem: problem(400, 'invalid_access_token', 'Access denied.') };
  }
  const pos = findPosByExternalId(world, account.userId, path.external_pos_id);
  // The reference has no key for a caja that does not exist; the status is the POS reference's.
  if (pos === undefined) {
    return { ok: false, problem: problem(404, 'point_of_sale_not_found', 'POS not found for EXTERNAL_ID and user.') };
  }
  if (path.external_store_id !== undefined && path.external_store_id !== pos.externalStoreId) {
    return { ok: false, problem: problem(404, 'store_not_found', 'The POS does not belong to the store.') };
  }
  return { ok: true, account, pos };
}

function scriptedRefusal(world: World, pos: Pos): Problem | undefined {
  const refusal = world.deleteRefusals.get(pos.id);
  if (refusal === undefined) return undefined;
  refusal.times -= 1;
  if (refusal.times <= 0) world.deleteRefusals.delete(pos.id);
  return problem(refusal.status, refusal.code, refusal.message);
}

function nothingToDelete(world: World): Problem {
  return world.behaviour.deleteWithoutOrder === 'in_store_order_creation_error'
    ? problem(500, 'in_store_order_creation_error', 'Failed to delete order.')
    : problem(400, 'in_store_order_delete_error', 'An error occurred when deleting the InStoreOrder');
}
