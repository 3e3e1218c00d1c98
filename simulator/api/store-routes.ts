import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Account, Store } from '../world/model';
import type { World } from '../world/world';

import { accountOf } from './authenticate';
import { pageSchema } from './page';
import { problem, refuse, schemaProblem } from './problem';
import { singleStoreJson, storeJson } from './store-json';
import { storeSchema } from './store-schema';

const userPath = z.object({ user_id: z.string() });
const storePath = z.object({ id: z.string() });
const searchSchema = z.strictObject({ external_id: z.string().optional(), ...pageSchema(50) });

/** Stores (sucursales): create, read, search and change. */
export function registerStoreRoutes(app: FastifyInstance, world: World): void {
  app.post('/users/:user_id/stores', (request, reply) => {
    const account = ownerOf(request);
    if (account === undefined) return forbidden(reply);
    const body = storeSchema(account.siteId).safeParse(request.body);
    if (!body.success) return refuse(reply, schemaProblem(body.error));
    const { name, external_id = null, business_hours, location } = body.data;
    if (taken(world, account, external_id)) return refuse(reply, alreadyUsed);
    const store: Store = {
      id: world.ids.store(),
      userId: account.userId,
      createdAt: world.clock.now(),
      name,
      externalId: external_id,
      businessHours: business_hours,
      location,
    };
    world.stores.set(store.id, store);
    return reply.code(201).send(storeJson(store));
  });

  app.get('/users/:user_id/stores/search', (request, reply) => {
    const account = ownerOf(request);
    if (account === undefined) return forbidden(reply);
    const query = searchSchema.safeParse(request.query);
    if (!query.success) return refuse(reply, schemaProblem(query.error));
    const { external_id, limit, offset } = query.data;
    const found = [...world.stores.values()].filter(
      (store) => store.userId === account.userId && (external_id === undefined || store.externalId === external_id),
    );
    const answer = {
      paging: { total: found.length, offset, limit },
      results: found.slice(offset, offset + limit).map(storeJson),
    };
    return reply.send(world.behaviour.storeSearchShape === 'array' ? [answer] : answer);
  });

  app.get('/stores/:id', (request, reply) => {
    const { id } = storePath.parse(request.params);
    if (!/^\d+$/.test(id)) return refuse(reply, problem(400, 'INVALID_STORE_ID', 'store_id must be numeric.'));
    const store = world.stores.get(Number(id));
    if (store?.userId !== accountOf(request).userId) return notFound(reply);
    return reply.send(singleStoreJson(store));
  });

  app.put('/users/:user_id/stores/:id', (request, reply) => {
    const account = ownerOf(request);
    if (account === undefined) return forbidden(reply);
    const store = world.stores.get(Number(storePath.parse(request.params).id));
    if (store?.userId !== account.userId) return notFound(reply);
    const body = storeSchema(account.siteId).partial().safeParse(request.body);
    if (!body.success) return refuse(reply, schemaProblem(body.error));
    const { name, external_id, business_hours, location } = body.data;
    if (external_id !== store.externalId && taken(world, account, external_id ?? null)) {
      return refuse(reply, alreadyUsed);
    }
    store.name = name ?? store.name;
    store.businessHours = business_hours ?? store.businessHours;
    store.location = location ?? store.location;
    if (external_id !== undefined) renameStore(world, store, external_id);
    return reply.send(storeJson(store));
  });
}

/** The account, if the path names it. */
function ownerOf(request: FastifyRequest): Account | undefined {
  const account = accountOf(request);
  return userPath.parse(request.params).user_id === String(account.userId) ? account : undefined;
}

function forbidden(reply: FastifyReply): FastifyReply {
  return refuse(reply, problem(403, 'forbidden', 'Forbidden'));
}

function notFound(reply: FastifyReply): FastifyReply {
  return refuse(reply, problem(404, 'not_found', 'Store not found.'));
}

const alreadyUsed = problem(
  400,
  'VALIDATION_ERROR',
  'External_id-already-used, or check location.state_name and location.city_name.',
);

function taken(world: World, account: Account, externalId: string | null): boolean {
  if (externalId === null) return false;
  return [...world.stores.values()].some((store) => store.userId === account.userId && store.externalId === externalId);
}

function renameStore(world: World, store: Store, externalId: string | null): void {
  store.externalId = externalId;
  for (const pos of world.pos.values()) if (pos.storeId === store.id) pos.externalStoreId = externalId;
}
