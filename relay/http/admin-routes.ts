import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cajaNameSchema } from '../../shared/relay-protocol';
import { equalText } from '../capability';
import type { Pairings } from '../pairings';
import type { Store } from '../store';
import { hashOf } from '../token';
import { bearerOf } from './bearer';
import './facts';

export interface AdminRoutesOptions {
  readonly store: Store;
  readonly pairings: Pairings;
  /** `null`: these routes do not exist. */
  readonly adminToken: string | null;
}

const mintSchema = z.object({ caja: cajaNameSchema });

interface AtCaja {
  Params: { caja: string };
}

/** Pairing and unpairing cajas, for whoever holds the administrator's token. */
export function adminRoutes(app: FastifyInstance, { store, pairings, adminToken }: AdminRoutesOptions): void {
  if (adminToken === null) return;
  const expected = hashOf(adminToken);

  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const token = bearerOf(request);
    if (token !== null && equalText(expected, hashOf(token))) return;
    await reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'tokenRefused' });
  });

  app.get('/v1/cajas', (_request, reply) =>
    reply.send({
      cajas: store.cajas().map(({ caja, paired, acked }) => ({
        caja,
        paired,
        acked,
        head: store.stateOf(caja).head,
        inUseOn: store.leaseOf(caja).holder?.name ?? null,
      })),
    }),
  );

  app.post('/v1/cajas', (request, reply) => {
    const asked = mintSchema.safeParse(request.body);
    if (!asked.success) {
      return reply.code(400).send({ error: 'badRequest', message: 'caja must be 1 to 64 letters, digits, - or _' });
    }
    request.facts.caja = asked.data.caja;
    return reply.code(201).header('cache-control', 'no-store').send(pairings.mint(asked.data.caja));
  });

  app.delete<AtCaja>('/v1/cajas/:caja/token', (request, reply) =>
    pairings.revoke(request.params.caja) ? reply.code(204).send() : reply.code(404).send({ error: 'notFound' }),
  );

  app.delete<AtCaja>('/v1/cajas/:caja', (request, reply) =>
    pairings.remove(request.params.caja) ? reply.code(204).send() : reply.code(404).send({ error: 'notFound' }),
  );

  app.post<AtCaja>('/v1/cajas/:caja/rotate-hook', (request, reply) => {
    const notificationUrl = pairings.rotateHook(request.params.caja);
    if (notificationUrl === null) return reply.code(404).send({ error: 'notFound' });
    return reply.send({ caja: request.params.caja, notificationUrl });
  });
}
