import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { LongPoll, RelayIdentity } from '../../shared/relay-protocol';
import type { Metrics } from '../metrics';
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
  readonly metrics: Metrics;
  readonly notificationUrlOf: (caja: string) => string | null;
  readonly now: () => number;
}

const waitSchema = z.coerce.number().min(0).max(55);
const ackSchema = z.object({ seq: z.int().nonnegative() });

/** What a till asks. Which caja it is comes from its token, never from the address. */
export function tillRoutes(app: FastifyInstance, options: TillRoutesOptions): void {
  const { store, streams, metrics, notificationUrlOf, now } = options;

  function tillOf(request: FastifyRequest): { readonly caja: string; readonly tokenHash: string } | null {
    const token = bearerOf(request);
    if (token === null) return null;
    const tokenHash = hashOf(token);
    const caja = store.cajaOfToken(tokenHash);
    if (caja === null) return null;
    request.facts.caja = caja;
    return { caja, tokenHash };
  }

  const refuse = (reply: FastifyReply) =>
    reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'tokenRefused' });

  app.get('/v1/me', (request, reply) => {
    const till = tillOf(request);
    const notificationUrl = till && notificationUrlOf(till.caja);
    if (!till || !notificationUrl) return refuse(reply);
    return reply.send({ caja: till.caja, notificationUrl } satisfies RelayIdentity);
  });

  app.post('/v1/ack', (request, reply) => {
    const till = tillOf(request);
    if (!till) return refuse(reply);
    const ack = ackSchema.safeParse(request.body);
    if (!ack.success) return reply.code(400).send({ error: 'badRequest' });
    store.acknowledge(till.caja, Math.min(ack.data.seq, store.stateOf(till.caja).head));
    return reply.code(204).send();
  });

  app.get<{ Querystring: { wait?: string } }>('/v1/events', async (request, reply) => {
    const till = tillOf(request);
    if (!till) return refuse(reply);
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
    if (retryAfter !== null) return reply.code(503).header('retry-after', String(retryAfter)).send({ error: 'busy' });
    reply.hijack();
    streams.open(reply.raw, till.caja, till.tokenHash, shown);
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
    metrics.delivered.inc(events.length);
    const { epoch, head, oldest } = store.stateOf(caja);
    return { epoch, head, oldest, now: new Date(now()).toISOString(), gap, after: events.at(-1)?.seq ?? after, events };
  }
}
