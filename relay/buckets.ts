/** Token buckets, one for each key. */
export interface Buckets {
  /** 0 when the cost was taken, else the seconds until it can be. */
  take(key: string, cost?: number): number;
}

export interface BucketOptions {
  /** What a key that was quiet may spend at once. */
  readonly size: number;
  readonly perSecond: number;
  /** Milliseconds that never jump, whatever happens to the computer's clock. */
  readonly uptime: () => number;
}

/** How much one caja may ask of the relay, so that the others do not wait for it. Keys must be ones that we gave out. */
export function createBuckets({ size, perSecond, uptime }: BucketOptions): Buckets {
  const levels = new Map<string, { level: number; at: number }>();
  return {
    take(key, cost = 1) {
      const at = uptime();
      const before = levels.get(key) ?? { level: size, at };
      const level = Math.min(size, before.level + ((at - before.at) / 1000) * perSecond);
      const enough = level >= Math.min(cost, size);
      levels.set(key, { level: enough ? Math.max(0, level - cost) : level, at });
      return enough ? 0 : Math.ceil((Math.min(cost, size) - level) / perSecond);
    },
  };
}
