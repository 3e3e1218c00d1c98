import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

import type { ApiFaults } from '../faults/fault-rules';
import type { World } from '../world/world';
import type { RequestLog } from './request-log';

import { sufferFaults } from '../faults/fault-hooks';
import { requireBearerToken } from './authenticate';
import { registerInstoreOrderRoutes } from './instore-order-routes';
import { registerMerchantOrderRoutes } from './merchant-order-routes';
import { registerPaymentRoutes } from './payment-routes';
import { registerPosRoutes } from './pos-routes';
import { problem, refuse } from './problem';
import { registerQrImageRoutes } from './qr-image-routes';
import { registerRefundRoutes } from './refund-routes';
import { keepRequestLog } from './request-log';
import { registerStoreRoutes } from './store-routes';
import { registerUserRoutes } from './user-routes';

/** Paths that the API has, whatever the method: another method on them is a 405 and not a 404. */
const knownPaths = [
  /^\/instore\/qr\/seller\/collectors\/[^/]+(\/stores\/[^/]+)?\/pos\/[^/]+\/orders$/,
  /^\/merchant_orders(\/[^/]+)?$/,
  /^\/users\/me$/,
  /^\/users\/[^/]+\/stores(\/[^/]+)?$/,
  /^\/stores\/[^/]+$/,
  /^\/pos(\/[^/]+)?$/,
  /^\/v1\/payments\/[^/]+(\/refunds(\/[^/]+)?)?$/,
];

/** The simulated api.mercadopago.com, not yet listening. */
export function createApiServer(world: World, faults: ApiFaults): { app: FastifyInstance; requests: RequestLog } {
  const app = Fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 } });
  acceptEmptyJson(app);

  app.addHook('onRequest', (_request, reply, done) => {
    // The till measures its own clock's error against this header.
    reply.header('date', world.clock.now().toUTCString());
    reply.header('x-request-id', randomUUID());
    done();
  });
  const requests = keepRequestLog(app, world.clock, isApiRequest);
  sufferFaults(app, faults, isApiRequest, (request, fault) => requests.noteFault(request, fault.kind));

  app.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    if (status >= 500) return refuse(reply, problem(500, 'internal_error', messageOf(error)));
    return refuse(reply, problem(status, 'bad_request', messageOf(error)));
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (knownPaths.some((known) => known.test(path))) {
      return reply
        .code(405)
        .type('text/html')
        .send(
          '<html><head><title>Error 405</title></head><body><h2>HTTP ERROR 405 Method Not Allowed</h2></body></html>',
        );
    }
    return refuse(reply, problem(404, 'not_found', `The resource ${path} does not exist.`));
  });

  app.register((api, _options, done) => {
    requireBearerToken(api, world);
    registerUserRoutes(api);
    registerStoreRoutes(api, world);
    registerPosRoutes(api, world);
    registerInstoreOrderRoutes(api, world);
    registerMerchantOrderRoutes(api, world);
    registerPaymentRoutes(api, world);
    registerRefundRoutes(api, world);
    done();
  });
  registerQrImageRoutes(app, world);
  return { app, requests };
}

/** Refunds and deletions are documented with an empty body, which clients send with a JSON content type all the same. */
function acceptEmptyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = body.toString();
    if (text === '') {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(text));
    } catch {
      done(Object.assign(new Error('The body is not valid JSON.'), { statusCode: 400 }));
    }
  });
}

function isApiRequest(request: FastifyRequest): boolean {
  return !/^\/(_simulator|phone)(\/|\?|$)/.test(request.url);
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
