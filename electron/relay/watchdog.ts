import type { Clock } from './clock';

/** Ends a connection when its time is over, or when somebody else wants it ended, and remembers which it was. */
export interface Watchdog {
  readonly signal: AbortSignal;
  /** From now on something has to come within that time. */
  expectWithin(ms: number): void;
  /** Nothing is expected for now: it is our turn. */
  rest(): void;
  /** Whether the time was over. */
  bit(): boolean;
  end(): void;
}

export function createWatchdog(clock: Clock): Watchdog {
  const controller = new AbortController();
  let bitten = false;
  let cancel: () => void = () => undefined;
  return {
    signal: controller.signal,
    expectWithin(ms) {
      cancel();
      cancel = clock.after(ms, () => {
        bitten = true;
        controller.abort();
      });
    },
    rest() {
      cancel();
    },
    bit: () => bitten,
    end() {
      cancel();
      controller.abort();
    },
  };
}
