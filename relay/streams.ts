import type { LeaseNews, Peers } from '../shared/relay-protocol';
import { createStream } from './stream';
import type { Stream, StreamOptions, Till } from './stream';

const wheelTickMs = 100;
/** Streams accepted per second; the rest of a reconnect storm is asked to come a little later. */
const opensPerSecond = 500;

export interface StreamsOptions extends StreamOptions {
  /** More streams of one caja than this and the oldest goes: it is most likely what a broken network left behind. */
  readonly mostPerCaja: number;
  readonly notificationUrlOf: (caja: string) => string | null;
}

/**
 * The open event streams. The store is the only source of what is written: an append only says "read again", so live
 * events and replayed ones cannot overtake each other.
 */
export function createStreams(options: StreamsOptions) {
  const { store, heartbeatMs, mostPerCaja, notificationUrlOf, uptime, random } = options;
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
    for (const stream of wheel[hand] ?? []) stream.beat();
  }, heartbeatMs / wheel.length);
  turn.unref();

  const streamsOf = (caja: string): Stream[] => [...(byCaja.get(caja) ?? [])];
  const all = (): Stream[] => [...byCaja.values()].flatMap((streams) => [...streams]);

  function tellPeers(caja: string, except?: Stream): void {
    if (closing) return;
    const streams = streamsOf(caja);
    for (const stream of streams) {
      if (stream !== except) stream.say('peers', { peers: streams.length } satisfies Peers);
    }
  }

  function wake(caja: string): void {
    for (const call of [...(pollers.get(caja) ?? [])]) call();
  }

  return {
    /** `null` when a stream may be opened now, else the seconds to wait. */
    retryAfter(): number | null {
      if (closing) return 2;
      const second = Math.floor(uptime() / 1000);
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

    /** Takes over a response whose headers are not sent yet; hangs up when the store cannot be read. */
    open(till: Till, shown: string | undefined): void {
      const { caja } = till;
      const slot = wheel[Math.floor(random() * wheel.length)] ?? new Set();
      const peers = byCaja.get(caja) ?? new Set<Stream>();
      const stream = createStream(till, options, () => {
        slot.delete(stream);
        peers.delete(stream);
        if (peers.size === 0) byCaja.delete(caja);
        else tellPeers(caja);
      });
      slot.add(stream);
      byCaja.set(caja, peers.add(stream));
      // A set gives what went in first, first.
      const [oldest] = peers;
      if (peers.size > mostPerCaja) oldest?.end('crowded');
      try {
        stream.greet(shown, peers.size, notificationUrlOf(caja));
        tellPeers(caja, stream);
      } catch {
        stream.end('error');
      }
    },

    /** Tells the streams and long polls of these cajas that there is more to read. */
    announce(cajas: Iterable<string>): void {
      for (const caja of cajas) {
        for (const stream of streamsOf(caja)) stream.pump();
        wake(caja);
      }
    },

    /** Tells the tills of a caja that another computer has it now. */
    announceLease(caja: string, fence: number): void {
      for (const stream of streamsOf(caja)) stream.say('lease', { fence } satisfies LeaseNews);
      wake(caja);
    },

    /** Another process may have written: read again for everyone, and let go those whose token was taken. */
    recheck(): void {
      for (const stream of all()) {
        if (store.cajaOfToken(stream.tokenHash) === stream.caja) {
          stream.sayAddress(notificationUrlOf(stream.caja));
          stream.pump();
        } else {
          stream.end('revoked');
        }
      }
      for (const caja of [...pollers.keys()]) wake(caja);
    },

    /** Resolves when there may be something new for the caja, or after that time. */
    wait(caja: string, ms: number): Promise<void> {
      if (closing) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          if (waiting.size === 0) pollers.delete(caja);
          resolve();
        };
        const timer = setTimeout(done, ms);
        const waiting = pollers.get(caja) ?? new Set();
        pollers.set(caja, waiting.add(done));
      });
    },

    /** Says goodbye to everyone. No stream opens afterwards. */
    close(): void {
      closing = true;
      clearInterval(turn);
      for (const stream of all()) stream.end('shutdown');
      for (const caja of [...pollers.keys()]) wake(caja);
    },
  };
}

export type Streams = ReturnType<typeof createStreams>;
