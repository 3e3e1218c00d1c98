/** The only source of time in the simulator. */
export interface Clock {
  now(): Date;
}

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
}

export const systemClock: Clock = { now: () => new Date() };

/** @param start - what the clock reads until it is advanced. */
export function manualClock(start: Date): ManualClock {
  let milliseconds = start.getTime();
  return {
    now: () => new Date(milliseconds),
    advance: (step) => {
      milliseconds += step;
    },
  };
}

/** Another clock's time plus an offset that can be changed while it runs. */
export interface OffsetClock extends ManualClock {
  /** Sets how far this clock is ahead (or, negative, behind) of the one it follows. */
  skew(milliseconds: number): void;
}

export function offsetClock(base: Clock): OffsetClock {
  let offset = 0;
  return {
    now: () => new Date(base.now().getTime() + offset),
    advance: (step) => {
      offset += step;
    },
    skew: (milliseconds) => {
      offset = milliseconds;
    },
  };
}
