import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { leaseRequestSchema } from '../../shared/relay-protocol';
import type { LongPoll, RelayIdentity } from '../../shared/relay-protocol';
import type { Buckets } from '../buckets';
import type { Leases } from '../leases';
import type { Metrics } from '../metrics';
import { newestOfEach } from '../newest-of-each';
import type { Store } from '../store';
import { startOf } from '../start-of';
import type { Streams } from '../streams';
import { hashOf } from '../token';
import { bearerOf } from './bearer';
import './facts';

const pollPage = 500;

export interface TillRoutesOptions {
  readonly store: Store;
  readonly streams: Streams;
  readonly leases: Leases;
  readonly metrics: Metrics;
  /** What the tills of each caja may ask. */
  readonly buckets: Buckets;
  readonly notificationUrlOf: (caja: string) => string | null;
  readonly now: () => number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, in the routes for tills. */
    till: { readonly caja: string; readonly tokenHash: string };
  }
}

const waitSchema = z.coerce.number().min(0).max(55);
const ackSchema = z.object({ seq: z.int().nonnegative() });

/** What a till asks. Which caja it is comes from its token, never from the address. */
export function tillRoutes(app: FastifyInstance, options: TillRoutesOptions): void {
  const { store, streams, leases, metrics, buckets, notificationUrlOf, now } = options;

  function tillOf(request: FastifyRequest): FastifyRequest['till'] | null {
    const token = bearerOf(request);
    if (token === null) return null;
    const tokenHash = hashOf(token);
    const caja = store.cajaOfToken(tokenHash);
    return caja === null ? null : { caja, tokenHash };
  }

  const refuse = (reply: FastifyReply) =>
    reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'tokenRefused' });
  const busy = (reply: FastifyReply, status: 429 | 503, seconds: number) =>
    reply.code(status).header('retry-after', String(seconds)).send({ error: 'busy' });

  app.decorateRequest('till');
  app.addHook('onRequest', (request, reply, done) => {
    const till = tillOf(request);
    if (!till) {
      void refuse(reply);
      return;
    }
    request.till = till;
    request.facts.caja = till.caja;
    const waitSeconds = buckets.take(till.caja);
    if (waitSeconds > 0) void busy(reply, 429, waitSeconds);
    else done();
  });

  app.get('/v1/me', ({ till }, reply) => {
    const notificationUrl = notificationUrlOf(till.caja);
    if (notificationUrl === null) return refuse(reply);
    return reply.send({ caja: till.caja, notificationUrl } satisfies RelayIdentity);
  });

  app.post('/v1/ack', ({ till, body }, reply) => {
    const ack = ackSchema.safeParse(body);
    if (!ack.success) return reply.code(400).send({ error: 'badRequest' });
    store.acknowledge(till.caja, Math.min(ack.data.seq, store.stateOf(till.caja).head));
    return reply.code(204).send();
  });

  app.post('/v1/lease', (request, reply) => {
    const asked = leaseRequestSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ error: 'badRequest' });
    const answer = leases.claim(request.till.caja, asked.data);
    Object.assign(request.facts, { claim: asked.data.claim, lease: answer.state, fence: answer.fence });
    return reply.header('cache-control', 'no-store').send(answer);
  });

  app.get<{ Querystring: { wait?: string } }>('/v1/events', async (request, reply) => {
    const { till } = request;
    const header = request.headers['last-event-id'];
    const shown = typeof header === 'string' && header !== '' ? header : undefined;

    if (request.query.wait !== undefined) {
      const wait = waitSchema.safeParse(request.query.wait);
      if (!wait.success) return reply.code(400).send({ error: 'badRequest' });
      const answer = await poll(till.caja, shown, wait.data * 1000);
      // The token may have been taken away while the poll waited.
      return tillOf(request) ? reply.header('cache-control', 'no-store').send(answer) : refuse(reply);
    }

    const retryAfter = streams.retryAfter();
    if (retryAfter !== null) return busy(reply, 503, retryAfter);
    reply.hijack();
    streams.open({ ...till, response: reply.raw }, shown);
    return reply;
  });

  async function poll(caja: string, shown: string | undefined, waitMs: number): Promise<LongPoll> {
    const { after, gap } = startOf(store.stateOf(caja), shown);
    let events = store.read(caja, after, pollPage);
    // A till that shows no cursor only wants to know where the head is.
    if (events.length === 0 && !gap && shown !== undefined && waitMs > 0) {
      await streams.wait(caja, waitMs);
      events = store.read(caja, after, pollPage);
    }
    if (gap) metrics.gaps.inc();
    const news = newestOfEach(events);
    metrics.delivered.inc(news.length);
    const { epoch, head, oldest } = store.stateOf(caja);
    const notificationUrl = notificationUrlOf(caja);
    return {
      epoch,
      head,
      oldest,
      now: new Date(now()).toISOString(),
      gap,
      after: news.at(-1)?.seq ?? after,
      events: news,
      fence: store.leaseOf(caja).fence,
      ...(notificationUrl === null ? {} : { notificationUrl }),
    };
  }
}
