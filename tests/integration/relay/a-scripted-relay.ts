import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Hello, RelayEvent } from '../../../shared/relay-protocol';

export const epoch = '0123456789abcdef';

export type Answer = (response: ServerResponse, request: IncomingMessage, nth: number) => void;

export interface ScriptedRelay {
  readonly url: string;
  readonly requests: readonly {
    readonly url: string;
    readonly token: string;
    readonly cursor: string | null;
    readonly at: number;
  }[];
  /** Connections still open. */
  open(): number;
}

/** A relay that misbehaves on purpose: the nth request gets the nth answer, the last one again and again. */
export async function aScriptedRelay(answers: readonly Answer[], port = 0): Promise<ScriptedRelay> {
  const requests: { url: string; token: string; cursor: string | null; at: number }[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    const { authorization = '', 'last-event-id': cursor } = request.headers;
    const nth = requests.push({
      url: request.url ?? '',
      token: authorization.replace('Bearer ', ''),
      cursor: typeof cursor === 'string' ? cursor : null,
      at: performance.now(),
    });
    open += 1;
    response.on('close', () => {
      open -= 1;
    });
    answers[Math.min(nth, answers.length) - 1]?.(response, request, nth);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    open: () => open,
  };
}

export const aHello = (hello: Partial<Hello> = {}): Hello => ({
  epoch,
  head: 0,
  oldest: 0,
  heartbeatMs: 15_000,
  maxAgeMs: 3_900_000,
  now: new Date().toISOString(),
  peers: 1,
  ...hello,
});

export const anEvent = (seq: number): RelayEvent => ({
  seq,
  topic: 'merchant_order',
  resourceId: `order-${seq}`,
  status: 'closed',
  verified: false,
  receivedAt: '2026-11-20T12:00:00.000Z',
  attempts: 1,
});

export const sse = (event: string, data: object | string, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

export const mp = (seq: number): string => sse('mp', anEvent(seq), `${epoch}.${seq}`);

/** Writes this and stays open. */
export const streaming =
  (...parts: readonly string[]): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.flushHeaders();
    for (const part of parts) response.write(part);
  };

export const refusing =
  (status: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

export const json =
  (body: object): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  };

/** Takes the request and never says anything. */
export const saysNothing: Answer = () => undefined;

export const hangsUp: Answer = (response) => {
  response.destroy();
};

/** A port on which nothing listened a moment ago. */
export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
