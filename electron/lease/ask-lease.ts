import { leaseAnswerSchema } from '../../shared/relay-protocol';
import type { LeaseAnswer, LeaseRequest } from '../../shared/relay-protocol';
import { readJson } from '../relay/relay-request';
import type { Fetch, RelayAddress } from '../relay/relay-request';

const longestAnswer = 16 * 1024;

/** One request to the relay; `null` when it gave no answer that can be read, for whatever reason. Never throws. */
export async function askLease(
  { url, token, fetch }: RelayAddress & { readonly fetch: Fetch },
  request: LeaseRequest,
  signal: AbortSignal,
): Promise<LeaseAnswer | null> {
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/v1/lease`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(request),
      // A relay does not redirect. What does is somebody else, who must not see the token.
      redirect: 'manual',
      signal,
    });
    const answer = leaseAnswerSchema.safeParse(await readJson(response, longestAnswer));
    return response.status === 200 && answer.success ? answer.data : null;
  } catch {
    return null;
  }
}
