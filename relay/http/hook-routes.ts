import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cajaNameSchema } from '../../shared/relay-protocol';
import { bodyToKeep } from '../body-to-keep';
import type { Buckets } from '../buckets';
import { acceptsCapability } from '../capability';
import { dedupeKeyOf } from '../dedupe-key';
import type { HookSecrets } from '../hook-secrets';
import type { HookResult, Metrics } from '../metrics';
import { parseNotification } from '../notification';
import type { Notification } from '../notification';
import { checkSignature } from '../signature';
import type { SignatureCheck } from '../signature';
import type { Store } from '../store';
import './facts';

const bodyLimit = 64 * 1024;
/** Mercado Pago hangs up after 22 s; better to say "again" while it still listens. */
const appendDeadlineMs = 15_000;

export interface HookRoutesOptions {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly hookSecrets: HookSecrets;
  readonly signatureSecrets: readonly string[];
  /** More than this many notices in the making, and the next is asked to come again: memory stays bounded. */
  readonly mostInFlight: number;
  /** What each caja's address may be sent: one for each kilobyte of a notice. */
  readonly buckets: Buckets;
  readonly now: () => number;
}

/** `POST /hooks/mp/<caja>/<capability>`: where Mercado Pago notifies. Nothing is answered 200 before it is durable. */
export function hookRoutes(app: FastifyInstance, options: HookRoutesOptions): void {
  const { store, metrics, hookSecrets, signatureSecrets, mostInFlight, buckets, now } = options;
  const inFlight = new Set<FastifyRequest>();

  // Before the body is read: a stranger's, or one too many, takes up no memory.
  app.addHook('onRequest', (request: FastifyRequest<AtHook>, reply, done) => {
    // What a body says of itself decides nothing here, and a type that makes no sense would be refused before it is read.
    delete request.raw.headers['content-type'];
    if (cajaAt(request) === null) {
      void answer(request, reply, 404, 'unknown_hook');
      return;
    }
    if (inFlight.size >= mostInFlight) {
      void answer(request, reply.header('retry-after', '5'), 503, 'overloaded');
      return;
    }
    inFlight.add(request);
    reply.raw.once('close', () => inFlight.delete(request));
    done();
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => {
    done(null, body);
  });

  function answer(request: FastifyRequest, reply: FastifyReply, status: number, result: HookResult): FastifyReply {
    metrics.hooks.inc({ result });
    request.facts.hook = result;
    return reply.code(status).send({ result });
  }

  /** The caja whose address this is, `null` when it is nobody's. */
  function cajaAt(request: FastifyRequest<AtHook>): string | null {
    const { caja, capability } = request.params;
    if (!cajaNameSchema.safeParse(caja).success) return null;
    const known = store.cajaOf(caja);
    if (!known || !acceptsCapability(hookSecrets.accepted(now()), known, capability, now())) return null;
    request.facts.caja = caja;
    return caja;
  }

  /** Mercado Pago (and people) look whether the address answers. */
  app.get<AtHook>('/hooks/mp/:caja/:capability', (_request, reply) => reply.send({ result: 'ready' }));

  app.post<AtHook>('/hooks/mp/:caja/:capability', { bodyLimit }, async (request, reply) => {
    const { caja } = request.params;
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const body = bytes.toString('utf8');
    const parsed = parseNotification(queryOf(request), body);
    if (parsed.kind === 'unreadable') return answer(request, reply, 400, 'bad');
    const { notification } = parsed;

    const signature = headerOf(request, 'x-signature');
    const requestId = headerOf(request, 'x-request-id');
    const check = judge(
      checkSignature({ signature, requestId, ids: notification.signedIds }, signatureSecrets, now()),
      notification,
    );
    metrics.signatures.inc({ signature: check.kind });
    Object.assign(request.facts, {
      topic: notification.rawTopic,
      resource: notification.resourceId ?? '',
      claim: notification.status ?? '',
      signature: check.kind,
    });
    if (check.kind === 'verified') request.facts.signatureAgeMs = check.ageMs;
    if (check.kind === 'mismatch') return answer(request, reply, 401, 'mismatch');

    const waitSeconds = buckets.take(caja, Math.ceil(bytes.length / 1024) || 1);
    if (waitSeconds > 0) return answer(request, reply.header('retry-after', String(waitSeconds)), 429, 'throttled');

    const stopTimer = metrics.recordSeconds.startTimer();
    const receivedAt = now();
    const appended = store.append({
      ...notification,
      caja,
      dedupeKey: dedupeKeyOf(caja, notification, { requestId, signature, receivedAt }),
      verified: check.kind === 'verified',
      deliver: isWorthTelling(notification),
      receivedAt,
      body: bodyToKeep(body),
    });
    void appended.then(() => {
      stopTimer();
    });
    const result = await withDeadline(appended, appendDeadlineMs);

    if (result === null || result.kind === 'failed') {
      if (result) request.log.error({ err: result.error, caja }, 'the notification could not be stored');
      return answer(request, reply.header('retry-after', '30'), 503, 'store_error');
    }
    request.facts.seq = result.seq;
    return answer(request, reply, 200, result.kind);
  });
}

interface AtHook {
  Params: { caja: string; capability: string };
}

/** `opened` only says that somebody scanned; since August 2024 Mercado Pago itself asks to ignore it. */
function isWorthTelling({ topic, resourceId, status }: Notification): boolean {
  return resourceId !== null && !(topic === 'merchant_order' && status === 'opened');
}

/**
 * The old dialect may carry a signature although "they do not allow validation through the secret key" (Mercado Pago's
 * IPN page), so there a wrong one is worth as little as none. Leaving it out would get a forger just as far.
 */
function judge(check: SignatureCheck, notification: Notification): SignatureCheck {
  return check.kind === 'mismatch' && notification.dialect === 'ipn' ? { kind: 'unsigned' } : check;
}

function queryOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  return typeof request.query === 'object' && request.query !== null ? { ...request.query } : {};
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return (Array.isArray(value) ? value.join(',') : value)?.slice(0, 512);
}

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
