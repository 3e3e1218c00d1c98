import type { Clock } from './clock';
import type { RelayListener } from './relay-listener';
import type { Fetch, RelayAddress } from './relay-request';
import type { ConnectionEnd } from './subscription-end';
import type { Watchdog } from './watchdog';

export interface ConnectionTimings {
  /** From the request to the answer's headers. */
  readonly connectMs: number;
  /** From the headers to the relay's greeting. */
  readonly firstWordMs: number;
  /** Between any two signs of life. The relay's heartbeat is 15 s. */
  readonly readDeadlineMs: number;
  readonly pollSeconds: number;
}

export interface ConnectionContext {
  readonly address: RelayAddress;
  readonly fetch: Fetch;
  readonly listener: RelayListener;
  readonly clock: Clock;
  readonly watchdog: Watchdog;
  readonly timings: ConnectionTimings;
  /** The relay greeted us. */
  readonly onConnected: (clockSkewMs: number, peers: number) => void;
  /** The relay told its time again. */
  readonly onClock: (clockSkewMs: number) => void;
  /** Another till of this caja came or went. */
  readonly onPeers: (peers: number) => void;
  /** Where Mercado Pago must notify for this caja's orders, told anew at each connection and when it changes. */
  readonly onAddress: (notificationUrl: string) => void;
  /** The caja is leased under this fence now. */
  readonly onLease: (fence: number) => void;
}

/** One connection, by either way. Rejects when the network breaks, the watchdog bites or the caller cannot keep an event. */
export type Connection = (context: ConnectionContext) => Promise<ConnectionEnd>;
