import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosResponse } from 'axios';
import type { Answer } from './answer';
import { isThisComputer } from './base-url';
import { headerOf } from './header-of';
import { classifyNetworkError } from './classify-network-error';
import { createClockSkew } from './clock-skew';
import type { Operation } from './operation';
import { readBody } from './read-body';
import { pauseBeforeRetry, type RetryRules } from './retry';
import { readRetryAfter } from './retry-after';

/** Deadlines in ms, each over everything from the name look-up to the last byte. */
export interface Timeouts {
  /** One try at reading. */
  readonly readMs: number;
  /** A reading with all its tries and pauses. */
  readonly readTotalMs: number;
  /** A PUT, POST or DELETE, which is tried once. */
  readonly writeMs: number;
}

/** One line for the log about one request. There is no secret in it. */
export interface RequestLine {
  readonly operation: Operation;
  /** Counts up while a reading is tried again. */
  readonly attempt: number;
  /** `null` when no answer came; then `trace` says why. */
  readonly status: number | null;
  readonly trace: string | null;
  readonly durationMs: number;
  /** Mercado Pago's own id of the request, which its support asks for. */
  readonly requestId: string | null;
}

export interface HttpOptions {
  /** Without a final slash, see `baseUrlSchema`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly now: () => Date;
  /** A number from 0 up to 1, for the jitter of the pauses. */
  readonly random: () => number;
  readonly log: (line: RequestLine) => void;
  readonly timeouts: Timeouts;
  readonly retry: RetryRules;
}

interface WriteRequest {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests to Mercado Pago's API with the account's token. Never throws for what the network or the API can do. */
export interface MercadoPagoHttp {
  /** GET, tried a few times. `path` begins with a slash and is already encoded. */
  read(operation: Operation, path: string): Promise<Answer>;
  /** Sent once: what to do after a lost answer is for the caller to decide. */
  write(operation: Operation, request: WriteRequest): Promise<Answer>;
  clockSkewMs(): number;
  /** Lets go of the connections that are kept open. */
  close(): void;
}

// Thirty merchant orders with every detail are some 200 kB.
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
// Below the five seconds after which many servers close an idle connection: a PUT sent into a connection that is
// just being closed gets no answer, and nobody knows whether it was heard.
const IDLE_CONNECTION_MS = 4000;

// What cannot even be written into a header gets the answer that Mercado Pago would give.
const refusedToken: Answer = { kind: 'answered', status: 401, form: 'empty', body: null, retryAfterMs: null };

export function createMercadoPagoHttp(options: HttpOptions): MercadoPagoHttp {
  const agentOptions = { keepAlive: true, maxSockets: 8, timeout: IDLE_CONNECTION_MS };
  const httpAgent = new HttpAgent(agentOptions);
  const httpsAgent = new HttpsAgent(agentOptions);
  const client = axios.create({
    adapter: 'http',
    httpAgent,
    httpsAgent,
    // A redirect would carry the request, and perhaps the token, to somewhere that nobody configured.
    maxRedirects: 0,
    maxContentLength: MAX_ANSWER_BYTES,
    validateStatus: () => true,
    responseType: 'text',
    // axios would turn a body that is not JSON into a string without a word, and round long ids.
    transformResponse: [(text: unknown) => text],
    ...(isThisComputer(new URL(options.baseUrl)) ? { proxy: false as const } : {}),
  });
  const skew = createClockSkew();

  async function exchange(
    operation: Operation,
    request: WriteRequest | { readonly method: 'GET'; readonly path: string },
    attempt: number,
    deadlineMs: number,
  ): Promise<Answer> {
    if (!/^[\x21-\x7e]+$/.test(options.token)) return refusedToken;
    const sentAt = options.now();
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(Math.max(1, Math.round(deadlineMs)));
    const body = 'body' in request ? request.body : undefined;
    const headers = 'headers' in request ? request.headers : undefined;
    const line = (status: number | null, trace: string | null, requestId: string | null): void =>
      options.log({
        operation,
        attempt,
        status,
        trace,
        requestId,
        durationMs: Math.round(performance.now() - startedAt),
      });
    const response = await client
      .request<unknown>({
        method: request.method,
        url: options.baseUrl + request.path,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${options.token}`,
          'User-Agent': 'caja-qr',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        signal: deadline,
        ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      })
      .catch((error: unknown) => classifyNetworkError(error, deadline.aborted));
    if ('kind' in response) {
      line(null, response.trace, null);
      return response;
    }
    const answer: Answer = {
      kind: 'answered',
      status: response.status,
      retryAfterMs: readRetryAfter(headerOf(response, 'retry-after'), options.now()),
      ...readBody(response.data, headerOf(response, 'content-type'), options.token),
    };
    // A captive portal's page has a date too, but it is not Mercado Pago's.
    if (answer.form !== 'other') skew.learn(headerOf(response, 'date'), sentAt, options.now());
    line(answer.status, null, requestIdOf(response, options.token));
    return answer;
  }

  return {
    read: async (operation, path) => {
      const end = performance.now() + options.timeouts.readTotalMs;
      for (let attempt = 1; ; attempt += 1) {
        const left = end - performance.now();
        const answer = await exchange(
          operation,
          { method: 'GET', path },
          attempt,
          Math.min(options.timeouts.readMs, left),
        );
        const pauseMs = pauseBeforeRetry(answer, attempt, options.retry, options.random);
        if (pauseMs === null || performance.now() + pauseMs >= end) return answer;
        await sleep(pauseMs);
      }
    },
    write: (operation, request) => exchange(operation, request, 1, options.timeouts.writeMs),
    clockSkewMs: () => skew.currentMs(),
    close: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

function requestIdOf(response: AxiosResponse, token: string): string | null {
  const id = headerOf(response, 'x-request-id');
  return id !== null && /^[\w-]{1,64}$/.test(id) && !id.includes(token) ? id : null;
}
