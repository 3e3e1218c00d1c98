import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What figures depend on. */
export interface MachineFacts {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly node: string;
  readonly electron: string;
  /** Processes that wanted a core during the last minute, before the first measurement and after the last. */
  readonly load: readonly [before: number, after: number];
}

/** Call before the first measurement; the returned function, after the last. */
export function observeMachine(electron: string): () => MachineFacts {
  const before = load();
  return () => ({
    system: `${type()} ${release()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    node: process.versions.node,
    electron,
    load: [before, load()],
  });
}

function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
