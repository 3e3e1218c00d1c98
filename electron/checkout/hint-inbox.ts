import { setTimeout as sleep } from 'node:timers/promises';
import type { Cursor, RelayEvent } from '../../shared/relay-protocol';
import type { HintStore, StoredHint } from '../storage/hint-store';
import { LookFailed } from './look-failed';
import type { Rhythm } from './rhythm';
import { retryPause } from './rhythm';

export interface HintInboxPorts {
  readonly hints: HintStore;
  /** Looks at what the hint names. Throws when it could not look, and will be asked again. */
  readonly look: (merchantOrderId: string | null) => Promise<void>;
  readonly rhythm: Rhythm;
  /** Milliseconds after which a look that is not over holds up no other one any more. */
  readonly slowMs?: number;
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Looks at one time: a thousand hints of one night must not be a thousand questions, which Mercado Pago refuses. */
const AT_ONCE = 8;
/** Most looks take a tenth of it. One whose order always fails is tried for as long as a charge is open. */
const SLOW_MS = 2_000;

/** Hints of the relay: stored before they count as heard, forgotten only when they were looked at. */
export class HintInbox {
  readonly #ports: HintInboxPorts;
  readonly #ending = new AbortController();
  #free = AT_ONCE;
  /** What waits for a free turn. */
  #queue: { readonly seq: number; readonly start: () => void }[] = [];

  constructor(ports: HintInboxPorts) {
    this.#ports = ports;
  }

  resume(): void {
    for (const hint of this.#ports.hints.waiting().toReversed()) void this.#work(hint);
  }

  close(): void {
    this.#ending.abort();
  }

  /** On disk, with the relay's cursor, when this returns. */
  receive(relay: string, event: RelayEvent, cursor: Cursor): void {
    void this.#work(this.#ports.hints.receive(relay, event, cursor));
  }

  async #work({ seq, event }: StoredHint): Promise<void> {
    const { hints, look, rhythm, log } = this.#ports;
    // Only merchant orders can be looked up by their number; anything else still says that something moved.
    const merchantOrderId = event.topic === 'merchant_order' ? event.resourceId : null;
    for (let failures = 0; !this.#isClosed();) {
      try {
        await this.#inTurn(seq, () => look(merchantOrderId));
        if (!this.#isClosed()) hints.done(seq);
        return;
      } catch (error) {
        log('hint.failed', { seq, error: String(error) });
        const askedMs = error instanceof LookFailed ? error.retryAfterMs : null;
        await sleep(retryPause(rhythm, ++failures, askedMs), undefined, {
          signal: this.#ending.signal,
          ref: false,
        }).catch(() => undefined);
      }
    }
  }

  async #inTurn(seq: number, work: () => Promise<void>): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((start) => this.#queue.push({ seq, start }));
    let holds = true;
    const pass = () => {
      if (holds) this.#passTurn();
      holds = false;
    };
    const slow = setTimeout(pass, this.#ports.slowMs ?? SLOW_MS);
    try {
      if (!this.#isClosed()) await work();
    } finally {
      clearTimeout(slow);
      pass();
    }
  }

  /** To the newest: that one stands at the counter. */
  #passTurn(): void {
    const [next, ...others] = this.#queue.toSorted((one, other) => other.seq - one.seq);
    this.#queue = others;
    if (next) next.start();
    else this.#free += 1;
  }

  #isClosed(): boolean {
    return this.#ending.signal.aborted;
  }
}
