import { formatPairing } from '../shared/relay-protocol';
import type { LeaseStatus } from '../shared/lease';
import { ok, type Result } from '../shared/errors';
import type { RelayStatus } from '../shared/snapshot';
import { createMutex } from './checkout/mutex';
import type { HintInbox } from './checkout/hint-inbox';
import { installationIdIn } from './lease/installation-id';
import { createRegisterLease, type RegisterLease, type RegisterLeaseOptions } from './lease/register-lease';
import { createRelaySubscription, type RelaySubscription } from './relay/relay-subscription';
import type { HintStore } from './storage/hint-store';
import type { Log } from './log/log';

export interface RelayLinkPorts {
  readonly dataDir: string;
  readonly hints: HintStore;
  readonly inbox: HintInbox;
  /** The relay forgot part of what it had to tell us. */
  readonly onGap: () => void;
  readonly onChange: () => void;
  /** The caja's notification address changed: orders made from now on must carry it. */
  readonly onAddress: (notificationUrl: string) => void;
  readonly leaseMemory: NonNullable<RegisterLeaseOptions['memory']>;
  readonly log: Log;
}

/** Everything between this till and its relay: what it tells us, and whether the caja is ours to charge at. */
export class RelayLink {
  readonly #ports: RelayLinkPorts;
  readonly #inTurn = createMutex();
  #subscription: RelaySubscription | null = null;
  #lease: RegisterLease | null = null;
  /** The pairing in use. */
  #pairing: string | null = null;
  #status: RelayStatus = { state: 'notConfigured' };
  #leaseStatus: LeaseStatus = { state: 'notNeeded' };

  constructor(ports: RelayLinkPorts) {
    this.#ports = ports;
  }

  status(): RelayStatus {
    return this.#status;
  }

  lease(): LeaseStatus {
    return this.#leaseStatus;
  }

  /** Listens to this relay, or to none. Does nothing when it is the one already. */
  connect(relay: { readonly url: string; readonly token: string } | null): void {
    void this.#inTurn(() => this.#connect(relay));
  }

  /** The computer slept, or the network came back. */
  wokeUp(): void {
    this.#subscription?.reconnectNow();
    this.#lease?.look();
  }

  takeOver(): Promise<Result<undefined>> {
    return this.#lease ? this.#lease.takeOver() : Promise.resolve(ok(undefined));
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#disconnect());
  }

  async #connect(relay: { readonly url: string; readonly token: string } | null): Promise<void> {
    const pairing = relay && formatPairing(relay);
    if (pairing === this.#pairing) return;
    await this.#disconnect();
    this.#pairing = pairing;
    this.#status = { state: 'notConfigured' };
    this.#leaseStatus = { state: 'notNeeded' };
    this.#ports.onChange();
    if (relay) this.#listen(relay);
  }

  #listen({ url, token }: { readonly url: string; readonly token: string }): void {
    const { hints, inbox, onGap, onChange, onAddress, log, dataDir, leaseMemory } = this.#ports;
    const onFault = (error: unknown): void => log('relay.fault', { error: String(error) });
    const lease = createRegisterLease({
      relay: { url, token },
      installation: installationIdIn(dataDir),
      memory: leaseMemory,
      onStatus: (status) => {
        this.#leaseStatus = status;
        onChange();
      },
      onFault,
    });
    const subscription = createRelaySubscription({
      url,
      token,
      loadCursor: () => hints.cursor(url),
      onEvent: (event, cursor) => {
        inbox.receive(url, event, cursor);
        return Promise.resolve();
      },
      onGap: (_gap, cursor) => {
        onGap();
        hints.moveCursor(url, cursor);
        return Promise.resolve();
      },
      onStatus: (status) => {
        this.#status = status;
        onChange();
      },
      onAddress,
      onLease: (fence) => lease.heardOfFence(fence),
      onFault,
    });
    this.#lease = lease;
    this.#subscription = subscription;
    lease.start();
    subscription.start();
  }

  async #disconnect(): Promise<void> {
    const [subscription, lease] = [this.#subscription, this.#lease];
    this.#subscription = null;
    this.#lease = null;
    this.#pairing = null;
    await Promise.all([Promise.resolve(subscription?.stop()), Promise.resolve(lease?.stop())]);
  }
}
