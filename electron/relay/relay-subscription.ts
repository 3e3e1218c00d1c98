import type { Cursor } from '../../shared/relay-protocol';
import type { RelayStatus } from '../../shared/snapshot';
import { systemClock } from './clock';
import type { Clock } from './clock';
import { connectPoll } from './connect-poll';
import { connectStream } from './connect-stream';
import type { ConnectionTimings } from './connection';
import { NotApplied, RelayListener } from './relay-listener';
import type { RelayListenerPorts } from './relay-listener';
import type { Fetch } from './relay-request';
import { pauseAfter, retryRhythm } from './subscription-end';
import type { ConnectionEnd, RetryRhythm } from './subscription-end';
import { createWatchdog } from './watchdog';
import type { Watchdog } from './watchdog';

export interface SubscriptionTimings extends ConnectionTimings, RetryRhythm {
  /** How long a connection has to stand to count as working. */
  readonly healthyMs: number;
  /** How long long polls go on before a stream is tried again. */
  readonly pollForMs: number;
}

const defaultTimings: SubscriptionTimings = {
  connectMs: 15_000,
  firstWordMs: 10_000,
  readDeadlineMs: 40_000,
  pollSeconds: 25,
  healthyMs: 10_000,
  pollForMs: 3600_000,
  ...retryRhythm,
};

/** After so many streams in a row on which nothing came, something in between holds them back. */
const muteStreamsBeforePolling = 2;
/** A difference between the clocks worth telling anew. */
const skewStepMs = 1000;

export interface RelaySubscriptionOptions extends RelayListenerPorts {
  /** The relay's address, as in the pairing code. */
  readonly url: string;
  readonly token: string;
  /** Where the till is, as kept together with the last event. Asked at every connection. */
  readonly loadCursor: () => Cursor | null;
  readonly onStatus: (status: RelayStatus) => void;
  /** The caja's notification address, at each connection and when it changes: orders made from now on must carry it. */
  readonly onAddress?: (notificationUrl: string) => void;
  /** The caja is leased under this fence now: if it is another than the till's own, ask what the till has. */
  readonly onLease?: (fence: number) => void;
  /** Told of what only a programmer can mend: a failure to keep an event, or a bug. For the log. */
  readonly onFault?: (error: unknown) => void;
  readonly fetch?: Fetch;
  readonly clock?: Clock;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly timings?: Partial<SubscriptionTimings>;
}

export interface RelaySubscription {
  /** Begins to listen; does nothing when it already does. */
  start(): void;
  /** Resolves when nothing runs any more and no callback will come. */
  stop(): Promise<void>;
  /** Drops the present connection, if any, and connects at once: after the computer slept, or when the network came back. */
  reconnectNow(): void;
}

/**
 * Listens to the relay for as long as it runs, and comes back from everything: refused, cut, silent, asleep. Never
 * throws; what goes wrong is a status. Our own loop, because ready-made EventSource clients go deaf for ever after one
 * 503 or a half-open socket (measured).
 */
