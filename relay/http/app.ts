import Fastify, { LogController } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createBuckets } from '../buckets';
import type { RelayConfig } from '../config';
import type { HookSecrets } from '../hook-secrets';
import type { Leases } from '../leases';
import type { Metrics } from '../metrics';
import type { Pairings } from '../pairings';
import type { Store } from '../store';
import type { Streams } from '../streams';
import { adminRoutes } from './admin-routes';
import { safePath } from './facts';
import { healthRoutes } from './health-routes';
import { hookRoutes } from './hook-routes';
import { tillRoutes } from './till-routes';

/** Where log lines go, one JSON object each. */
export interface LogStream {
  write(line: string): void;
}

export interface AppOptions {
  readonly config: Pick<RelayConfig, 'adminToken' | 'dataDir' | 'logLevel' | 'signatureSecrets' | 'trustProxy'>;
  readonly hookSecrets: HookSecrets;
  readonly store: Store;
  readonly streams: Streams;
  readonly leases: Leases;
  readonly metrics: Metrics;
  readonly pairings: Pairings;
  readonly logStream: LogStream;
  readonly mostHooksInFlight: number;
  readonly now: () => number;
  readonly uptime: () => number;
}

/**
 * What one caja's address may be sent, in kilobytes: all that Mercado Pago has kept back for it during an outage at once,
 * and then far more than a counter can sell. Whoever stole the address can't fill the disk with it.
 */
const hookRate = { size: 1000, perSecond: 20 };
/** What the tills of one caja may ask. A till in good health asks a few times a minute. */
const tillRate = { size: 120, perSecond: 10 };

/** The relay's HTTP face, not listening yet. */
export function createApp(options: AppOptions): FastifyInstance {
  const { config, hookSecrets, store, streams, leases, metrics, pairings, logStream, now, uptime } = options;
  const app = Fastify({
    logger: {
      level: config.logLevel,
      stream: logStream,
      // Nothing below is ever logged on purpose; this is for the day somebody does it by mistake.
      redact: ['authorization', 'x-signature', 'token', 'pairing', 'capability', 'notificationUrl'].flatMap((name) => [
        `["${name}"]`,
        `*["${name}"]`,
        `*.headers["${name}"]`,
      ]),
      serializers: {
        req: (request: { method: string; url: string }) => ({ method: request.method, path: safePath(request.url) }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
    bodyLimit: 16 * 1024,
    // Longer than a proxy keeps an idle connection, so that it is never us who close it as a request comes in.
    keepAliveTimeout: 75_000,
    requestTimeout: 15_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      reject(error, request, reply);
    },
  });
  app.server.headersTimeout = 80_000;

  app.decorateRequest('facts');
  app.addHook('onRequest', (request, reply, done) => {
    request.facts = {};
    // Not `onResponse`: Fastify does not call it for a response that the other side cuts short, as every stream is.
    const { ip } = request;
    reply.raw.once('close', () => {
      logRequest(request, reply, ip);
    });
    done();
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'notFound' }));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (request.url.startsWith('/hooks/')) metrics.hooks.inc({ result: 'bad' });
    reject(error, request, reply);
  });

  void app.register((scope, _options, done) => {
    hookRoutes(scope, {
      store,
      metrics,
      hookSecrets,
      signatureSecrets: config.signatureSecrets,
      mostInFlight: options.mostHooksInFlight,
      buckets: createBuckets({ ...hookRate, uptime }),
      now,
    });
    done();
  });
  void app.register((scope, _options, done) => {
    tillRoutes(scope, {
      store,
      streams,
      leases,
      metrics,
      buckets: createBuckets({ ...tillRate, uptime }),
      notificationUrlOf: (caja) => pairings.notificationUrlOf(caja),
      now,
    });
    done();
  });
  void app.register((scope, _options, done) => {
    adminRoutes(scope, { store, pairings, adminToken: config.adminToken });
    done();
  });
  healthRoutes(app, { store, dataDir: config.dataDir });
  return app;
}

/** The request's one line. */
function logRequest(request: FastifyRequest, reply: FastifyReply, ip: string): void {
  request.log.info(
    {
      method: request.method,
      path: safePath(request.url),
      status: reply.raw.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ip,
      ...(reply.raw.writableFinished ? {} : { cut: true }),
      ...request.facts,
    },
    'request',
  );
}

/** A request that could not be handled: its own fault is 4xx and worth no line of its own, ours is 503 and is logged. */
function reject(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 503;
  if (status >= 400 && status < 500) {
    void reply.code(status).send({ error: error.code });
    return;
  }
  request.log.error({ err: error }, 'the request failed');
  void reply.code(503).header('retry-after', '30').send({ error: 'unavailable' });
}
