import type { Cursor } from '../../shared/relay-protocol';
import { parseRetryAfter } from './subscription-end';
import type { ConnectionEnd } from './subscription-end';

/** Global `fetch`, or one that honours the system's proxy. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RelayAddress {
  readonly url: string;
  readonly token: string;
}

export function requestRelay(
  fetch: Fetch,
  { url, token }: RelayAddress,
  path: string,
  accept: string,
  cursor: Cursor | null,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(`${url.replace(/\/+$/, '')}${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      accept,
      ...(cursor === null ? {} : { 'last-event-id': cursor }),
    },
    // A relay does not redirect. What does is somebody else, who must not see the token.
    redirect: 'manual',
    signal,
  });
}

/** `null` when the answer is what was asked for. */
export function refusalIn(response: Response, contentType: string, now: number): ConnectionEnd | null {
  if (response.status === 401 || response.status === 403) return { kind: 'tokenRefused' };
  if (response.status !== 200 || !(response.headers.get('content-type') ?? '').startsWith(contentType)) {
    return { kind: 'serverError', retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), now) };
  }
  return null;
}

/** The body as JSON; `null` when it is not, or when it is longer than any answer of a relay. */
export async function readJson(response: Response, longest: number): Promise<unknown> {
  const decoder = new TextDecoder();
  const body: AsyncIterable<Uint8Array> | null = response.body;
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