export function createRelaySubscription(options: RelaySubscriptionOptions): RelaySubscription {
  const { clock = systemClock, random = Math.random, fetch = globalThis.fetch } = options;
  const timings = { ...defaultTimings, ...options.timings };
  const address = { url: options.url, token: options.token };

  let running: Promise<void> | null = null;
  let stopping = false;
  let watchdog: Watchdog | null = null;
  let wake: () => void = () => undefined;
  let status: RelayStatus = { state: 'notConfigured' };

  function fault(error: unknown): void {
    options.onFault?.(error);
  }

  function guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      fault(error);
    }
  }

  function tell(next: RelayStatus): void {
    status = next;
    guarded(() => {
      options.onStatus(next);
    });
  }

  function tellConnected(clockSkewMs: number, peers: number): void {
    const skew = Math.round(clockSkewMs);
    if (status.state !== 'connected') {
      tell({ state: 'connected', since: isoNow(), clockSkewMs: skew, peers });
    } else if (Math.abs(status.clockSkewMs - skew) >= skewStepMs || status.peers !== peers) {
      tell({ ...status, clockSkewMs: skew, peers });
    }
  }

  function tellDisconnected(end: ConnectionEnd): void {
    const reason = reasonOf(end);
    if (reason === null) return;
    if (status.state === 'disconnected' && status.reason === reason) return;
    tell({ state: 'disconnected', since: status.state === 'disconnected' ? status.since : isoNow(), reason });
  }

  const isoNow = () => new Date(clock.now()).toISOString();

  function loadCursor(): Cursor | null {
    try {
      return options.loadCursor();
    } catch (cause) {
      throw new NotApplied('the cursor could not be read', { cause });
    }
  }

  /** One connection, whatever happens on it. */
  async function connect(polling: boolean): Promise<{ readonly end: ConnectionEnd; readonly greeted: boolean }> {
    const dog = createWatchdog(clock);
    watchdog = dog;
    let greeted = false;
    try {
      const end = await (polling ? connectPoll : connectStream)({
        address,
        fetch,
        listener: new RelayListener(options, loadCursor()),
        clock,
        watchdog: dog,
        timings,
        onConnected: (skew, peers) => {
          greeted = true;
          tellConnected(skew, peers);
        },
        onClock: (skew) => {
          if (status.state === 'connected') tellConnected(skew, status.peers);
        },
        onPeers: (peers) => {
          if (status.state === 'connected') tellConnected(status.clockSkewMs, peers);
        },
        onAddress: (notificationUrl) => {
          guarded(() => options.onAddress?.(notificationUrl));
        },
        onLease: (fence) => {
          guarded(() => options.onLease?.(fence));
        },
      });
      return { end, greeted };
    } catch (error) {
      return { end: endOf(error, dog), greeted };
    } finally {
      watchdog = null;
      dog.end();
    }
  }

  function endOf(error: unknown, dog: Watchdog): ConnectionEnd {
    if (error instanceof NotApplied) {
      fault(error);
      return { kind: 'notApplied' };
    }
    if (dog.bit()) return { kind: 'silent' };
    return { kind: dog.signal.aborted ? 'interrupted' : 'unreachable' };
  }

  async function run(): Promise<void> {
    let failures = 0;
    let muteStreams = 0;
    let pollUntil = 0;
    while (!isStopping()) {
      const startedAt = clock.now();
      const polling = startedAt < pollUntil;
      const { end, greeted } = await connect(polling);
      if (isStopping()) return;

      if (polling) {
        // Polling is for a relay that can be reached but not streamed from; this one cannot be reached.
        if (end.kind !== 'polled' && end.kind !== 'interrupted') pollUntil = 0;
      } else if (greeted) {
        muteStreams = 0;
      } else if (end.kind === 'silent') {
        muteStreams += 1;
        if (muteStreams >= muteStreamsBeforePolling) {
          muteStreams = 0;
          pollUntil = clock.now() + timings.pollForMs;
        }
      }
      const stood = greeted && clock.now() - startedAt >= timings.healthyMs;
      failures = stood || end.kind === 'polled' || end.kind === 'interrupted' ? 0 : failures + 1;
      tellDisconnected(end);
      await pause(pauseAfter(end, Math.max(0, failures - 1), random(), timings));
    }
  }

  function isStopping(): boolean {
    return stopping;
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  return {
    start() {
      if (running) return;
      stopping = false;
      tell({ state: 'connecting' });
      running = run()
        .catch(fault)
        .finally(() => {
          running = null;
        });
    },
    async stop() {
      stopping = true;
      watchdog?.end();
      wake();
      await running;
    },
    reconnectNow() {
      watchdog?.end();
      wake();
    },
  };
}

/** `null` when the light stays as it is: the relay asked us to come back in a moment. */
function reasonOf(end: ConnectionEnd): Extract<RelayStatus, { state: 'disconnected' }>['reason'] | null {
  switch (end.kind) {
    case 'polled':
    case 'interrupted':
      return null;
    case 'bye':
      if (end.reason === 'revoked') return 'tokenRefused';
      return end.reason === 'shutdown' ? 'unreachable' : null;
    case 'unreachable':
    case 'silent':
    case 'tokenRefused':
    case 'serverError':
      return end.kind;
    case 'notApplied':
      return 'serverError';
  }
}
