import { createHash, timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/errors';
import type { AccountSummary } from '../../shared/snapshot';
import { identify, type OnRequest } from './connection';

export interface OwnerFacts {
  readonly account: AccountSummary | null;
  /** The token in use; null when it can't be read, as on another computer. */
  readonly token: string | null;
  readonly apiBaseUrl: string;
  readonly now: () => Date;
  readonly onRequest: OnRequest;
}

/** Whether this is a token of the connected account: the one in use, which needs no network, or another that Mercado Pago knows. */
export async function provesOwner(token: string, facts: OwnerFacts): Promise<Result<undefined>> {
  const { account, apiBaseUrl, now, onRequest } = facts;
  if (!account) return fail({ code: 'notConfigured' });
  if (facts.token !== null && isSame(token, facts.token)) return ok(undefined);
  const known = await identify({ token, apiBaseUrl }, now, onRequest);
  if (known.ok) return known.value.userId === account.userId ? ok(undefined) : fail({ code: 'ownerNotProven' });
  return known.error.code === 'tokenInvalid' ? fail({ code: 'ownerNotProven' }) : known;
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
