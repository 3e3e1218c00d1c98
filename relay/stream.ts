import type { ServerResponse } from 'node:http';
import type { Address, Bye, Hello, RelayEvent } from '../shared/relay-protocol';
import type { Metrics, StreamEnd } from './metrics';
import { claimOf, newestOfEach } from './newest-of-each';
import { startOf } from './start-of';
import type { Store } from './store';

const pageSize = 500;
const padding = `:${' '.repeat(2048)}\n`;

export interface StreamOptions {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly heartbeatMs: number;
  /** Upper end of a stream's life; each gets its own, down to 11/13 of this. */
  readonly maxAgeMs: number;
  /** Bytes that may wait for one till in this process. */
  readonly byteCap: number;
  /** A till is told the same claim about the same order once in this time; what came meanwhile is told at its end. */
  readonly coalesceMs: number;
  readonly now: () => number;
  /** Milliseconds that never jump, whatever happens to the computer's clock. */
  readonly uptime: () => number;
  readonly random: () => number;
}

export interface Till {
  readonly caja: string;
  readonly tokenHash: string;
  readonly response: ServerResponse;
}

/** What is said beside the log; a later word of the same name makes the earlier one worthless. */
export type Aside = 'peers' | 'address' | 'lease';

/** One till's event stream. Its whole memory is the last sequence that was sent. */
export interface Stream {
  readonly caja: string;
  readonly tokenHash: string;
  /** Sends the headers and the greeting, then what the till has missed. Throws when the store cannot be read. */
  greet(shown: string | undefined, peers: number, notificationUrl: string | null): void;
  /** Sends what is in the store and was not sent. */
  pump(): void;
  say(event: Aside, data: object): void;
  /** Says the caja's address, if it is not the one that the till was told. */
  sayAddress(notificationUrl: string | null): void;
  beat(): void;
  end(reason: StreamEnd): void;
}

/** @param onEnd told once, as soon as the stream is over for whatever reason. */
export function createStream(till: Till, options: StreamOptions, onEnd: (reason: StreamEnd) => void): Stream {
  const { caja, tokenHash, response } = till;
  const { store, metrics, heartbeatMs, byteCap, coalesceMs, now, uptime, random } = options;
  const openedAt = now();
  const endsAt = uptime() + options.maxAgeMs * (1 - random() * (2 / 13));
  const asides = new Map<Aside, object>();
  const told = new Set<string>();
  let toldTimer: NodeJS.Timeout | null = null;
  let holding = false;
  let address: string | null = null;
  let sent = 0;
  /** Since when the till takes nothing, `null` while it does. */
  let stalledSince: number | null = null;
  let greeted = false;
  let ended = false;

  function write(event: string, data: object, id?: string): void {
    response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** From here on the till is slow: nothing more is written until it has taken what waits. */
  function watchDrain(): boolean {
    if (response.writableLength < byteCap) return false;
    stalledSince = uptime();
    response.once('drain', () => {
      stalledSince = null;
      for (const [event, data] of asides) write(event, data);
      asides.clear();
      pump();
    });
    return true;
  }

  function pump(): void {
    try {
      while (!ended && stalledSince === null && !holding) {
        const page = store.read(caja, sent, pageSize);
        const caughtUp = page.length < pageSize;
        for (const event of newestOfEach(page)) {
          // Only what is new is held back: a till that was away gets all that it missed as fast as it reads.
          if (caughtUp && !remember(event)) return;
          send(event);
          if (watchDrain()) return;
        }
        if (caughtUp) return;
      }
    } catch {
      // The till comes back with its cursor; the store's own trouble is told where it is written.
      end('error');
    }
  }

  /** `false` when the till was told the same a moment ago: then this and what comes after it waits for that to pass. */
  function remember(event: RelayEvent): boolean {
    holding = told.has(claimOf(event));
    if (holding) return false;
    told.add(claimOf(event));
    toldTimer ??= setTimeout(() => {
      toldTimer = null;
      holding = false;
      told.clear();
      pump();
    }, coalesceMs);
    return true;
  }

  function send(event: RelayEvent): void {
    write('mp', event, `${store.epoch}.${String(event.seq)}`);
    sent = event.seq;
    metrics.delivered.inc();
    const receivedAt = Date.parse(event.receivedAt);
    if (receivedAt < openedAt) metrics.replayed.inc();
    else metrics.deliveryLag.observe(Math.max(0, now() - receivedAt) / 1000);
  }

  function end(reason: StreamEnd): void {
    if (ended) return;
    ended = true;
    if (toldTimer) clearTimeout(toldTimer);
    metrics.streams.dec();
    metrics.streamEnds.inc({ reason });
    onEnd(reason);
    if (reason === 'slow' || reason === 'error' || reason === 'client') {
      response.destroy();
      return;
    }
    if (greeted)
      write('bye', { reason: reason === 'crowded' ? 'rotate' : reason, retryMs: retryMsOf(reason) } satisfies Bye);
    response.end();
  }

  /** Spread, so that the tills of a relay that restarts do not all come back in the same instant. */
  function retryMsOf(reason: StreamEnd): number {
    if (reason === 'revoked') return 600_000;
    if (reason === 'crowded') return 20_000;
    return Math.round(reason === 'shutdown' ? 500 + random() * 4500 : random() * 2000);
  }

  function say(event: Aside, data: object): void {
    if (ended || !greeted) return;
    if (stalledSince === null) write(event, data);
    else asides.set(event, data);
  }

  metrics.streams.inc();
  response.on('close', () => {
    end('client');
  });
  response.on('error', () => {
    end('client');
  });

  return {
    caja,
    tokenHash,
    greet(shown, peers, notificationUrl) {
      const state = store.stateOf(caja);
      const { after, gap } = startOf(state, shown);
      sent = after;
      address = notificationUrl;
      greeted = true;
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      // Some proxies hold back the first two kilobytes.
      response.write(`${padding}retry: 2000\n\n`);
      const hello: Hello = {
        epoch: state.epoch,
        head: state.head,
        oldest: state.oldest,
        heartbeatMs,
        maxAgeMs: options.maxAgeMs,
        now: iso(now()),
        peers,
        ...(notificationUrl === null ? {} : { notificationUrl }),
      };
      write('hello', hello, shown === undefined ? `${state.epoch}.${String(state.head)}` : undefined);
      if (gap) {
        metrics.gaps.inc();
        write('gap', gap, `${state.epoch}.${String(gap.after)}`);
      }
      pump();
    },
    pump,
    say,
    sayAddress(notificationUrl) {
      if (notificationUrl === null || notificationUrl === address) return;
      address = notificationUrl;
      say('address', { notificationUrl } satisfies Address);
    },
    beat() {
      if (stalledSince !== null) {
        if (uptime() - stalledSince > 2 * heartbeatMs) end('slow');
      } else if (uptime() >= endsAt) {
        end('rotate');
      } else {
        write('ping', { now: iso(now()) });
        watchDrain();
      }
    },
    end,
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
