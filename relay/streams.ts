import type { ServerResponse } from 'node:http';
import type { Bye, Hello, RelayEvent } from '../shared/relay-protocol';
import type { Metrics, StreamEnd } from './metrics';
import { startOf } from './start-of';
import type { Store } from './store';

const pageSize = 500;
const wheelTickMs = 100;
/** Streams accepted per second; the rest of a reconnect storm is asked to come a little later. */
const opensPerSecond = 500;
const padding = `:${' '.repeat(2048)}\n`;

export interface StreamsOptions {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly heartbeatMs: number;
  /** Upper end of a stream's life; each gets its own, down to 11/13 of this. */
  readonly maxAgeMs: number;
  /** Bytes that may wait for one till in this process. */
  readonly byteCap: number;
  readonly now: () => number;
  readonly random: () => number;
}

interface Stream {
  readonly caja: string;
  readonly tokenHash: string;
  readonly response: ServerResponse;
  readonly openedAt: number;
  readonly endsAt: number;
  readonly slot: Set<Stream>;
  sent: number;
  /** Since when the till takes nothing, `null` while it does. */
  stalledSince: number | null;
  ended: boolean;
}

/**
 * The open event streams. The store is the only source of what is written: an append only says "read again", so live
 * events and replayed ones cannot overtake each other, and a stream's whole state is the last sequence it was sent.
 */
