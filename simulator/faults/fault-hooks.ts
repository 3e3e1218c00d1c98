import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { ApiFault, ApiFaults } from './fault-rules';

import { refuse } from '../api/problem';

const pending = new WeakMap<FastifyRequest, ApiFault>();

/** Makes the requests that it `concerns` suffer the scripted faults, before anything else looks at them. */
export function sufferFaults(
  app: FastifyInstance,
  faults: ApiFaults,
  concerns: (request: FastifyRequest) => boolean,
  onFault: (request: FastifyRequest, fault: ApiFault) => void,
): void {
  const closing = new AbortController();
  app.addHook('preClose', () => {
    closing.abort();
  });

  app.addHook('onRequest', async (request, reply) => {
    const fault = concerns(request) ? faults.take(request.method, request.url) : undefined;
    if (fault === undefined) return;
    onFault(request, fault);
    if (fault.kind === 'loseAnswer' || (fault.kind === 'neverAnswer' && fault.handled)) {
      pending.set(request, fault);
      return;
    }
    if (fault.kind === 'neverAnswer') faults.leaveHanging(request.raw.socket);
    await suffer(fault, request, reply, closing.signal);
  });

  app.addHook('onSend', async (request, _reply, payload) => {
    const fault = pending.get(request);
    if (fault === undefined) return payload;
    if (fault.kind === 'loseAnswer') request.raw.socket.destroy();
    else faults.leaveHanging(request.raw.socket);
    // Fastify writes the answer once this promise resolves, so it never does.
    return await new Promise<never>(() => undefined);
  });
}

async function suffer(
  fault: ApiFault,
  request: FastifyRequest,
  reply: FastifyReply,
  closing: AbortSignal,
): Promise<void> {
  switch (fault.kind) {
    case 'delay':
      // A rejection here only means that the simulator is closing.
      await sleep(fault.ms, undefined, { signal: closing, ref: false }).catch(() => undefined);
      return;
    case 'status': {
      if (fault.retryAfterSeconds !== undefined) reply.header('retry-after', String(fault.retryAfterSeconds));
      const standard = standardProblems[fault.status] ?? { error: 'internal_error', message: 'Internal error.' };
      const error = fault.error ?? standard.error;
      const message = fault.message ?? standard.message;
      await refuse(reply, { status: fault.status, error, message, cause: [] });
      return;
    }
    case 'garbage':
      await reply.code(200).header('content-type', 'application/json').send('{"elements":[{"id":2360');
      return;
    case 'pretend':
      await reply.code(204).send();
      return;
    case 'html':
      await reply
        .code(fault.status)
        .type('text/html')
        .send('<!doctype html><html><head><title>Error</title></head><body><h1>Error</h1></body></html>');
      return;
    case 'drop':
      reply.hijack();
      request.raw.socket.destroy();
      return;
    case 'neverAnswer':
      reply.hijack();
      return;
    case 'loseAnswer':
      return;
  }
}

/** OpenAPI, responses 429 and 5xx. */
const standardProblems: Readonly<Record<number, { readonly error: string; readonly message: string }>> = {
  401: { error: 'unauthorized', message: 'invalid access token' },
  403: { error: 'forbidden', message: 'Forbidden' },
  404: { error: 'not_found', message: 'Not found' },
  429: {
    error: 'too_many_requests',
    message: 'Rate limit exceeded. Retry after the indicated number of seconds.',
  },
  500: { error: 'internal_error', message: 'Internal error.' },
  502: { error: 'bad_gateway', message: 'Bad gateway.' },
  503: { error: 'service_unavailable', message: 'Service unavailable.' },
  504: { error: 'gateway_timeout', message: 'Gateway timeout.' },
};
