import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckoutEffect } from '../../shared/checkout/effect';
import type { CheckoutEvent } from '../../shared/checkout/event';
import { transition } from '../../shared/checkout/machine';
import type { CheckoutState } from '../../shared/checkout/state';
import type { ErrorCode } from '../../shared/errors';
import type { Trouble } from '../../shared/snapshot';
import { createMutex } from './mutex';

/** What a live checkout needs of the world around it. */
export interface LiveCheckoutPorts {
  readonly now: () => Date;
  /** Puts a step on disk, the print job of a `printTicket` effect with it. Throws when it can't. */
  readonly commit: (
    from: CheckoutState,
    event: CheckoutEvent,
    to: CheckoutState,
    effects: readonly CheckoutEffect[],
  ) => void;
  /** Something that a window shows has changed. */
  readonly publish: () => void;
  readonly run: (live: LiveCheckout, effect: CheckoutEffect) => void;
  readonly commitFailed: (error: unknown) => void;
}

/**
 * One checkout that is being worked on. Its events stand in one queue, and for each: transition, commit to disk,
 * publish, run the effects. Nothing else calls `transition`.
 */
export class LiveCheckout {
  /** When somebody last told us something about it; the contingency polling waits for silence. */
  lastSignAt: number;
  #state: CheckoutState;
  #trouble: Trouble | null = null;
  #polling = false;
  #naps = new Set<AbortController>();
  #closed = false;
  #waiting = 0;
  readonly #inTurn = createMutex();
  readonly #ports: LiveCheckoutPorts;

  constructor(state: CheckoutState, ports: LiveCheckoutPorts) {
    this.#state = state;
    this.#ports = ports;
    this.lastSignAt = ports.now().getTime();
  }

  get id(): string {
    return this.#state.attempt.checkoutId;
  }

  get state(): CheckoutState {
    return this.#state;
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  get polling(): boolean {
    return this.#polling;
  }

  /** A function, because it changes while its callers wait. */
  isClosed(): boolean {
    return this.#closed;
  }

  /** Whether events wait for their turn: until then nobody may let go of it. */
  hasEvents(): boolean {
    return this.#waiting > 0;
  }

  /** Resolves with false when what follows from the event could not be stored: then it did not happen. */
  dispatch(event: CheckoutEvent): Promise<boolean> {
    this.#waiting++;
    return this.#inTurn(() => {
      this.#waiting--;
      return Promise.resolve(this.#take(event));
    });
  }

  /** Stands beside the state until the cause is gone. */
  setTrouble(code: ErrorCode | null): void {
    if (code === (this.#trouble?.code ?? null)) return;
    this.#trouble = code && { code, since: this.#ports.now().toISOString() };
    this.#ports.publish();
  }

  setPolling(polling: boolean): void {
    if (polling === this.#polling) return;
    this.#polling = polling;
    this.#ports.publish();
  }

  /** Waits, but no longer than until something happens to this checkout. */
  async pause(ms: number): Promise<void> {
    if (this.#closed) return;
    const nap = new AbortController();
    this.#naps.add(nap);
    try {
      await sleep(ms, undefined, { signal: nap.signal, ref: false });
    } catch {
      // Woken up: that is what the signal is for.
    } finally {
      this.#naps.delete(nap);
    }
  }

  /** Ends every pause now. */
  wake(): void {
    for (const nap of this.#naps) nap.abort();
  }

  /** The program ends: loops stop at their next `isClosed()`. */
  close(): void {
    this.#closed = true;
    this.wake();
  }

  #take(event: CheckoutEvent): boolean {
    if (this.#closed) return false;
    const from = this.#state;
    const { state: to, effects } = transition(from, event);
    if (to !== from) {
      try {
        this.#ports.commit(from, event, to, effects);
      } catch (error) {
        // What is not on disk did not happen: the state stays, and the loops that saw the fact will see it again.
        this.#ports.commitFailed(error);
        this.setTrouble('diskProblem');
        return false;
      }
      this.#state = to;
      if (to.kind !== from.kind) this.#trouble = null;
      this.#ports.publish();
      this.wake();
    }
    for (const effect of effects) this.#ports.run(this, effect);
    return true;
  }
}
