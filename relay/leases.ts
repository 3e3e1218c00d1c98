import type { LeaseAnswer, LeaseRequest } from '../shared/relay-protocol';
import type { Metrics } from './metrics';
import type { Lease, Store } from './store';

export interface LeasesOptions {
  readonly store: Store;
  readonly metrics: Metrics;
  /** A computer that has not asked for this long has lost the caja, once another wants it. */
  readonly ttlMs: number;
  /** Told after another computer got the caja, or nobody has it any more. */
  readonly onChange: (caja: string, fence: number) => void;
  readonly now: () => number;
  /** Milliseconds that never jump, whatever happens to the computer's clock. */
  readonly uptime: () => number;
}

export interface Leases {
  /** Throws when a change could not be stored; then nothing has changed. */
  claim(caja: string, request: LeaseRequest): LeaseAnswer;
}

/**
 * One computer per caja. Who has it is stored, with a fence that grows with each change; that it is still there is only
 * remembered, because writing every sign of life of a chain's tills would cost more than their notices do.
 */
export function createLeases({ store, metrics, ttlMs, onChange, now, uptime }: LeasesOptions): Leases {
  const startedAt = uptime();
  const lastHeard = new Map<string, number>();

  /** After a start nobody was heard yet: who had the caja before has time to say that it is still there. */
  const isAlive = (caja: string) => uptime() - (lastHeard.get(caja) ?? startedAt) < ttlMs;

  function change(caja: string, lease: Lease, claim: LeaseRequest['claim']): void {
    store.keepLease(caja, lease);
    metrics.leases.inc({ claim });
    onChange(caja, lease.fence);
  }

  function held(caja: string, fence: number, since: number): LeaseAnswer {
    lastHeard.set(caja, uptime());
    return { state: 'held', since: iso(since), fence, ttlMs };
  }

  return {
    claim(caja, { holder: id, run, name, claim }) {
      const { fence, holder } = store.leaseOf(caja);
      const isOurs = holder?.id === id && holder.run === run;
      if (claim === 'release') {
        if (isOurs) change(caja, { fence: fence + 1, holder: null }, claim);
        return { state: 'released', fence: isOurs ? fence + 1 : fence, ttlMs };
      }
      if (isOurs) return held(caja, fence, holder.since);
      const isOurLastRun = holder?.id === id && claim === 'begin';
      if (holder && isAlive(caja) && claim !== 'takeOver' && !isOurLastRun) {
        return { state: 'elsewhere', holder: holder.name, since: iso(holder.since), fence, ttlMs };
      }
      const since = now();
      change(caja, { fence: fence + 1, holder: { id, run, name, since } }, claim);
      return held(caja, fence + 1, since);
    },
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
