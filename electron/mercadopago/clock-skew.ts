/** How far another clock is ahead of ours, learnt from its `Date` headers. */
export interface ClockSkew {
  /** An answer to a request that left and came back at these times of our clock. */
  learn(dateHeader: string | null, sentAt: Date, receivedAt: Date): void;
  /** In ms; 0 before the first readable date. */
  currentMs(): number;
}

export function createClockSkew(): ClockSkew {
  let skewMs = 0;
  return {
    learn: (dateHeader, sentAt, receivedAt) => {
      const theirs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(theirs)) return;
      const ours = (sentAt.getTime() + receivedAt.getTime()) / 2;
      // The header drops the fraction of the second; half a second is what it dropped on average.
      skewMs = Math.round(theirs + 500 - ours);
    },
    currentMs: () => skewMs,
  };
}
