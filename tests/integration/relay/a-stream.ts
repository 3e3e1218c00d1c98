import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { onTestFinished, vi } from 'vitest';
import { relayEventSchema } from '../../../shared/relay-protocol';
import type { RelayEvent } from '../../../shared/relay-protocol';

/** A till made of nothing but a socket and a parser, so that the relay is not tested by its own client. */
export interface RawStream {
  readonly response: IncomingMessage;
  readonly messages: readonly EventSourceMessage[];
  /** When each message came, by `performance.now()`. */
  readonly times: readonly number[];
  news(): readonly RelayEvent[];
  named(event: string): readonly EventSourceMessage[];
  ended(): boolean;
  cut(): void;
}

export async function aStream(url: string, token: string, cursor?: string): Promise<RawStream> {
  const messages: EventSourceMessage[] = [];
  const times: number[] = [];
  let ended = false;
  const parser = createParser({
    onEvent: (message) => {
      messages.push(message);
      times.push(performance.now());
    },
  });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(cursor === undefined ? {} : { 'last-event-id': cursor }) };
    get(`${url}/v1/events`, { headers, agent: false }, resolve).on('error', reject);
  });
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    parser.feed(chunk);
  });
  response.on('error', () => {
    ended = true;
  });
  response.on('close', () => {
    ended = true;
  });
  onTestFinished(() => {
    response.destroy();
  });
  const named = (event: string) => messages.filter((message) => message.event === event);
  const stream: RawStream = {
    response,
    messages,
    times,
    news: () => named('mp').map(({ data }) => relayEventSchema.parse(JSON.parse(data))),
    named,
    ended: () => ended,
    cut: () => response.destroy(),
  };
  if (response.statusCode === 200) await until(() => named('hello').length === 1);
  return stream;
}

/** Waits until it is so, for at most that time. */
export function until(isSo: () => boolean, timeoutMs = 5000): Promise<void> {
  return vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`not so within ${timeoutMs} ms: ${isSo.toString()}`);
    },
    { timeout: timeoutMs, interval: 5 },
  );
}
