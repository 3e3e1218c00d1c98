import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Clock } from '../world/clock';

/** One request to the API, for tests to look at. The token is never kept. */
export interface RecordedRequest {
  readonly at: Date;
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly idempotencyKey: string | null;
  body: unknown;
  /** null: not answered (yet). */
  status: number | null;
  fault: string | null;
}

export interface RequestLog {
  list: () => readonly RecordedRequest[];
  clear: () => void;
  noteFault: (request: FastifyRequest, kind: string) => void;
}

const requestsKept = 5000;

export function keepRequestLog(
  app: FastifyInstance,
  clock: Clock,
  concerns: (request: FastifyRequest) => boolean,
): RequestLog {
  let requests: RecordedRequest[] = [];
  const records = new WeakMap<FastifyRequest, RecordedRequest>();

  app.addHook('onRequest', (request, _reply, done) => {
    if (concerns(request)) record(request);
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const record = records.get(request);
    if (record !== undefined) record.body = request.body;
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const record = records.get(request);
    if (record !== undefined) record.status = reply.statusCode;
    done();
  });

  function record(request: FastifyRequest): void {
    const key = request.headers['x-idempotency-key'];
    const record: RecordedRequest = {
      at: clock.now(),
      method: request.method,
      path: request.url,
      idempotencyKey: typeof key === 'string' ? key : null,
      body: undefined,
      status: null,
      fault: null,
    };
    records.set(request, record);
    requests.push(record);
    if (requests.length > requestsKept) requests = requests.slice(-requestsKept);
  }

  return {
    list: () => requests,
    clear: () => {
      requests = [];
    },
    noteFault: (request, kind) => {
      const record = records.get(request);
      if (record !== undefined) record.fault = kind;
    },
  };
}
