import type { PrinterTrouble } from '../../shared/printer';
import type { PrinterTimings } from './printer-timings';

type Limits = Pick<PrinterTimings, 'fenceMs' | 'rescueMs'>;

/** The most that a printer which has our ticket is waited for, in milliseconds: a while, a rescue, and a while after it. */
export function longestWaitMs({ fenceMs, rescueMs }: Limits): number {
  return fenceMs + rescueMs + fenceMs;
}

/**
 * How long a printer that has our ticket is waited for: longer while a person may be putting paper in, because it goes on
 * from where it stopped, and never for ever, however often it changes its mind.
 */
export class Patience {
  readonly #limits: Limits;
  readonly #last: number;
  #until: number;
  #trouble: PrinterTrouble | null = null;

  constructor(limits: Limits, firstMs = limits.fenceMs) {
    const now = performance.now();
    this.#limits = limits;
    this.#last = now + longestWaitMs(limits);
    this.#until = now + firstMs;
  }

  /** Zero or less when it is over. */
  get leftMs(): number {
    return Math.min(this.#until, this.#last) - performance.now();
  }

  /** Why it does not come out, when it was last looked at. */
  get trouble(): PrinterTrouble | null {
    return this.#trouble;
  }

  look(trouble: PrinterTrouble | null): void {
    const { fenceMs, rescueMs } = this.#limits;
    const [before, now] = [this.#trouble !== null, trouble !== null];
    if (before !== now) this.#until = performance.now() + (now ? rescueMs : fenceMs);
    this.#trouble = trouble;
  }
}
