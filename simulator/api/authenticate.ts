import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Account } from '../world/model';
import type { World } from '../world/world';

import { problem, refuse } from './problem';

const accounts = new WeakMap<FastifyRequest, Account>();

/** Every route of `app` needs `Authorization: Bearer` with the token of a known account. */
export function requireBearerToken(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    if (new URL(request.url, 'http://simulator').searchParams.has('access_token')) {
      return refuse(reply, problem(401, 'unauthorized', 'Send the access token in the Authorization header.'));
    }
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const account = token === undefined ? undefined : world.accounts.get(token);
    if (account === undefined) {
      return refuse(reply, problem(401, 'unauthorized', 'invalid access token', 'invalid_token'));
    }
    accounts.set(request, account);
    return undefined;
  });
}

/** The account whose token the request carries; only for routes behind {@link requireBearerToken}. */
export function accountOf(request: FastifyRequest): Account {
  const account = accounts.get(request);
  if (account === undefined) throw new Error('The route is not behind requireBearerToken');
  return account;
}
