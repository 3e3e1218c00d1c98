import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Account, Pos, Store } from '../world/model';
import type { World } from '../world/world';
import type { Problem } from './problem';

import { sites } from '../world/sites';
import { findPosByExternalId } from '../world/world';
import { accountOf } from './authenticate';
import { pageSchema } from './page';
import { posJson } from './pos-json';
import { posSchema } from './pos-schema';
import { problem, refuse, schemaProblem } from './problem';

const searchSchema = z.strictObject({
  external_id: z.string().optional(),
  external_store_id: z.string().optional(),
  store_id: z.string().regex(/^\d+$/, 'INVALID_STORE_ID: store_id must be numeric.').optional(),
  category: z.string().regex(/^\d+$/, 'INVALID_CATEGORY: category must be numeric.').optional(),
  ...pageSchema(50),
});

type PosBody = Omit<z.infer<ReturnType<typeof posSchema>>, 'name'>;

/** POS (cajas): create, read, search, change and delete. */
export function registerPosRoutes(app: FastifyInstance, world: World): void {
  app.post('/pos', (request, reply) => {
    const account = accountOf(request);
    const body = posSchema(sites[account.siteId]).safeParse(request.body);
    if (!body.success) return refuse(reply, schemaProblem(body.error));
    const wrong = checkPos(world, account, body.data, undefined);
    if (wrong !== undefined) return refuse(reply, wrong);
    const now = world.clock.now();
    const id = world.ids.pos();
    const store = findStore(world, account, body.data);
    const pos: Pos = {
      id,
      uuid: world.ids.posUuid(id),
      userId: account.userId,
      createdAt: now,
      updatedAt: now,
      name: body.data.name,
      fixedAmount: body.data.fixed_amount ?? false,
      category: body.data.category ?? null,
      storeId: store?.id ?? null,
      externalStoreId: store?.externalId ?? null,
      externalId: body.data.external_id ?? null,
      url: null,
    };
    world.pos.set(id, pos);
    return reply.code(201).send(posJson(pos, baseUrl(request)));
  });

  app.get('/pos', (request, reply) => search(world, request, reply));
  app.get('/users/:user_id/pos', (request, reply) => {
    const { user_id } = z.object({ user_id: z.string() }).parse(request.params);
    if (user_id !== String(accountOf(request).userId)) return refuse(reply, problem(403, 'forbidden', 'Forbidden'));
    return search(world, request, reply);
  });

  app.get('/pos/:id', (request, reply) => {
    const found = findPos(world, request);
    return found.ok ? reply.send(posJson(found.pos, baseUrl(request))) : refuse(reply, found.problem);
  });

  app.put('/pos/:id', (request, reply) => {
    const found = findPos(world, request);
    if (!found.ok) return refuse(reply, found.problem);
    const { pos } = found;
    const account = accountOf(request);
    const body = posSchema(sites[account.siteId]).partial().safeParse(request.body);
    if (!body.success) return refuse(reply, schemaProblem(body.error));
    const wrong = checkPos(world, account, body.data, pos);
    if (wrong !== undefined) return refuse(reply, wrong);
    const { name, fixed_amount, category, external_id } = body.data;
    pos.name = name ?? pos.name;
    pos.fixedAmount = fixed_amount ?? pos.fixedAmount;
    if (category !== undefined) pos.category = category;
    if (external_id !== undefined) pos.externalId = external_id;
    const store = findStore(world, account, body.data);
    if (store !== undefined) {
      pos.storeId = store.id;
      pos.externalStoreId = store.externalId;
    }
    pos.updatedAt = world.clock.now();
    return reply.send(posJson(pos, baseUrl(request)));
  });

  app.delete('/pos/:id', (request, reply) => {
    const found = findPos(world, request);
    if (!found.ok) return refuse(reply, found.problem);
    world.pos.delete(found.pos.id);
    return reply.code(204).send();
  });
}

function search(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const query = searchSchema.safeParse(request.query);
  if (!query.success) return refuse(reply, schemaProblem(query.error));
  const { limit, offset, external_id, external_store_id, store_id, category } = query.data;
  const { userId } = accountOf(request);
  const found = [...world.pos.values()].filter(
    (pos) =>
      pos.userId === userId &&
      (external_id === undefined || pos.externalId?.toLowerCase() === external_id.toLowerCase()) &&
      (external_store_id === undefined || pos.externalStoreId === external_store_id) &&
      (store_id === undefined || String(pos.storeId) === store_id) &&
      (category === undefined || String(pos.category) === category),
  );
  return reply.send({
    paging: { total: found.length, offset, limit },
    results: found.slice(offset, offset + limit).map((pos) => posJson(pos, baseUrl(request))),
  });
}

type FoundPos = { readonly ok: true; readonly pos: Pos } | { readonly ok: false; readonly problem: Problem };

function findPos(world: World, request: FastifyRequest): FoundPos {
  const { id } = z.object({ id: z.string() }).parse(request.params);
  if (!/^\d+$/.test(id)) return { ok: false, problem: problem(400, 'INVALID_POS_ID', 'pos_id must be numeric.') };
  const pos = world.pos.get(Number(id));
  if (pos?.userId !== accountOf(request).userId) {
    return { ok: false, problem: problem(404, 'not_found', 'POS not found for ID and user.') };
  }
  return { ok: true, pos };
}

/** What a schema cannot see: other cajas, stores, and fields that depend on each other. */
function checkPos(world: World, account: Account, body: PosBody, changing: Pos | undefined): Problem | undefined {
  const twin = body.external_id ? findPosByExternalId(world, account.userId, body.external_id) : undefined;
  if (twin !== undefined && twin !== changing) {
    return problem(409, 'conflict', 'A pos with the same EXTERNAL_ID already exists.');
  }
  if (body.external_store_id && storeByExternalId(world, account, body.external_store_id) === undefined) {
    return problem(400, 'INEXISTENT_EXTERNAL_STORE_ID', 'external_store_id does not exist.');
  }
  if (body.store_id && storeById(world, account, body.store_id) === undefined) {
    return problem(400, 'INVALID_STORE_ID', 'store_id does not exist.');
  }
  if (body.store_id && body.external_store_id) {
    if (storeByExternalId(world, account, body.external_store_id)?.id !== body.store_id) {
      return problem(400, 'EXTERNAL_STORE_ID_NOT_MATCH', 'external_store_id and store_id are not the same store.');
    }
  }
  if (body.url) {
    if (!(body.fixed_amount ?? changing?.fixedAmount)) {
      return problem(400, 'FIXED_AMOUNT_FALSE', 'url requires fixed_amount true.');
    }
    // Only hosts that Mercado Pago has enabled may serve the unattended model, and none is enabled here.
    return problem(403, 'forbidden', 'The host of url is not enabled.');
  }
  return undefined;
}

function findStore(world: World, account: Account, body: PosBody): Store | undefined {
  if (body.store_id) return storeById(world, account, body.store_id);
  if (body.external_store_id) return storeByExternalId(world, account, body.external_store_id);
  return undefined;
}

function storeById(world: World, account: Account, id: number): Store | undefined {
  const store = world.stores.get(id);
  return store?.userId === account.userId ? store : undefined;
}

function storeByExternalId(world: World, account: Account, externalId: string): Store | undefined {
  return [...world.stores.values()].find((store) => store.userId === account.userId && store.externalId === externalId);
}

function baseUrl(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
