import { onTestFinished } from 'vitest';
import { createRelaySubscription } from '../../../electron/relay/relay-subscription';
import type {
  RelaySubscription,
  RelaySubscriptionOptions,
  SubscriptionTimings,
} from '../../../electron/relay/relay-subscription';
import type { Cursor, Gap, RelayEvent } from '../../../shared/relay-protocol';
import type { RelayStatus } from '../../../shared/snapshot';

/** As the real ones, a few hundred times faster. */
const fast: SubscriptionTimings = {
  connectMs: 2000,
  firstWordMs: 2000,
  readDeadlineMs: 2000,
  pollSeconds: 1,
  healthyMs: 50,
  pollForMs: 60_000,
  firstMs: 5,
  mostMs: 40,
  tokenRefusedMs: 60_000,
};

export interface ATill {
  readonly subscription: RelaySubscription;
  /** What was kept, in order. */
  readonly events: RelayEvent[];
  readonly gaps: { readonly gap: Gap; readonly cursor: Cursor }[];
  readonly statuses: RelayStatus[];
  readonly faults: unknown[];
  cursor(): Cursor | null;
  status(): RelayStatus | undefined;
}

/** The till's side of the relay with its memory: the cursor moves together with what is kept. */
export function aTill(
  address: { readonly url: string; readonly token?: string },
  options: Partial<RelaySubscriptionOptions> & { readonly cursor?: Cursor } = {},
): ATill {
  const events: RelayEvent[] = [];
  const gaps: ATill['gaps'] = [];
  const statuses: RelayStatus[] = [];
  const faults: unknown[] = [];
  let cursor: Cursor | null = options.cursor ?? null;
  const subscription = createRelaySubscription({
    url: address.url,
    token: address.token ?? 'TEST-token-of-a-caja',
    loadCursor: () => cursor,
    onEvent: (event, next) => {
      events.push(event);
      cursor = next;
      return Promise.resolve();
    },
    onGap: (gap, next) => {
      gaps.push({ gap, cursor: next });
      cursor = next;
      return Promise.resolve();
    },
    onStatus: (status) => {
      statuses.push(status);
    },
    onFault: (error) => {
      faults.push(error);
    },
    ...options,
    timings: { ...fast, ...options.timings },
  });
  onTestFinished(() => subscription.stop());
  subscription.start();
  return { subscription, events, gaps, statuses, faults, cursor: () => cursor, status: () => statuses.at(-1) };
}