export function createStreams(options: StreamsOptions) {
  const { store, metrics, heartbeatMs, maxAgeMs, byteCap, now, random } = options;
  const byCaja = new Map<string, Set<Stream>>();
  const pollers = new Map<string, Set<() => void>>();
  // One tick that pings every stream blocks the process for a third of a second at 10 000 tills; a wheel does not.
  const wheel = Array.from({ length: Math.max(1, Math.round(heartbeatMs / wheelTickMs)) }, () => new Set<Stream>());
  let hand = 0;
  let closing = false;
  let opensLeft = opensPerSecond;
  let opensSince = 0;

  const turn = setInterval(() => {
    hand = (hand + 1) % wheel.length;
    for (const stream of wheel[hand] ?? []) beat(stream);
  }, heartbeatMs / wheel.length);
  turn.unref();

  function write(stream: Stream, event: string, data: object, id?: string): void {
    stream.response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  function beat(stream: Stream): void {
    if (stream.stalledSince !== null) {
      if (now() - stream.stalledSince > 2 * heartbeatMs) end(stream, 'slow');
    } else if (now() >= stream.endsAt) {
      end(stream, 'rotate');
    } else {
      write(stream, 'ping', { now: iso(now()) });
      watchDrain(stream);
    }
  }

  /** From here on the till is slow: nothing more is written until it has taken what waits. */
  function watchDrain(stream: Stream): boolean {
    if (stream.response.writableLength < byteCap) return false;
    stream.stalledSince = now();
    stream.response.once('drain', () => {
      stream.stalledSince = null;
      pump(stream);
    });
    return true;
  }

  function pump(stream: Stream): void {
    try {
      while (!stream.ended && stream.stalledSince === null) {
        const page = store.read(stream.caja, stream.sent, pageSize);
        if (page.length === 0) return;
        for (const event of page) {
          send(stream, event);
          if (watchDrain(stream)) return;
        }
      }
    } catch {
      // The till comes back with its cursor; the store's own trouble is told where it is written.
      end(stream, 'error');
    }
  }

  function send(stream: Stream, event: RelayEvent): void {
    write(stream, 'mp', event, `${store.epoch}.${String(event.seq)}`);
    stream.sent = event.seq;
    metrics.delivered.inc();
    const receivedAt = Date.parse(event.receivedAt);
    if (receivedAt < stream.openedAt) metrics.replayed.inc();
    else metrics.deliveryLag.observe(Math.max(0, now() - receivedAt) / 1000);
  }

  function end(stream: Stream, reason: StreamEnd): void {
    if (stream.ended) return;
    stream.ended = true;
    stream.slot.delete(stream);
    const peers = byCaja.get(stream.caja);
    peers?.delete(stream);
    if (peers?.size === 0) byCaja.delete(stream.caja);
    metrics.streams.dec();
    metrics.streamEnds.inc({ reason });
    if (reason === 'slow' || reason === 'error' || reason === 'client') {
      stream.response.destroy();
      return;
    }
    write(stream, 'bye', { reason, retryMs: retryMsOf(reason) } satisfies Bye);
    stream.response.end();
  }

  /** Spread, so that the tills of a relay that restarts do not all come back in the same instant. */
  function retryMsOf(reason: Bye['reason']): number {
    if (reason === 'revoked') return 600_000;
    return Math.round(reason === 'shutdown' ? 500 + random() * 4500 : random() * 2000);
  }

  function all(): Stream[] {
    return [...byCaja.values()].flatMap((streams) => [...streams]);
  }

  return {
    /** `null` when a stream may be opened now, else the seconds to wait. */
    retryAfter(): number | null {
      if (closing) return 2;
      const second = Math.floor(now() / 1000);
      if (second !== opensSince) {
        opensSince = second;
        opensLeft = opensPerSecond;
      }
      if (opensLeft > 0) {
        opensLeft -= 1;
        return null;
      }
      return 2 + Math.floor(random() * 18);
    },

    /** Takes over a response whose headers are not sent yet. Throws when the store cannot be read. */
    open(response: ServerResponse, caja: string, tokenHash: string, shown: string | undefined): void {
      const state = store.stateOf(caja);
      const { after, gap } = startOf(state, shown);
      const slot = wheel[Math.floor(random() * wheel.length)] ?? new Set();
      const openedAt = now();
      const endsAt = openedAt + maxAgeMs * (1 - random() * (2 / 13));
      const stream: Stream = {
        caja,
        tokenHash,
        response,
        openedAt,
        endsAt,
        slot,
        sent: after,
        stalledSince: null,
        ended: false,
      };
      slot.add(stream);
      const peers = byCaja.get(caja) ?? new Set();
      byCaja.set(caja, peers.add(stream));
      metrics.streams.inc();
      response.on('close', () => {
        end(stream, 'client');
      });
      response.on('error', () => {
        end(stream, 'client');
      });

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
        maxAgeMs,
        now: iso(now()),
        peers: peers.size,
      };
      write(stream, 'hello', hello, shown === undefined ? `${state.epoch}.${String(state.head)}` : undefined);
      if (gap) {
        metrics.gaps.inc();
        write(stream, 'gap', gap, `${state.epoch}.${String(gap.after)}`);
      }
      pump(stream);
    },

    /** Tells the streams and long polls of these cajas that there is more to read. */
    announce(cajas: Iterable<string>): void {
      for (const caja of cajas) {
        for (const stream of [...(byCaja.get(caja) ?? [])]) pump(stream);
        for (const wake of [...(pollers.get(caja) ?? [])]) wake();
      }
    },

    /** Another process may have written: read again for everyone, and let go those whose token was taken. */
    recheck(): void {
      for (const stream of all()) {
        if (store.cajaOfToken(stream.tokenHash) !== stream.caja) end(stream, 'revoked');
        else pump(stream);
      }
      for (const waiting of [...pollers.values()]) for (const wake of [...waiting]) wake();
    },

    /** Resolves when there may be something new for the caja, or after that time. */
    wait(caja: string, ms: number): Promise<void> {
      if (closing) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          if (waiting.size === 0) pollers.delete(caja);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        const waiting = pollers.get(caja) ?? new Set();
        pollers.set(caja, waiting.add(wake));
      });
    },

    /** Says goodbye to everyone. No stream opens afterwards. */
    close(): void {
      closing = true;
      clearInterval(turn);
      for (const stream of all()) end(stream, 'shutdown');
      for (const waiting of [...pollers.values()]) for (const wake of [...waiting]) wake();
    },
  };
}

export type Streams = ReturnType<typeof createStreams>;

function iso(time: number): string {
  return new Date(time).toISOString();
}
