export interface Spread {
  readonly median: number;
  /** First and third quartile: half of the measurements lie between them. */
  readonly low: number;
  readonly high: number;
}

/** One of our figures beside the one of something that anybody can have, measured by turns. */
export interface Comparison {
  readonly name: string;
  readonly beside: string;
  readonly unit: 'ms' | 'MB';
  /** The ratio that we want, at most. */
  readonly aim: number;
  /** In the order measured: `ours[n]` and `theirs[n]` are neighbours in time. */
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** @throws when there is nothing to summarise. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** The ratio of each pair of neighbours: what slows the machine down for a while slows both down. */
export function ratiosOf({ ours, theirs }: Comparison): number[] {
  return ours.flatMap((own, index) => {
    const other = theirs[index];
    return other === undefined ? [] : [own / other];
  });
}

/** @throws when there is nothing to summarise. */
export function quantileOf(values: readonly number[], share: number): number {
  return quantile(
    [...values].sort((one, other) => one - other),
    share,
  );
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('nothing was measured');
  return below + (above - below) * (place - Math.floor(place));
}
