import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { ControlError } from './control';

/** A page of the Internet that resolves its own name to 127.0.0.1 must not reach these routes. */
export function keepToThisMachine(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.hostname === '127.0.0.1' || request.hostname === 'localhost') return undefined;
    return reply.code(403).send({ error: 'only for this machine' });
  });
}

/** 400 for a body that is not understood, 404 for something unknown, 409 for something impossible now. */
export function answerControlErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ControlError) {
      return reply.code(error.code === 'unknown' ? 404 : 409).send({ error: error.message });
    }
    if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
    throw error;
  });
}
