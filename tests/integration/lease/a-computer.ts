import { onTestFinished } from 'vitest';
import { createRegisterLease } from '../../../electron/lease/register-lease';
import type { RegisterLease, RegisterLeaseOptions } from '../../../electron/lease/register-lease';
import { createRelaySubscription } from '../../../electron/relay/relay-subscription';
import type { LeaseStatus } from '../../../shared/lease';
import { randomBytes } from 'node:crypto';

export interface AComputer {
  readonly lease: RegisterLease;
  readonly statuses: readonly LeaseStatus[];
  readonly faults: readonly unknown[];
  state(): LeaseStatus['state'];
  /** How often the relay was asked. */
  asked(): number;
  /** Ends as a computer does whose plug was pulled: nobody is told anything. */
  die(): void;
}

/** A till's lease with the stream that brings it the relay's word, a hundred times faster than the real ones. */
export function aComputer(
  computer: string,
  relay: { readonly url: string; readonly token: string },
  {
    installation = randomBytes(12).toString('hex'),
    hears = true,
    ...options
  }: Partial<RegisterLeaseOptions> & { readonly hears?: boolean } = {},
): AComputer {
  const statuses: LeaseStatus[] = [];
  const faults: unknown[] = [];
  let plugged = true;
  let asked = 0;
  const lease = createRegisterLease({
    relay,
    installation,
    computer,
    onStatus: (status) => statuses.push(status),
    onFault: (error) => faults.push(error),
    fetch: (url, init) => {
      asked += 1;
      return plugged ? fetch(url, init) : Promise.reject(new Error('no network'));
    },
    timings: { answerMs: 2000, askMs: 100, leastMs: 20, releaseMs: 500 },
    ...options,
  });
  const subscription = createRelaySubscription({
    ...relay,
    loadCursor: () => null,
    onEvent: () => Promise.resolve(),
    onGap: () => Promise.resolve(),
    onStatus: () => undefined,
    onLease: (fence) => lease.heardOfFence(fence),
    timings: { firstMs: 5, mostMs: 50 },
  });
  if (hears) subscription.start();
  lease.start();
  onTestFinished(async () => {
    await Promise.all([subscription.stop(), lease.stop()]);
  });
  return {
    lease,
    statuses,
    faults,
    asked: () => asked,
    state: () => lease.status().state,
    die: () => {
      plugged = false;
    },
  };
}
