import type { RelayConfig } from './config';
import { StoreRefused } from './open-database';
import { startRelay } from './start-relay';
import type { RunningRelay } from './start-relay';

const hardLimitMs = 9000;

/** Serves until told to stop, by SIGTERM, SIGINT or (with RELAY_EXIT_WITH_PARENT) the end of stdin. Gives the exit code. */
export async function serve(config: RelayConfig): Promise<number> {
  let stop: (code: number) => void = () => undefined;
  const stopped = new Promise<number>((resolve) => {
    stop = resolve;
  });
  let relay: RunningRelay;
  try {
    relay = await startRelay({
      ...config,
      logStream: process.stdout,
      onFatal: () => {
        stop(1);
      },
    });
  } catch (error) {
    process.stderr.write(`${explain(error, config)}\n`);
    return 1;
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(0);
    });
  }
  if (config.exitWithParent) {
    process.stdin.resume();
    process.stdin.on('close', () => {
      stop(0);
    });
  }
  const code = await stopped;
  setTimeout(() => process.exit(code || 1), hardLimitMs).unref();
  await relay.close();
  // stdin may still be open, and would keep the process alive.
  process.stdin.destroy();
  return code;
}

function explain(error: unknown, config: RelayConfig): string {
  if (error instanceof StoreRefused) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE')
    return `RELAY_PORT or RELAY_METRICS_PORT: ${String(error)}. Another program listens there.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `RELAY_HOST ${config.host} is not an address of this machine.`;
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(code)) {
    return `RELAY_DATA_DIR ${config.dataDir} cannot be written: ${String(error)}.`;
  }
  return `The relay could not start: ${String(error)}.`;
}
